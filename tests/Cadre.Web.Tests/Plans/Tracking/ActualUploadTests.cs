using System.Net;
using System.Text;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Plans.Workbooks;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans.Tracking;

public abstract class ActualUploadTests(TestServer server) : ActualsCase(server)
{
    [Fact]
    public async Task Apply_AfterAnotherWasApplied_IsToldAndChangesNothing()
    {
        using var client = await Server.SignInAsync(TestServer.Modeller);
        var (one, other) = (await UploadAsync(client, ActualsCsv.Months(1.01)), await UploadAsync(client, ActualsCsv.Months(1.02)));
        Assert.Equal(HttpStatusCode.Redirect, (await ApplyAsync(client, one)).StatusCode);
        var before = (await HeldAsync()).Find("T1", "doctors", "2025-10")!.Fte;

        using var late = await ApplyAsync(client, other);
        Assert.Contains("Another file was applied meanwhile", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var twice = await ApplyAsync(client, one);
        Assert.Contains("This file is applied already", await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, (await HeldAsync()).Find("T1", "doctors", "2025-10")!.Fte);
    }

    [Fact]
    public async Task Apply_TenAtOnce_OneIsApplied()
    {
        var person = await Server.WithDbAsync(db => db.Users.Where(user => user.Email == TestServer.Modeller).Select(user => user.Id).FirstAsync());
        var round = (await RoundAsync())!;
        var upload = await Server.WithAsync<ActualService, ActualUpload>(actuals => actuals.UploadAsync(round, new MemoryStream(Encoding.UTF8.GetBytes(ActualsCsv.Months(1.03))), "at once.csv", person, default));
        var held = (await Server.WithAsync<ActualService, ActualPreview?>(actuals => actuals.PreviewAsync(round, upload.Id, default)))!.Held;
        var applied = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Server.WithAsync<ActualService, bool>(actuals => actuals.ApplyAsync(round, upload.Id, held, person, default)))));
        Assert.Single(applied, done => done);
        Assert.Equal(1, await Server.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.What == "ActualsApplied" && entry.Subject == $"actuals {upload.Id}")));
    }

    [Fact]
    public async Task Purge_UploadsNeverApplied_GoAfterTheirTimeAlone()
    {
        var person = await Server.WithDbAsync(db => db.Users.Where(user => user.Email == TestServer.Modeller).Select(user => user.Id).FirstAsync());
        var round = (await RoundAsync())!;
        Task<ActualUpload> UploadAsync(string name) => Server.WithAsync<ActualService, ActualUpload>(actuals => actuals.UploadAsync(round, new MemoryStream(Encoding.UTF8.GetBytes(ActualsCsv.Months(1.04))), name, person, default));
        var (old, fresh) = (await UploadAsync("old.csv"), await UploadAsync("fresh.csv"));
        await Server.WithDbAsync(db => db.ActualUploads.Where(upload => upload.Id == old.Id).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.UploadedUtc, old.UploadedUtc - ActualUpload.Kept - TimeSpan.FromMinutes(1))));
        Assert.Equal(1, await Server.WithAsync<ActualService, int>(actuals => actuals.PurgeAsync(default)));
        Assert.Equal((0, true), (await Server.WithDbAsync(db => db.Actuals.CountAsync(cell => cell.UploadId == old.Id)), await Server.WithDbAsync(db => db.Actuals.AnyAsync(cell => cell.UploadId == fresh.Id))));
        Assert.Equal("ActualsPurged", await Server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"actuals {old.Id}").OrderByDescending(entry => entry.Id).Select(entry => entry.What).FirstAsync()));

        var plan = (await Server.PlanAsync()).Id;
        PlanUpload Sent(DateTime when) => new() { PlanId = plan, PersonId = person, Name = "plan.xlsx", Content = [1], SentUtc = when };
        var (late, recent) = (Sent(old.UploadedUtc - PlanUpload.Kept - TimeSpan.FromMinutes(1)), Sent(old.UploadedUtc));
        await Server.WithDbAsync(db =>
        {
            db.PlanUploads.AddRange(late, recent);
            return db.SaveChangesAsync();
        });
        Assert.Equal(1, await Server.WithAsync<PlanBookService, int>(books => books.PurgeAsync(default)));
        Assert.Equal(recent.Id, await Server.WithDbAsync(db => db.PlanUploads.Select(upload => upload.Id).SingleAsync()));
    }

    [Theory]
    [InlineData("actuals.csv", "not,a,publication\n1,2,3\n", "7 problems")]
    [InlineData("actuals.csv", "", "The file is empty")]
    [InlineData("actuals.xlsx", "PK", "The file must be CSV")]
    [InlineData("actuals.csv", "TOO LARGE", "must be smaller than 5 MB")]
    public async Task Upload_WhatIsNoSuchFile_IsRefusedAndKeepsNothing(string name, string content, string said)
    {
        using var client = await Server.SignInAsync(TestServer.Modeller);
        var before = await Server.WithDbAsync(db => db.ActualUploads.CountAsync());
        using var answer = await SendAsync(client, content == "TOO LARGE" ? new string('a', 5_000_001) : content, name);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(before, await Server.WithDbAsync(db => db.ActualUploads.CountAsync()));
    }

    [Fact]
    public async Task Upload_RowsWithFaults_ListsEachWithLineAndColumn()
    {
        using var client = await Server.SignInAsync(TestServer.Modeller);
        using var answer = await SendAsync(client, ActualsCsv.Months(1).Replace("420,371.5", "many,371.5", StringComparison.Ordinal).Replace("82,73.8", "82,", StringComparison.Ordinal), "actuals.csv");
        var page = await DocumentAsync(answer);
        Assert.Equal(
            [("2", "HC", "\"many\""), ("9", "FTE", "an empty cell")],
            page.QuerySelectorAll("table.cadre-register tbody tr").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent, row.Children[2].TextContent)));
    }

    [Fact]
    public async Task Upload_TenMegabytes_AreRefusedBeforeTheyAreRead()
    {
        using var client = await Server.SignInAsync(TestServer.Modeller);
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await SendAsync(client, new string('a', 10_000_000), "large.csv");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}

public sealed class SqliteActualUploadTests(TestServer server) : ActualUploadTests(server), IClassFixture<TestServer>;

public sealed class PostgresActualUploadTests(PostgresServer server) : ActualUploadTests(server.OrSkip), IClassFixture<PostgresServer>;
