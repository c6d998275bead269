using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Cadre.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests;

public sealed class UploadTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Page = "/frameworks/new";
    private const int LinkOfUnix = 0xA000 << 16;

    [Fact]
    public async Task Post_SoundFramework_StandsInTheListAsAVersion()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        FaultyFile.Replace(copy, "framework.yaml", 3, "A small nation made up for tests", "Another small nation");
        using var client = await server.SignInAsync(TestServer.Modeller);
        var zip = Zipped(copy, "small-nation/");

        using var answer = await SendAsync(client, zip);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await TestServer.ReadAsync(client, answer.Headers.Location!.ToString());
        Assert.Equal("Another small nation", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Another small nation", (await TestServer.ReadAsync(client, "/")).Body!.TextContent, StringComparison.Ordinal);
        using var again = await SendAsync(client, zip);
        Assert.Equal(answer.Headers.Location, again.Headers.Location);
        var entries = await server.WithDbAsync(db => db.AuditEntries.Where(entry => entry.What == "FrameworkImported" && entry.PersonId != null).ToListAsync());
        Assert.Equal($"framework {answer.Headers.Location!.ToString().Split('/')[^1]}", Assert.Single(entries).Subject);
    }

    [Fact]
    public async Task Post_FrameworkWithFaults_ListsThemAllAndKeepsNothing()
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        File.AppendAllText(Path.Combine(copy, "stock.csv"), "T1,nurses,core,2025-09-30,minus,1\n");
        File.Delete(Path.Combine(copy, "places.csv"));
        var page = await RefusedAsync(Zipped(copy, "small-nation/"));
        var expected = Assert.Throws<Cadre.Frameworks.Reading.FrameworkException>(() => Cadre.Frameworks.Reading.FrameworkReader.Read(copy)).Problems;
        Assert.True(expected.Count > 1);
        Assert.Equal(
            expected.Take(200).Select(problem => (problem.File, problem.Found, problem.Expected)),
            page.QuerySelectorAll("table tbody tr").Select(row => (row.Children[0].TextContent, row.Children[3].TextContent, row.Children[4].TextContent)));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "text", "no zip file" },
        { "nothing", "nothing in it" },
        { "../evil/framework.yaml", "leads out of its folder" },
        { "/evil/framework.yaml", "leads out of its folder" },
        { "C:/evil/framework.yaml", "leads out of its folder" },
        { "evil\\..\\framework.yaml", "leads out of its folder" },
        { "framework.yaml", "outside of a folder" },
        { "one/framework.yaml|two/framework.yaml", "2 folders at the top" },
        { "one/a|one/A", "a second time" },
        { "one/a|one/a/b", "within a file" },
        { "link", "a link" },
        { "bomb", "unpacks to over 250 times its size" },
        { "many", "1,001 entries" },
        { "one/framework.yaml", "problem" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Post_WhatIsNoFramework_IsRefusedInASentence(string what, string sentence)
    {
        var page = await RefusedAsync(what switch
        {
            "text" => "this is no zip file"u8.ToArray(),
            "nothing" => Zip(_ => { }),
            "link" => Zip(zip => Add(zip, "one/framework.yaml", "/etc/passwd").ExternalAttributes = LinkOfUnix),
            "bomb" => Zip(zip => Add(zip, "one/framework.yaml", new string('a', 20_000_000))),
            "many" => Zip(zip => Enumerable.Range(0, 1001).ToList().ForEach(i => Add(zip, $"one/{i}", ""))),
            _ => Zip(zip => what.Split('|').ToList().ForEach(name => Add(zip, name, "name: one"))),
        });
        Assert.Contains(sentence, page.QuerySelector(".nhsuk-error-message")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ZipThatBreaksOff_IsRefused()
    {
        var whole = Zipped(SmallFramework.Folder, "small-nation/");
        foreach (var length in (int[])[1, 100, whole.Length / 2, whole.Length - 1])
            Assert.Contains("no zip file", (await RefusedAsync(whole[..length])).QuerySelector(".nhsuk-error-message")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HundredMegabytes_AreAnsweredWithAPageBeforeTheyAreRead()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new Endless(100_000_000);
        using var answer = await client.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The file is too large", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, content.Sent);
    }

    private async Task<IDocument> RefusedAsync(byte[] zip)
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var (before, files) = (await server.WithDbAsync(db => db.Frameworks.CountAsync()), Uploads());
        using var answer = await SendAsync(client, zip);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((before, files), (await server.WithDbAsync(db => db.Frameworks.CountAsync()), Uploads()));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    /// <summary>Folders that uploads were unpacked into.</summary>
    private static int Uploads() => Directory.GetDirectories(Path.GetTempPath(), "cadre-upload-*").Length;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] zip)
    {
        var token = (await TestServer.ReadAsync(client, Page)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(zip), "zip", "small.zip" }, { new StringContent(token), "__RequestVerificationToken" } };
        return await client.PostAsync(new Uri(Page, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static byte[] Zipped(string folder, string top) => Zip(zip =>
    {
        foreach (var file in Directory.GetFiles(folder))
            zip.CreateEntryFromFile(file, top + Path.GetFileName(file));
        // What a Mac puts beside it.
        Add(zip, "__MACOSX/._framework.yaml", "x");
        Add(zip, $"{top}.DS_Store", "x");
    });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return bytes.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
        return entry;
    }

    /// <summary>A body that counts what was taken of it.</summary>
    private sealed class Endless(long length) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Headers.ContentType ??= new("multipart/form-data");
            var block = new byte[1 << 16];
            for (; Sent < length; Sent += block.Length)
                await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
