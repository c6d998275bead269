using System.IO.Compression;
using Cadre.Frameworks.Import;
using Cadre.Frameworks.Import.Plans;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.England2025;
using Cadre.Frameworks.Tests.Import;
using Cadre.Frameworks.Tests.SteppingForward2017;
using Cadre.Frameworks.Upgrading;
using Cadre.TestCommon;
using Cadre.TestCommon.Fuzzing;

namespace Cadre.Frameworks.Tests.Fuzzing;

/// <summary>
/// The readers that are fuzzed. A new one is one more entry of <see cref="All"/>: sound files, as small as they can be, and how they are read;
/// what it throws is to be a <see cref="FrameworkException"/> that names a file.
/// </summary>
internal static class ReaderTargets
{
    public static IReadOnlyList<FuzzTarget> All =>
    [
        .. Frameworks().Select(Read),
        Read(Path.Combine("tests", "TestCommon", SmallFramework.Name)) with { Name = "small-nation with ways out", Create = CreateWaysOut, Weight = 4 },
        StaffList("a staff list", "list.csv"),
        StaffList("a packed staff list", "list.csv.gz"),
        ImportSettingsOf("import.yaml of three publications", EnglandRun.Folder),
        ImportSettingsOf("import.yaml of a plan", PlanTotalTests.Folder),
        Published("turnover of a month", SamplePublications.Month, (data, _) => TurnoverFile.Read(data, SamplePublications.England)),
        Published("turnover by age", SamplePublications.Year, ReadYear),
        Published("population", SamplePublications.People, (data, _) => PopulationFile.Read(data, SamplePublications.England)),
        Published("staff by organisation", SamplePublications.Stock, (data, _) => StaffByOrganisationFile.Read(data, SamplePublications.Plan, ["RV3", "RV5"])),
        Workbook,
        Upgrade,
    ];

    /// <summary>Imports of publications of every format into the small framework, as CSV and as a workbook.</summary>
    public static IReadOnlyList<FuzzTarget> Publications =>
    [
        .. FormatSamples.All.Select(sample => Publication(sample, "publication.csv", sample.SaveCsv)),
        .. FormatSamples.All.Select(sample => Publication(sample, "publication.xlsx", sample.SaveWorkbook)),
    ];

    /// <summary>Imports from the publications themselves, slow ones; none where they are not on the machine.</summary>
    public static IReadOnlyList<FuzzTarget> Imports => PublishedData.IsThere ? [Import(EnglandRun.Folder), Import(PlanTotalTests.Folder)] : [];

    private static Framework Small { get; } = FrameworkReader.Read(SmallFramework.Folder);

    /// <summary>The tables that imports of publications change.</summary>
    private static TableSchema[] EditedTables =>
    [
        FrameworkTables.Assumptions, FrameworkTables.AssumptionsImported, FrameworkTables.Stock, FrameworkTables.PlaceRates, FrameworkTables.Adjustments, FrameworkTables.Need,
        FrameworkTables.NeedActivities, FrameworkTables.Evidence,
    ];

    private static FuzzTarget Workbook => new()
    {
        Name = "a workbook",
        Create = SamplePublications.SaveWorkbook,
        Read = folder => ReadPeople(folder, "book.xlsx"),
        FaultOf = FrameworkFaults.Of,
        Weight = 4,
    };

    private static FuzzTarget Upgrade => new()
    {
        Name = "upgrade",
        Create = folder => Copy(Path.Combine(Repository.Root, "tests", "TestCommon", "format-1"), Path.Combine(folder, "format-1")),
        Read = folder => FrameworkUpgrade.Upgrade(Path.Combine(folder, "format-1")),
        FaultOf = FrameworkFaults.Of,
    };

