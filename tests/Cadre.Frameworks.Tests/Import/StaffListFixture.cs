using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import;

/// <summary>A copy of the small framework and a staff list for it.</summary>
internal sealed class StaffListFixture : IDisposable
{
    public const string Header = "pseudonym,organisation,staff_group,service,age,start_date,fte";

    /// <summary>Rows for the three cohorts of the trust T1: five people in six posts.</summary>
    public static readonly string[] Hills =
    [
        "p1,T1,nurses,,30,2025-01-15,1",
        "p2,T1,nurses,,30,2010-05-01,0.5",
        "p2,T1,support,,30,2010-05-01,0.5",
        "p3,T1,doctors,,50,2000-01-01,0.8",
        "p4,T1,nurses,all,24,2025-09-30,1.0",
        "p5,T1,nurses,,80,1990-01-01,0.25",
    ];

    private readonly TemporaryFolder _temporary = new();

    public StaffListFixture() => Framework = SmallFramework.CopyTo(_temporary.Path);

    public string Framework { get; }

    public string List => Path.Combine(_temporary.Path, "list.csv");

    private string ColumnsFile => Path.Combine(_temporary.Path, "columns.yaml");

    /// <summary>Imports the header and rows.</summary>
    public StaffListReport Import(IEnumerable<string> rows, string? columns = null, string header = Header, double tolerance = 0.01, bool matchPlaceRates = false) =>
        ImportText(string.Join('\n', rows.Prepend(header)) + "\n", columns, tolerance, matchPlaceRates);

    /// <summary>Imports the text of a list.</summary>
    public StaffListReport ImportText(string text, string? columns = null, double tolerance = 0.01, bool matchPlaceRates = false)
    {
        File.WriteAllText(List, text);
        return ImportFile(columns, tolerance, matchPlaceRates);
    }

    /// <summary>Imports the list that is there.</summary>
    public StaffListReport ImportFile(string? columns = null, double tolerance = 0.01, bool matchPlaceRates = false)
    {
        if (columns is not null)
            File.WriteAllText(ColumnsFile, columns);
        return StaffListImport.Import(Options(columns) with { Tolerance = tolerance, MatchPlaceRates = matchPlaceRates });
    }

    public StaffListOptions Options(string? columns = null) =>
        new() { Framework = Framework, List = List, Columns = columns is null ? null : ColumnsFile, Source = "synthetic" };

    /// <summary>The faults of a list, in which its path stands for nothing.</summary>
    public string[] Faults(Func<StaffListReport> import)
    {
        var before = Tables();
        var faults = Assert.Throws<FrameworkException>(import).Problems.Select(problem => problem.ToString().Replace(List, "list").Replace(ColumnsFile, "columns")).ToArray();
        Assert.Equal(before, Tables());
        return faults;
    }

    /// <summary>The text of every file.</summary>
    public Dictionary<string, string> Tables() =>
        Directory.GetFiles(Framework, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetRelativePath(Framework, file), File.ReadAllText);

    /// <summary>The rows of a table that begin with a text.</summary>
    public string[] Rows(string table, string start = "") =>
        [.. File.ReadLines(Path.Combine(Framework, table)).Skip(1).Where(line => line.StartsWith(start, StringComparison.Ordinal))];

    public void Dispose() => _temporary.Dispose();
}
