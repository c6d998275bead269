using System.Net;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Tests.Import.Workbooks;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>A copy of a framework and a publication for it.</summary>
internal sealed class PublicationFixture : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    /// <param name="framework">Name of a framework of the repository, <c>examples/wisn</c>; blank for the small one made up for tests.</param>
    public PublicationFixture(string framework = "")
    {
        if (framework.Length == 0)
        {
            Framework = SmallFramework.CopyTo(_temporary.Path);
            return;
        }

        var from = Path.Combine(Repository.Root, "frameworks", framework);
        Framework = Directory.CreateDirectory(Path.Combine(_temporary.Path, Path.GetFileName(framework))).FullName;
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Framework, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Framework { get; }

    public string Folder => _temporary.Path;

    private string ColumnsFile => Path.Combine(_temporary.Path, "columns.yaml");

    private string Publication { get; set; } = "";

    /// <summary>Imports a header and rows as CSV.</summary>
    public PublicationReport Import(string header, IEnumerable<string> rows, string? columns = null, bool matchPlaceRates = false) =>
        ImportText(string.Join('\n', rows.Prepend(header)) + "\n", columns, matchPlaceRates);

    /// <summary>Imports the text of a CSV file.</summary>
    public PublicationReport ImportText(string text, string? columns = null, bool matchPlaceRates = false)
    {
        var path = Path.Combine(_temporary.Path, "publication.csv");
        File.WriteAllText(path, text);
        return ImportFile(path, columns, matchPlaceRates);
    }

    /// <summary>Imports a header and rows as a workbook: what looks like a number is one there.</summary>
    public PublicationReport ImportWorkbook(string header, IEnumerable<string> rows, string? columns = null, bool matchPlaceRates = false)
    {
        var book = new TestWorkbook(string.Concat(rows.Prepend(header).Select((row, index) => $"<row r=\"{index + 1}\">{string.Concat(Cells(row).Select((cell, column) => Cell(Address(column, index + 1), cell)))}</row>")));
        File.Delete(Path.Combine(_temporary.Path, "publication.xlsx"));
        return ImportFile(book.Save(_temporary.Path, "publication.xlsx"), columns, matchPlaceRates);
    }

    /// <summary>Imports a file that is there.</summary>
    public PublicationReport ImportFile(string path, string? columns = null, bool matchPlaceRates = false)
    {
        Publication = path;
        if (columns is not null)
            File.WriteAllText(ColumnsFile, columns);
        return PublicationImport.Import(Options(path, columns) with { MatchPlaceRates = matchPlaceRates });
    }

    public PublicationOptions Options(string path, string? columns = null) => new() { Framework = Framework, Publication = path, Columns = columns is null ? null : ColumnsFile };

    /// <summary>The faults of an import, in which the paths of file and columns file stand for nothing; the framework is as it was.</summary>
    public string[] Faults(Func<PublicationReport> import)
    {
        var before = Tables();
        var wrong = Assert.Throws<FrameworkException>(import);
        Assert.Equal(before, Tables());
        return [.. wrong.Problems.Select(problem => problem.ToString().Replace(Publication, "file").Replace(ColumnsFile, "columns"))];
    }

    /// <summary>The text of every file.</summary>
    public Dictionary<string, string> Tables() =>
        Directory.GetFiles(Framework, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetRelativePath(Framework, file), File.ReadAllText);

    /// <summary>The rows of a table that begin with a text.</summary>
    public string[] Rows(string table, string start = "") =>
        [.. File.ReadLines(Path.Combine(Framework, table)).Skip(1).Where(line => line.StartsWith(start, StringComparison.Ordinal))];

    /// <summary>A columns file of the documentation.</summary>
    public static string Example(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "examples", "publications", $"{name}.yaml"));

    /// <summary>The framework as it is.</summary>
    public Framework Read() => FrameworkReader.Read(Framework);

    public void Dispose() => _temporary.Dispose();

    /// <summary>Cells of a line of CSV without quotes within quotes.</summary>
    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var (cell, quoted) = ("", false);
        foreach (var letter in row)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else cell += letter;
        }

        cells.Add(cell);
        return cells;
    }

    private static string Cell(string address, string cell) =>
        cell.Length == 0 ? "" : double.TryParse(cell, out _) && !cell.Contains(',') && !cell.StartsWith('0') ? TestWorkbook.Number(address, cell) : TestWorkbook.Text(address, WebUtility.HtmlEncode(cell));

    private static string Address(int column, int row) => $"{(char)('A' + column)}{row}";
}
