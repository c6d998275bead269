using System.Net;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans.Tracking;

public abstract class TrackingTests(TestServer server) : ActualsCase(server)
{
    [Fact]
    public async Task Upload_ThenApplyThenALaterFile_ShowsTheLaterAndKeepsBoth()
    {
        using var client = await Server.SignInAsync(TestServer.Modeller);
        var page = await PageAsync();
        var preview = await UploadAsync(client, ActualsCsv.Months(1, 1.001) + ActualsCsv.Row(0, "RJ1", "Nurses", 5, 5) + "\n");
        Assert.Equal([("October 2025", "3", "9", "0", "0"), ("November 2025", "3", "9", "0", "0")], RowsOf(preview));
        Assert.Contains("1 organisation that the framework does not have: Trust RJ1 (RJ1).", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await HeldAsync()).Count);
        var first = await ApplyAsync(client, preview);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(18, (await HeldAsync()).Count);

        var later = await UploadAsync(client, ActualsCsv.Months(1, 0.9, 0.7));
        Assert.Equal([("October 2025", "3", "0", "0", "9"), ("November 2025", "3", "0", "9", "0"), ("December 2025", "3", "9", "0", "0")], RowsOf(later));
        Assert.Equal(HttpStatusCode.Redirect, (await ApplyAsync(client, later)).StatusCode);
        var held = await HeldAsync();
        Assert.Equal((27, Math.Round(371.5 * 0.9, 5)), (held.Count, held.Find("T1", "nurses", "2025-11")!.Fte));
        Assert.Equal(18 + 27, await Server.WithDbAsync(db => db.Actuals.CountAsync(cell => db.ActualUploads.Any(upload => upload.Id == cell.UploadId && upload.Number != null))));
        Assert.Equal(
            ["ActualsUploaded", "ActualsApplied", "ActualsUploaded", "ActualsApplied"],
            await Server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.What == "ActualsUploaded" || entry.What == "ActualsApplied").OrderBy(entry => entry.Id).Select(entry => entry.What).Take(4).ToListAsync()));

        var shown = await TestServer.ReadAsync(client, page);
        Assert.Contains(("December 2025", "2 of 2"), shown.QuerySelectorAll("table tbody tr").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent)));

        // Three tenths fewer than at the opening is outside of every band.
        var plan = await Server.PlanAsync();
        using var reviewer = await Server.SignInAsync(TestServer.Reviewer);
        var list = (await TestServer.ReadAsync(reviewer, "/plans")).Body!.TextContent;
        Assert.Contains("Places that have left their band", list, StringComparison.Ordinal);
        Assert.Contains("3 groups outside", list, StringComparison.Ordinal);
        using var planner = await Server.SignInAsync(TestServer.Planner);
        Assert.DoesNotContain("Places that have left their band", (await TestServer.ReadAsync(planner, "/plans")).Body!.TextContent, StringComparison.Ordinal);
        var tracked = (await TestServer.ReadAsync(planner, $"/plans/{plan.Id}/tracking?group=nurses")).Body!.TextContent;
        // S3 has three tenths of T2 and all of T3.
        Assert.Contains($"At the end of December 2025 Southern Plain had {(0.3 * 272.8 + 322.1) * 0.7:0.0} FTE (Nurses)", tracked, StringComparison.Ordinal);
        Assert.Contains("it has left its band", tracked, StringComparison.Ordinal);
        Assert.Contains("3 months of actual staff are too few for a shift (6), a trend (5) and a month unlike the others (10).", tracked, StringComparison.Ordinal);
    }
}

public sealed class SqliteTrackingTests(TestServer server) : TrackingTests(server), IClassFixture<TestServer>;

public sealed class PostgresTrackingTests(PostgresServer server) : TrackingTests(server.OrSkip), IClassFixture<PostgresServer>;
