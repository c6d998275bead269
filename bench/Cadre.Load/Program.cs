using System.CommandLine;
using Cadre.Load;

// Readers and savers, one request a second each, against a server that runs: what it answers, how fast, and whether a save was lost.
var address = new Option<string>("--address") { Description = "Where the server listens", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
var readers = new Option<int>("--readers") { Description = "People who read results", DefaultValueFactory = _ => 50 };
var savers = new Option<int>("--savers") { Description = "People who save", DefaultValueFactory = _ => 10 };
var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 60 };
var seed = new Option<ulong>("--seed") { Description = "Seed of the order of pages", DefaultValueFactory = _ => 7 };
var framework = new Option<string>("--framework") { Description = "Title of the framework whose results are read, or a part of it", DefaultValueFactory = _ => "England" };
var plans = new Option<int>("--plans") { Description = "Instead of a load: change, preview, submit and return a plan so many times" };
var root = new RootCommand("Puts a load on a server of Cadre and prints what it answered.") { address, readers, savers, seconds, seed, framework, plans };
root.SetAction(async (parsed, cancellation) =>
{
    if (parsed.GetValue(plans) is > 0 and var times)
        return await new PlanRun { Address = new Uri(parsed.GetRequiredValue(address)), Times = times, Clock = TimeProvider.System }.RunAsync(cancellation) ? 0 : 1;
    var load = new LoadRun
    {
        Address = new Uri(parsed.GetRequiredValue(address)),
        Readers = parsed.GetValue(readers),
        Savers = parsed.GetValue(savers),
        Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        Seed = parsed.GetValue(seed),
        Framework = parsed.GetRequiredValue(framework),
        Clock = TimeProvider.System,
    };
    return await load.RunAsync(cancellation) ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
