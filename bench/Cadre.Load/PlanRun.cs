using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace Cadre.Load;

/// <summary>A planner changes a lever, looks at what it does and submits; a reviewer returns it: how long the preview takes, and the national run until its results show.</summary>
internal sealed class PlanRun
{
    private const string Previewing = "preview of one lever";
    private const string Submitting = "submission until the results";
    private const string Reviewer = "reviewer@demonstration.invalid";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Answers _answers = new([Previewing, Submitting]);

    public required Uri Address { get; init; }

    public required int Times { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Does it so many times and prints the table; a first preview, which warms the model up, is printed beside it.</summary>
    /// <returns>Whether there was no error.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        using var planner = await Visitor.SignInAsync(Address, Save.Email);
        using var reviewer = await Visitor.SignInAsync(Address, Reviewer);
        var plan = (await planner.ReadAsync("/plans")).QuerySelectorAll("main tbody a[href]").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/plans/", StringComparison.Ordinal));
        await SaveLeverAsync(planner, plan, 0);
        var cold = Clock.GetTimestamp();
        await PreviewAsync(planner, plan);
        var first = Clock.GetElapsedTime(cold);
        for (var time = 1; time <= Times; time++)
        {
            await SaveLeverAsync(planner, plan, time);
            var begin = Clock.GetTimestamp();
            var error = await PreviewAsync(planner, plan);
            _answers.Add(Previewing, Clock.GetElapsedTime(begin), error);
            begin = Clock.GetTimestamp();
            error = await SubmitAsync(planner, plan, cancellation);
            _answers.Add(Submitting, Clock.GetElapsedTime(begin), error);
            await ReturnAsync(reviewer, plan);
            // What is measured is a preview of its own: the national run of the return ends first.
            while ((await planner.ReadAsync(plan)).Body!.TextContent.Contains("is under way", StringComparison.Ordinal))
                await Task.Delay(TimeSpan.FromMilliseconds(50), Clock, cancellation);
        }

        var isSound = _answers.Print(Console.Out);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The first preview took {first.TotalMilliseconds:0} ms."));
        return isSound;
    }

    private static async Task SaveLeverAsync(Visitor planner, string plan, int time)
    {
        var page = await planner.ReadAsync($"{plan}/sections/levers");
        var group = page.QuerySelectorAll("select[name=item-0-staff_group] option").Select(option => option.GetAttribute("value")!).First(value => value.Contains("nurse", StringComparison.Ordinal));
        var month = page.QuerySelector("input[name=item-0-start]")!.GetAttribute("value") is { Length: > 0 } start ? start : "2026-10";
        using var saved = await planner.PostAsync(
            $"{plan}/sections/levers", Visitor.TokenOf(page), ("from", page.QuerySelector("input[name=from]")!.GetAttribute("value")!), ("item-0-parameter", "leaving_rate"), ("item-0-staff_group", group),
            ("item-0-size", string.Create(CultureInfo.InvariantCulture, $"{-1 - (0.1 * time):0.0}")), ("item-0-start", month), ("item-0-ramp_months", "12"), ("item-0-cost_per_year", ""), ("item-0-reason", "a measurement"));
        if (saved.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"The lever was not saved: {saved.StatusCode}.");
    }

    private static async Task<string?> PreviewAsync(Visitor planner, string plan)
    {
        var page = await planner.ReadAsync($"{plan}/preview");
        return page.QuerySelector("main table") is null ? "The preview shows no table: is there a national run that is done?" : null;
    }

    private async Task<string?> SubmitAsync(Visitor planner, string plan, CancellationToken cancellation)
    {
        var page = await planner.ReadAsync($"{plan}/submit");
        using var answer = await planner.PostAsync($"{plan}/submit", Visitor.TokenOf(page));
        if (answer.StatusCode != HttpStatusCode.Redirect) return $"submit: {answer.StatusCode}";
        var run = answer.Headers.Location!.ToString();
        for (var begin = Clock.GetTimestamp(); Clock.GetElapsedTime(begin) < Patience;)
        {
            // A run that is done leads on to its results.
            if (await planner.FollowAsync(run) is (HttpStatusCode.Redirect, _, { } to) && (await planner.GetAsync(to)).Status == HttpStatusCode.OK) return null;
            await Task.Delay(TimeSpan.FromMilliseconds(50), Clock, cancellation);
        }

        return "the run did not end";
    }

    private static async Task ReturnAsync(Visitor reviewer, string plan)
    {
        IDocument page = await reviewer.ReadAsync($"{plan}/review");
        using var answer = await reviewer.PostAsync($"{plan}/review?handler=Return", Visitor.TokenOf(page), ("comment", "once more"), ("version", page.QuerySelector("input[name=version]")!.GetAttribute("value")!));
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"The plan was not returned: {answer.StatusCode}.");
    }
}
