using Cadre.Frameworks.Import;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.England2025;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>The import on the real publications.</summary>
public sealed class ImporterTests
{
    private static string CopyOfEngland(TemporaryFolder temporary)
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Path, "england-2025")).FullName;
        foreach (var file in Directory.GetFiles(EnglandRun.Folder))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    [Fact]
    public void Import_TheSamePublications_GivesTheCommittedTablesByteForByte()
    {
        using var temporary = new TemporaryFolder();
        var folder = CopyOfEngland(temporary);
        var report = Importer.Import(folder, PublishedData.Folder);
        Assert.Equal(13, report.TablesWritten.Count);
        Assert.All(report.TablesWritten, table => Assert.Equal(File.ReadAllBytes(Path.Combine(EnglandRun.Folder, table)), File.ReadAllBytes(Path.Combine(folder, table))));
    }

    [Fact]
    public void Import_WhatItDidNotUse_IsCounted()
    {
        using var temporary = new TemporaryFolder();
        var report = Importer.Import(CopyOfEngland(temporary), PublishedData.Folder);
        Assert.Equal([9450, 343, 1680], report.Files.Select(file => file.Rows));
        Assert.Equal([7613 + (3 * 47), 280, 840], report.Files.Select(file => file.NotUsed.Values.Sum()));
        Assert.Equal(0.82, report.PooledRatio!.Value.Leaving, 0.01);
        Assert.Equal(0.74, report.PooledRatio.Value.Joining, 0.01);
        Assert.All(report.Residuals, row => Assert.True(Math.Abs(row.Residual) <= 1e-6 * Math.Max(1, row.Target)));
    }

    [Fact]
    public void Import_StaffGroupLeftOutOfTheSettings_IsListedNotDropped()
    {
        using var temporary = new TemporaryFolder();
        var folder = CopyOfEngland(temporary);
        Edit(folder, "import.yaml", text => text[..text.IndexOf("  unknown:", StringComparison.Ordinal)]);
        Edit(folder, "staff_groups.csv", text => text[..text.IndexOf("unknown,", StringComparison.Ordinal)]);
        Edit(folder, "pay.csv", text => string.Concat(text.Split('\n').Where(line => !line.StartsWith("unknown,", StringComparison.Ordinal)).Select(line => line + "\n")).TrimEnd('\n') + "\n");
        var report = Importer.Import(folder, PublishedData.Folder);
        Assert.Contains("staff group \"Unknown classification\" is not in import.yaml", report.Files[0].NotUsed.Keys);
    }

    [Fact]
    public void Import_BrokenPublication_NamesEveryFaultAndChangesNothing()
    {
        using var temporary = new TemporaryFolder();
        var folder = CopyOfEngland(temporary);
        var settings = ImportSettings.Read(folder);
        var data = Directory.CreateDirectory(Path.Combine(temporary.Path, "data")).FullName;
        foreach (var file in new[] { settings.Month.File, settings.Year.File, settings.Population.File })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(data, file))!);
            File.Copy(Path.Combine(PublishedData.Folder, file), Path.Combine(data, file));
        }

        var lines = File.ReadAllLines(Path.Combine(data, settings.Month.File));
        lines[2] = lines[2].Replace(",1733,", ",*,");
        lines[4] += ",surplus";
        File.WriteAllLines(Path.Combine(data, settings.Month.File), lines);
        var before = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllText);

        var error = Assert.Throws<FrameworkException>(() => Importer.Import(folder, data));
        Assert.Equal([(3, "HC", "\"*\""), (5, null, "14 cells")], error.Problems.Select(problem => (problem.Line, problem.Column, problem.Found)));
        Assert.Equal(before, Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllText));
    }

    [Theory]
    [InlineData("cluster: Mental Health", "colour: red\ncluster: Mental Health", "colour")]
    [InlineData("  estates:\n", "  estate:\n", "\"estate\"")]
    [InlineData("  period: 2022\n", "", "nothing that fits")]
    [InlineData("cluster: Mental Health", "cluster:", "nothing that fits")]
    [InlineData("  source: population-2022\n", "  source: population-2023\n", "\"population-2023\"")]
    [InlineData("  known_on: 2026-04-30\n", "  known_on: 30 April 2026\n", "\"30 April 2026\"")]
    [InlineData("    published: Midwives\n    ages_like: nurses\n", "    published: Midwives\n    ages_like: midwives\n", "nothing that fits")]
    [InlineData("    published: Midwives\n    ages_like: nurses\n", "", "nothing that fits")]
    [InlineData("leaving_pooled: 1.4", "leaving_pooled: 0.4", "nothing that fits")]
    public void Read_WrongSettings_AreProblemsOfTheFramework(string from, string to, string found)
    {
        using var temporary = new TemporaryFolder();
        var folder = CopyOfEngland(temporary);
        Edit(folder, "import.yaml", text => text.Replace(from, to));
        var error = Assert.Throws<FrameworkException>(() => FrameworkReader.Read(folder));
        Assert.Contains(error.Problems, problem => problem.File == "import.yaml" && problem.Found.Contains(found));
    }

    [Fact]
    public void Import_NoPublications_SaysWhichFileIsMissing()
    {
        using var temporary = new TemporaryFolder();
        var error = Assert.Throws<FrameworkException>(() => Importer.Import(EnglandRun.Folder, temporary.Path));
        Assert.Contains("turnover_benchmarking_staff_group_by_org_2025-10.csv", error.Message);
    }

    private static void Edit(string folder, string file, Func<string, string> change)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }
}
