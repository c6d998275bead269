using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans.Workbooks;

/// <summary>Workbooks of plans as somebody with a spreadsheet would change them.</summary>
internal static class BookEdit
{
    private static readonly string[] Sheets = ["Read me", "Posts", "Prefilled", "Services", "Levers", "Assumptions", "Actions", "Partners", "Risks", "Narrative"];

    /// <summary>Types texts into cells: "Posts!F4".</summary>
    public static byte[] Type(byte[] bytes, params (string Cell, string Text)[] typed)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (cell, text) in typed)
            {
                var (sheet, address) = (cell.Split('!')[0], cell.Split('!')[1]);
                var entry = zip.GetEntry($"xl/worksheets/sheet{Array.IndexOf(Sheets, sheet) + 1}.xml")!;
                string xml;
                using (var reader = new StreamReader(entry.Open()))
                    xml = reader.ReadToEnd();
                var changed = new Regex($"<c r=\"{address}\" s=\"([0-9]+)\"[^>]*?(?: />|>.*?</c>)", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
                    .Replace(xml, match => $"<c r=\"{address}\" s=\"{match.Groups[1].Value}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>", 1);
                Assert.NotEqual(xml, changed);
                entry.Delete();
                using var writer = zip.CreateEntry(entry.FullName).Open();
                writer.Write(Encoding.UTF8.GetBytes(changed));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The workbook of the planner's plan as it is now.</summary>
    public static async Task<byte[]> OfAsync(TestServer server) => await server.WithAsync<PlanBookService, byte[]>(async books => await books.WriteAsync(await WholeAsync(server), await PlannerAsync(server), default));

    /// <summary>A workbook that the planner sent for the plan, with something to apply.</summary>
    public static async Task<Guid> SendAsync(TestServer server, string narrative)
    {
        var bytes = Type(await OfAsync(server), ("Narrative!A4", narrative));
        return await server.WithAsync<PlanBookService, Guid>(async books => (await books.SendAsync(await WholeAsync(server), await PlannerAsync(server), "plan.xlsx", bytes, default)).Upload!.Value);
    }

    public static Task<Guid> PlannerAsync(TestServer server) => server.WithDbAsync(db => db.Users.Where(user => user.Email == TestServer.Planner).Select(user => user.Id).FirstAsync());

    private static async Task<LocalPlan> WholeAsync(TestServer server)
    {
        var id = (await server.PlanAsync()).Id;
        return await server.WithAsync<PlanReader, LocalPlan>(async reader => (await reader.PlanAsync(id, default))!);
    }
}
