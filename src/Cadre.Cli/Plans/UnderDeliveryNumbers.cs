using System.CommandLine;
using Cadre.Engine;
using Cadre.Engine.Delivery;

namespace Cadre.Cli.Plans;

/// <summary>The options of <c>cadre run</c> that ask what happens when the plan is not delivered.</summary>
internal sealed class UnderDeliveryNumbers
{
    private readonly Option<bool> _asked = new("--under-delivery") { Description = "Also run the plan with each lever, funding, demand and recruitment from abroad not delivered as planned" };
    private readonly Option<string?> _futures = new("--under-delivery-futures")
    {
        Description = $"Futures of each of these cases, the first of the run [default: {UnderDelivery.UsualFutures}, or those of the run]", HelpName = "number",
    };

    public IReadOnlyList<Option> Options => [_asked, _futures];

    /// <summary>Futures of each case; null where the cases are not asked for. Adds what is wrong to <paramref name="problems"/>.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">Futures that the run has; null where that could not be read.</param>
    /// <param name="problems">Takes a line for each wrong value.</param>
    public int? Read(ParseResult parsed, int? run, List<string> problems)
    {
        var asked = parsed.GetValue(_asked);
        if (!asked && parsed.GetValue(_futures) is { } text) problems.Add($"{_futures.Name}: found \"{text}\", expected {_asked.Name} beside it");
        var most = run ?? RunNumbers.MostFutures;
        var futures = RunNumbers.Whole(parsed, _futures, Math.Min(UnderDelivery.UsualFutures, most), 1, most, run is null ? "" : ", the futures of the run", problems);
        return asked ? futures : null;
    }

    /// <summary>Futures that options run.</summary>
    public static int FuturesOf(RunOptions options) => options.Only is { } only ? only.Last - only.First + 1 : options.Futures;
}
