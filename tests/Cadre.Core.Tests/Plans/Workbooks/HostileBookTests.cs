using System.IO.Compression;
using System.Text;
using Cadre.Core.Plans.Workbooks;

namespace Cadre.Core.Tests.Plans.Workbooks;

/// <summary>Files that are no workbook of a plan, or mean harm: each refused in one sentence.</summary>
public sealed class HostileBookTests
{
    private static readonly byte[] Sound = BookCase.Write(BookCase.Prefilled(PlanCase.Small, "S3"));

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "nothing", "plan.xlsx", "is empty" },
        { "text", "plan.xlsx", "is no .xlsx workbook, whatever its name says" },
        { "ole", "plan.xlsx", "protected by a password" },
        { "large", "plan.xlsx", "may have up to 5 MB" },
        { "sound", "plan.xlsm", "of the kind .xlsm, which may hold macros" },
        { "sound", "plan.xls", "of the kind .xls, which may hold macros" },
        { "sound", "plan.csv", "of the kind .csv" },
        { "sound", "plan", "without a kind" },
        { "sound", "../plan.xlsx", "holds a path" },
        { "sound", "C:\\plan.xlsx", "holds a path" },
        { "broken", "plan.xlsx", "breaks off" },
        { "zip", "plan.xlsx", "cannot be read" },
        { "macros", "plan.xlsx", "macros (xl/vbaProject.bin)" },
        { "macro-type", "plan.xlsx", "a workbook with macros" },
        { "links", "plan.xlsx", "links to other workbooks" },
        { "entry", "plan.xlsx", "leads out of the workbook" },
        { "dtd", "plan.xlsx", "it has a DTD" },
        { "bomb", "plan.xlsx", "unpacks to over 250 times its size" },
        { "many", "plan.xlsx", "entries in the zip file" },
        { "cells", "plan.xlsx", "more than 200,000 cells" },
        { "origin", "plan.xlsx", "is no workbook of a plan that Cadre made" },
        { "format", "plan.xlsx", "has version 1 of the format of plan workbooks, and this Cadre reads version 2" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Open_WhatIsNoWorkbookOfAPlan_IsRefusedInASentence(string what, string name, string sentence)
    {
        var refused = Assert.Throws<BookRefusedException>(() => PlanBookReader.OriginOf(BookCase.Open(BytesOf(what), name), name));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static byte[] BytesOf(string what) => what switch
    {
        "nothing" => [],
        "text" => "Service,Staff group"u8.ToArray(),
        "ole" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "large" => new byte[FormBook.MostBytes + 1],
        "sound" => Sound,
        "broken" => Sound[..(Sound.Length / 2)],
        "zip" => Zip(zip => Add(zip, "hello.txt", "hello")),
        "macros" => BookCase.ChangeZip(Sound, zip => Add(zip, "xl/vbaProject.bin", "x")),
        "macro-type" => Edit("[Content_Types].xml", text => text.Replace("sheet.main+xml", "sheet.macroEnabled.main+xml", StringComparison.Ordinal)),
        "links" => BookCase.ChangeZip(Sound, zip => Add(zip, "xl/externalLinks/externalLink1.xml", "<x/>")),
        "entry" => BookCase.ChangeZip(Sound, zip => Add(zip, "../../evil.xml", "<x/>")),
        "dtd" => Edit("xl/worksheets/sheet2.xml", text => text.Replace("<worksheet ", "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\">]><worksheet ", StringComparison.Ordinal)),
        "bomb" => BookCase.ChangeZip(Sound, zip => Add(zip, "xl/big.xml", new string('a', 20_000_000))),
        "many" => BookCase.ChangeZip(Sound, zip => Enumerable.Range(0, 600).ToList().ForEach(i => Add(zip, $"xl/{i}.xml", ""))),
        "cells" => Edit("xl/worksheets/sheet2.xml", text => text.Replace("<sheetData>", $"<sheetData>{string.Concat(Enumerable.Range(500, 201).Select(row => $"<row r=\"{row}\">{string.Concat(Enumerable.Range(0, 1000).Select(i => $"<c><v>{(row * 7919) + (i * 104729 % 99991)}</v></c>"))}</row>"))}", StringComparison.Ordinal)),
        "origin" => Edit("xl/worksheets/sheet14.xml", text => text.Replace("Workbook of a local plan", "Something else", StringComparison.Ordinal)),
        "format" => BookCase.Type(Sound, ("Cadre!B2", "1")),
        _ => throw new ArgumentException($"No case {what}.", nameof(what)),
    };

    private static byte[] Edit(string part, Func<string, string> edit) => BookCase.ChangeZip(Sound, zip =>
    {
        var entry = zip.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        var edited = edit(text);
        Assert.NotEqual(text, edited);
        Add(zip, part, edited);
    });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