    private static IEnumerable<string> Frameworks() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "frameworks", "examples")).Order(StringComparer.Ordinal)
            .Concat(new[] { "corner-cases", "every-way" }.Select(name => Path.Combine(Repository.Root, "tests", "TestCommon", name)));

    private static FuzzTarget Read(string source)
    {
        var name = Path.GetFileName(source);
        return new FuzzTarget
        {
            Name = name,
            Create = folder => Copy(source, Path.Combine(folder, name)),
            Spoils = file => !file.EndsWith(FrameworkTables.ReadmeFile, StringComparison.Ordinal),
            Read = folder => FrameworkReader.Read(Path.Combine(folder, name)),
            FaultOf = FrameworkFaults.Of,
        };
    }

    private static void CreateWaysOut(string folder)
    {
        var copy = SmallFramework.CopyTo(folder);
        SmallFramework.AddWaysOut(copy);
    }

    private static FuzzTarget StaffList(string name, string list) => new()
    {
        Name = name,
        Create = folder =>
        {
            SmallFramework.CopyTo(folder);
            File.WriteAllText(Path.Combine(folder, "columns.yaml"), SamplePublications.Columns);
            var text = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', StaffListFixture.Hills.Prepend(StaffListFixture.Header)) + "\n");
            using Stream file = list.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(Path.Combine(folder, list)), CompressionLevel.Optimal) : File.Create(Path.Combine(folder, list));
            file.Write(text);
        },
        Spoils = file => !file.Contains('/'),
        Read = folder => StaffListImport.Import(new StaffListOptions
        {
            Framework = Path.Combine(folder, SmallFramework.Name), List = Path.Combine(folder, list), Columns = Path.Combine(folder, "columns.yaml"), Source = "synthetic", Tolerance = 0.5,
        }),
        FaultOf = FrameworkFaults.Of,
        Weight = 3,
    };

    /// <summary>An import without the check of the whole framework before and after it, which is most of its time and is tried by other readers.</summary>
    private static FuzzTarget Publication(FormatSample sample, string file, Action<string> save) => new()
    {
        Name = $"{sample.Name}, {file}",
        Create = folder =>
        {
            save(folder);
            File.WriteAllText(Path.Combine(folder, "columns.yaml"), sample.Columns);
            var copy = Directory.CreateDirectory(Path.Combine(folder, SmallFramework.Name)).FullName;
            foreach (var table in EditedTables)
                File.Copy(Path.Combine(SmallFramework.Folder, table.File), Path.Combine(copy, table.File));
        },
        Spoils = path => !path.Contains('/'),
        Read = folder => PublicationImport.Import(
            new PublicationOptions
            {
                Framework = Path.Combine(folder, SmallFramework.Name), Publication = Path.Combine(folder, file), Columns = Path.Combine(folder, "columns.yaml"), MatchPlaceRates = true,
            },
            Small, check: CheckTables),
        FaultOf = FrameworkFaults.Of,
    };

    /// <summary>Reads the tables that an import wrote, whose form must be sound whatever is published.</summary>
    private static void CheckTables(string folder)
    {
        foreach (var table in FrameworkTables.All.Where(table => File.Exists(Path.Combine(folder, table.File))))
        {
            var problems = new Problems();
            CsvTable.Read(File.ReadAllBytes(Path.Combine(folder, table.File)), table, problems);
            if (problems.Count > 0) throw new InvalidOperationException($"{table.File} was written and cannot be read");
        }
    }

    private static FuzzTarget ImportSettingsOf(string name, string framework) => new()
    {
        Name = name,
        Create = folder => File.Copy(Path.Combine(framework, FrameworkTables.ImportFile), Path.Combine(folder, FrameworkTables.ImportFile)),
        Read = folder => ImportSettings.Read(folder),
        FaultOf = FrameworkFaults.Of,
        Weight = 2,
    };

    private static FuzzTarget Published(string name, (string File, string Text) sample, Action<string, string> read) => new()
    {
        Name = name,
        Create = folder =>
        {
            var path = Path.Combine(folder, sample.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, sample.Text);
        },
        Read = folder => read(folder, sample.File),
        FaultOf = FrameworkFaults.Of,
    };

    private static FuzzTarget Import(string framework) => new()
    {
        Name = $"import of {Path.GetFileName(framework)}",
        Create = folder =>
        {
            Copy(framework, Path.Combine(folder, Path.GetFileName(framework)));
            var settings = ImportSettings.Read(framework);
            string[] files = settings.Plan is { } plan ? [plan.Stock.File] : [settings.Month.File, settings.Year.File, settings.Population.File];
            foreach (var file in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, "data", file))!);
                File.WriteAllBytes(Path.Combine(folder, "data", file), File.ReadAllBytes(Path.Combine(PublishedData.Folder, file)));
            }
        },
        Spoils = file => file.StartsWith("data", StringComparison.Ordinal) || file.EndsWith(FrameworkTables.ImportFile, StringComparison.Ordinal) || file.EndsWith(FrameworkTables.Places.File, StringComparison.Ordinal),
        Read = folder => Importer.Import(Path.Combine(folder, Path.GetFileName(framework)), Path.Combine(folder, "data")),
        FaultOf = FrameworkFaults.OfImport,
    };

    private static void ReadYear(string data, string file)
    {
        var year = AgeBandFile.Read(data, SamplePublications.England);
        foreach (var group in SamplePublications.England.StaffGroups.Values)
        {
            if (year.RatesOf(group.Published) is not null) year.BandsOf(group.Published, group.Youngest);
        }
    }

    private static void ReadPeople(string folder, string file)
    {
        var people = PublishedFile.Read(folder, new Publication { File = file }, "year", "people");
        foreach (var row in people.Rows)
            people.Required(row, "people");
        if (people.Problems.Count > 0) throw new FrameworkException(people.Problems);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
