using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads places.csv: one row per place and parent.</summary>
internal sealed class PlacesReader
{
    private readonly ReadContext _context;
    private readonly CsvTable _table;
    private readonly List<PlaceRow>[] _rowsOf;

    private PlacesReader(ReadContext context)
    {
        _context = context;
        _table = context.Table(FrameworkTables.Places);
        context.Places.IsComplete = _table.IsComplete;
        _rowsOf = ReadRows();
    }

    /// <summary>The places in the order in which they first appear. Parents that could not be read are left out.</summary>
    public static List<Place> Read(ReadContext context)
    {
        var reader = new PlacesReader(context);
        reader.CheckOneNation();
        foreach (var rows in reader._rowsOf)
            reader.CheckRowsOfOnePlace(rows);
        return [.. reader._rowsOf.Select(reader.ToPlace)];
    }

    private List<PlaceRow>[] ReadRows()
    {
        foreach (var row in _table.Rows)
        {
            if (row.Code("place") is { } code)
                _context.Places.TryAdd(code);
            else
                _context.Places.IsComplete = false;
        }

        var rowsOf = Enumerable.Range(0, _context.Places.Count).Select(_ => new List<PlaceRow>()).ToArray();
        foreach (var row in _table.Rows)
        {
            var read = ReadRow(row);
            if (read.Place >= 0 && !RepeatsParent(rowsOf[read.Place], read))
                rowsOf[read.Place].Add(read);
        }

        return rowsOf;
    }

    private PlaceRow ReadRow(CsvRow row)
    {
        var place = _context.Places.IndexOf(row.OptionalText("place"));
        var name = row.Text("name");
        var level = row.Word("level", Words.Levels);
        var parent = row.OptionalReference("parent", _context.Places);
        var weight = row.IsBlank("weight") ? (double?)null : row.Number("weight", Quantity.Weight);
        if (level == PlaceLevel.Nation)
        {
            if (parent is not null)
                row.Report("parent", "an empty cell: the nation has no parent");
            else if (weight is not null)
                row.Report("weight", "an empty cell: the nation has no parent");
        }
        else if (level is not null)
        {
            if (parent is null)
                row.Report("parent", _context.Places.Expected);
            if (weight is null)
                row.Report("weight", Quantity.Weight.Expected());
        }

        var sector = ReadSector(row, level);
        var note = Provenance.Read(row, _context).Note;
        return new PlaceRow(row, place, name, level, parent, weight ?? double.NaN, sector, note);
    }

    /// <summary>The sector of an employer; null above trusts, and where it could not be read.</summary>
    private static EmployerSector? ReadSector(CsvRow row, PlaceLevel? level)
    {
        if (level == PlaceLevel.Trust)
            return row.Word("sector", Words.Sectors);
        if (level is not null && row.OptionalText("sector").Length > 0)
            row.Report("sector", "an empty cell: only a trust has a sector");
        return null;
    }

    private static bool RepeatsParent(List<PlaceRow> rows, PlaceRow read)
    {
        if (read.Parent < 0 || rows.Find(row => row.Parent == read.Parent) is not { } earlier)
            return false;
        read.Row.Report("place", $"\"{read.Row.OptionalText("place")}\" with the same parent a second time", $"one row for each place and parent; line {earlier.Row.Line} has it already");
        return true;
    }

    private void CheckOneNation()
    {
        var nations = _rowsOf.SelectMany(rows => rows).Where(row => row.Level == PlaceLevel.Nation).ToArray();
        foreach (var second in nations.Skip(1))
            second.Row.Report("level", $"one nation; line {nations[0].Row.Line} is the nation already");
        var mayBeNation = !_context.Places.IsComplete || _rowsOf.Any(rows => rows.Exists(row => row.Level is null));
        if (nations.Length == 0 && !mayBeNation)
            _context.Problems.Add(_table.Schema.File, "level", "no place of level nation", "exactly one");
    }

    private void CheckRowsOfOnePlace(List<PlaceRow> rows)
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows.Skip(1))
        {
            if (row.Name.Length > 0 && rows[0].Name.Length > 0 && row.Name != rows[0].Name)
                row.Row.Report("name", $"the name of this place in line {rows[0].Row.Line}, {rows[0].Name}");
            if (row.Level is not null && rows[0].Level is not null && row.Level != rows[0].Level)
                row.Row.Report("level", $"the level of this place in line {rows[0].Row.Line}");
            if (row.Sector is not null && rows[0].Sector is not null && row.Sector != rows[0].Sector)
                row.Row.Report("sector", $"the sector of this place in line {rows[0].Row.Line}, {rows[0].Row.OptionalText("sector")}");
        }

        foreach (var row in rows.Where(row => row.Parent >= 0 && row.Level > PlaceLevel.Nation))
        {
            if (_rowsOf[row.Parent!.Value] is [{ Level: { } above }, ..] && above >= row.Level)
                row.Row.Report("parent", $"a place on a higher level than {row.Row.OptionalText("level")}");
        }

        if (_context.Places.IsComplete && rows.TrueForAll(row => row.Level is not (null or PlaceLevel.Nation)))
            SumCheck.Report([.. rows.Select(row => (row.Row, row.Weight))], "weight", "the weights of a place");
    }

    private Place ToPlace(List<PlaceRow> rows, int index) => new()
    {
        Code = _context.Places[index],
        Name = rows.Count > 0 ? rows[0].Name : "",
        Level = LevelOf(rows) ?? PlaceLevel.Trust,
        Parents =
        [
            .. rows
                // By the place's one level, so that whatever its rows say no place is above itself.
                .Where(row => row.Parent >= 0 && LevelOf(_rowsOf[row.Parent.Value]) < LevelOf(rows))
                .Select(row => new ParentShare(row.Parent!.Value, row.Weight)),
        ],
        Sector = rows.Count > 0 ? rows[0].Sector : null,
        Note = rows.Count > 0 ? rows[0].Note : "",
    };

    private static PlaceLevel? LevelOf(List<PlaceRow> rows) => rows.Count > 0 ? rows[0].Level : null;

    private sealed record PlaceRow(CsvRow Row, int Place, string Name, PlaceLevel? Level, int? Parent, double Weight, EmployerSector? Sector, string Note);
}
