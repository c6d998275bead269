using System.Net;
using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.TestCommon.Fuzzing;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Kills;

/// <summary>A kind of change that the server acknowledges. A new kind of save is one more of <see cref="All"/>.</summary>
/// <param name="SendAsync">Sends its form, for a framework; says what was changed where the server acknowledged it, null where it refused it.</param>
/// <param name="IsThereAsync">Whether a database holds the change, whole.</param>
internal sealed record AcknowledgedSave(Func<HttpClient, Guid, FuzzDraws, Task<string?>> SendAsync, Func<CadreDb, string, Task<bool>> IsThereAsync)
{
    /// <summary>Every kind; the first asks for a run.</summary>
    public static IReadOnlyList<AcknowledgedSave> All { get; } =
    [
        new((client, framework, draws) => AskForARunAsync(client, framework, 1 + draws.Below(3)), HasRunAsync),
        new(SaveASectionAsync, async (db, text) => await db.PlanSections.CountAsync(section => section.Content.Contains(text)) == 1),
        new((client, _, _) => AcknowledgedUpload.FrameworkAsync(client), HasFrameworkAsync),
        new(async (client, _, draws) => await AcknowledgedUpload.WorkbookAsync(client, await APlanAsync(client, draws)), async (db, text) => await db.PlanSections.CountAsync(section => section.Content.Contains(text)) == 1),
        new(SubmitOrReturnAsync, async (db, change) => change.Split(' ') is ["run", _] ? await HasRunAsync(db, change) : await db.AuditEntries.AnyAsync(entry => entry.What == "PlanReturned" && entry.Subject == change)),
    ];

    /// <summary>Asks for a run of a framework.</summary>
    public static async Task<string?> AskForARunAsync(HttpClient client, Guid framework, int futures)
    {
        using var answer = await TestServer.PostAsync(client, $"/frameworks/{framework}", $"/frameworks/{framework}", ("scenario", RequestRunOptions.Baseline), ("futures", $"{futures}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return $"run {IdIn(answer)}";
    }

    private static async Task<bool> HasRunAsync(CadreDb db, string subject)
    {
        var id = Guid.Parse(subject.Split(' ')[1]);
        return await db.Runs.AnyAsync(run => run.Id == id) && await db.AuditEntries.CountAsync(entry => (entry.What == "RunRequested" || entry.What == "NationalRunRequested") && entry.Subject == subject) == 1;
    }

    private static Task<bool> HasFrameworkAsync(CadreDb db, string subject)
    {
        var id = Guid.Parse(subject.Split(' ')[1]);
        return db.Frameworks.AnyAsync(version => version.Id == id);
    }

    private static async Task<string?> SaveASectionAsync(HttpClient client, Guid framework, FuzzDraws draws)
    {
        var page = $"{await APlanAsync(client, draws)}/sections/narrative";
        var document = await TestServer.ReadAsync(client, page);
        if (document.QuerySelector("input[name=from]") is not { } from) return null;
        var text = $"saved {Guid.NewGuid():N}";
        using var answer = await TestServer.PostAsync(client, page, page, ("from", from.GetAttribute("value")!), ("item-0-text", text));
        return answer.StatusCode == HttpStatusCode.Redirect ? text : null;
    }

    private static async Task<string?> SubmitOrReturnAsync(HttpClient client, Guid framework, FuzzDraws draws)
    {
        var plan = await APlanAsync(client, draws);
        using var submitted = await TestServer.PostAsync(client, plan, $"{plan}/submit");
        if (submitted.StatusCode == HttpStatusCode.Redirect) return $"run {IdIn(submitted)}";
        var version = (await TestServer.ReadAsync(client, $"{plan}/review")).QuerySelector("input[name=version]")?.GetAttribute("value") ?? "0";
        using var returned = await TestServer.PostAsync(client, plan, $"{plan}/review?handler=Return", ("comment", "once more"), ("version", version));
        return returned.StatusCode == HttpStatusCode.Redirect ? $"plan {plan.Split('/')[2]}" : null;
    }

    private static async Task<string> APlanAsync(HttpClient client, FuzzDraws draws)
    {
        var document = await TestServer.ReadAsync(client, "/plans");
        string[] plans = [.. document.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith("/plans/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return plans[draws.Below(plans.Length)];
    }

    private static Guid IdIn(HttpResponseMessage answer) => Guid.Parse(answer.Headers.Location!.ToString().Split('/', '?')[2]);
}
