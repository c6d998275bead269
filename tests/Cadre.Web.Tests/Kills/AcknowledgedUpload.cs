using System.IO.Compression;
using System.Net;
using Cadre.TestCommon;
using Cadre.Web.Tests.Plans.Workbooks;

namespace Cadre.Web.Tests.Kills;

/// <summary>Files that the server acknowledges: a framework's zip and the workbook of a plan.</summary>
internal static class AcknowledgedUpload
{
    /// <summary>Uploads a framework that nobody has yet.</summary>
    /// <returns>The subject of its audit entry; null where it was refused.</returns>
    public static async Task<string?> FrameworkAsync(HttpClient client)
    {
        using var folder = new TemporaryFolder();
        var copy = SmallFramework.CopyTo(folder.Path);
        FaultyFile.Replace(copy, "framework.yaml", 3, "made up for tests", $"made up as {Guid.NewGuid():N}");
        using var bytes = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(copy, bytes, CompressionLevel.Fastest, includeBaseDirectory: true, TestContext.Current.CancellationToken);
        using var answer = await SendAsync(client, "/frameworks/new", "zip", "small.zip", bytes.ToArray());
        return answer.StatusCode == HttpStatusCode.Redirect ? $"framework {answer.Headers.Location!.ToString().Split('/')[2]}" : null;
    }

    /// <summary>Downloads the workbook of a plan, types its narrative, uploads and applies it.</summary>
    /// <returns>What was typed; null where the plan does not take it now.</returns>
    public static async Task<string?> WorkbookAsync(HttpClient client, string plan)
    {
        using var book = await client.GetAsync(new Uri($"{plan}/workbook", UriKind.Relative), TestContext.Current.CancellationToken);
        if (book.StatusCode != HttpStatusCode.OK || (await TestServer.ReadAsync(client, plan)).QuerySelector($"a[href='{plan}/upload']") is null) return null;
        var text = $"by workbook {Guid.NewGuid():N}";
        var bytes = BookEdit.Type(await book.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), ("Narrative!A4", text));
        using var sent = await SendAsync(client, $"{plan}/upload", "workbook", "plan.xlsx", bytes);
        if (sent.StatusCode != HttpStatusCode.Redirect) return null;
        var difference = sent.Headers.Location!.ToString();
        using var applied = await TestServer.PostAsync(client, difference, difference);
        return applied.StatusCode == HttpStatusCode.Redirect ? text : null;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string field, string name, byte[] bytes)
    {
        var document = await TestServer.ReadAsync(client, page);
        if (document.QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value") is not { } token) return new HttpResponseMessage(HttpStatusCode.Conflict);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, name }, { new StringContent(token), "__RequestVerificationToken" } };
        return await client.PostAsync(new Uri(page, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
