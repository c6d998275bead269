using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Reading.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>A workbook that somebody sent, read whole: its sheets in order and the cells of each that hold anything.</summary>
internal sealed class FormBook
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 5_000_000;

    private const int LongestName = 200;

    private static readonly WorkbookLimits Limits = new() { Entries = 500, Bytes = 60_000_000, Cells = 200_000 };

    private static readonly byte[] ZipStart = "PK"u8.ToArray(), OleStart = [0xD0, 0xCF, 0x11, 0xE0];

    private readonly Dictionary<string, IReadOnlyDictionary<(int Column, int Row), FormValue>> _cells = [];

    private FormBook(IReadOnlyList<string> sheets) => Sheets = sheets;

    /// <summary>Names of the sheets in the order of the tabs, hidden ones too.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>The cells of a sheet that hold anything, by column and row from 1; none where there is no such sheet.</summary>
    public IReadOnlyDictionary<(int Column, int Row), FormValue> CellsOf(string sheet) => _cells.TryGetValue(sheet, out var cells) ? cells : new Dictionary<(int, int), FormValue>();

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">What is in it.</param>
    /// <param name="name">Its name as it was sent.</param>
    /// <param name="wanted">The sheets whose cells are read.</param>
    /// <exception cref="BookRefusedException">It cannot be read as a workbook.</exception>
    public static FormBook Read(byte[] bytes, string name, IReadOnlyCollection<string> wanted)
    {
        CheckKind(bytes, name);
        try
        {
            using var package = WorkbookPackage.Open(bytes, name, Limits);
            var parts = new WorkbookParts(package, name, Limits);
            var book = new FormBook([.. parts.Sheets.Select(sheet => sheet.Name)]);
            if (book.Sheets.Distinct(StringComparer.OrdinalIgnoreCase).Count() < book.Sheets.Count) throw new BookRefusedException($"{name} has two sheets of one name. Save it again with a spreadsheet program.");
            var (texts, days) = (parts.ReadTexts(), parts.ReadDayStyles());
            var left = Limits.Cells;
            foreach (var sheet in parts.Sheets.Where(sheet => wanted.Contains(sheet.Name)))
            {
                var cells = package.Read(sheet.Part, new FormSheetReader(name, sheet.Name, texts, days, parts.CountsFrom1904, left).Read);
                left -= cells.Count;
                book._cells.Add(sheet.Name, cells);
            }

            return book;
        }
        catch (FrameworkException refused)
        {
            var problem = refused.Problems[0];
            throw new BookRefusedException($"{name} cannot be read: found {problem.Found}, expected {problem.Expected}.");
        }
    }

    private static void CheckKind(byte[] bytes, string name)
    {
        if (name.IndexOfAny(['/', '\\', ':']) >= 0 || name.Any(char.IsControl) || name is ".." or ".") throw new BookRefusedException("The name of the file holds a path. Send a file that has a name alone, such as plan.xlsx.");
        if (name.Length is 0 or > LongestName) throw new BookRefusedException($"The name of the file must have 1 to {LongestName} characters.");
        var ending = name.LastIndexOf('.') is >= 0 and var dot ? name[dot..] : "";
        if (!ending.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new BookRefusedException($"{name} is {(ending.Length > 0 ? $"a file of the kind {ending}" : "a file without a kind")}{(ending is ".xlsm" or ".xltm" or ".xls" or ".xlsb" ? ", which may hold macros" : "")}. Save the workbook as .xlsx and send that.");
        if (bytes.Length == 0) throw new BookRefusedException($"{name} is empty.");
        if (bytes.Length > MostBytes) throw new BookRefusedException($"{name} has {bytes.Length:#,0} bytes. A plan's workbook may have up to {MostBytes / 1_000_000} MB.");
        if (bytes.AsSpan().StartsWith(OleStart)) throw new BookRefusedException($"{name} is protected by a password or is an older kind of workbook. Save it as .xlsx without a password and send that.");
        if (!bytes.AsSpan().StartsWith(ZipStart)) throw new BookRefusedException($"{name} is no .xlsx workbook, whatever its name says.");
    }
}
