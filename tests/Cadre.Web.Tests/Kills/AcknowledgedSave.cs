using System.Net;
using Cadre.Core.Data;
using Cadre.Core.Runs;
using Cadre.TestCommon.Fuzzing;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Kills;

/// <summary>A kind of change that the server acknowledges. A new kind of save is one more of <see cref="All"/>.</summary>
/// <param name="What">The audit entry that says it.</param>
/// <param name="Page">The page of its form, for a framework.</param>
/// <param name="Fields">What is filled in.</param>
/// <param name="SubjectOf">What the redirect that acknowledges it says was changed: the subject of its audit entry.</param>
/// <param name="IsThereAsync">Whether a database holds the change of such a subject, whole.</param>
internal sealed record AcknowledgedSave(
    string What, Func<Guid, string> Page, Func<FuzzDraws, (string Name, string Value)[]> Fields, Func<Uri, string> SubjectOf, Func<CadreDb, string, Task<bool>> IsThereAsync)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<AcknowledgedSave> All { get; } =
    [
        new(
            "RunRequested",
            framework => $"/frameworks/{framework}",
            draws => [("scenario", RequestRunOptions.Baseline), ("futures", $"{1 + draws.Below(3)}")],
            address => $"run {address.ToString().Split('/')[2]}",
            async (db, subject) => Guid.Parse(subject.Split(' ')[1]) is var id && await db.Runs.AnyAsync(run => run.Id == id)),
    ];

    /// <summary>Sends the form.</summary>
    /// <returns>The subject where the server acknowledged it.</returns>
    public async Task<string> SendAsync(HttpClient client, Guid framework, FuzzDraws draws)
    {
        using var answer = await TestServer.PostAsync(client, Page(framework), Page(framework), Fields(draws));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return SubjectOf(answer.Headers.Location!);
    }
}
