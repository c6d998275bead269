using Cadre.Engine.Simulation;

namespace Cadre.Frameworks.Reading;

/// <summary>The columns <c>from</c> and <c>to</c> of an age band.</summary>
internal static class AgeRange
{
    private const int Youngest = Ages.First;
    private const int End = Ages.Last + 1;

    /// <summary>Both ages; -1 for one that could not be read.</summary>
    public static (int From, int To) Read(CsvRow row)
    {
        var from = row.Whole("from", Quantity.Whole("an age", Youngest, End - 1));
        var to = row.Whole("to", Quantity.Whole("an age", Youngest + 1, End));
        if (from < 0 || to < 0 || to > from)
            return (from, to);
        row.Report("to", $"an age over from, {from}");
        return (from, -1);
    }

    /// <summary>Reports a band that does not begin where the one before it ends; the bands are in ascending order.</summary>
    public static void CheckGaps(IReadOnlyList<(CsvRow Row, int From, int To)> bands)
    {
        for (var i = 1; i < bands.Count; i++)
        {
            var (earlier, later) = (bands[i - 1], bands[i]);
            if (earlier.To >= 0 && earlier.To != later.From)
                later.Row.Report("from", $"{earlier.To}, where the band of line {earlier.Row.Line} ends");
        }
    }
}
