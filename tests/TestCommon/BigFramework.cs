using System.Globalization;
using System.Text.RegularExpressions;

namespace Cadre.TestCommon;

/// <summary>
/// Writes frameworks as large as a test asks for: england-2025 with every system and trust several times, several services, a need for
/// every cohort and assumptions for single trusts. The nation stays as large as it is, so that its supply goes on to fit.
/// </summary>
public sealed partial class BigFramework
{
    /// <summary>Its name, and that of its folder.</summary>
    public const string Name = "big-england";

    private static readonly string England = Path.Combine(Repository.Root, "frameworks", "england-2025");

    private readonly string _folder;
    private readonly int _copies;
    private readonly string[] _services;
    private readonly int _months;
    private readonly string _last;

    private BigFramework(string folder, int places, int services, int months)
    {
        (_folder, _copies, _months) = (folder, places, months);
        _services = services == 1 ? ["all"] : [.. Enumerable.Range(1, services).Select(service => $"service-{service}")];
        _last = new DateOnly(2025, 9, 30).AddMonths(months).ToString("yyyy-MM");
    }

    /// <summary>Heads and FTE of a cohort of england-2025 are spread over so many.</summary>
    private double Parts => _copies * _services.Length;

    /// <summary>Writes the framework into a folder of its own name in <paramref name="parent"/>; the same numbers give the same bytes.</summary>
    /// <param name="parent">The folder to write into.</param>
    /// <param name="places">How many there are of every system and trust of england-2025; with 1 the nation has its 47 trusts.</param>
    /// <param name="services">How many services every trust has.</param>
    /// <param name="months">How far the framework reaches, 66 to 600.</param>
    /// <returns>The path of its folder. 7 places and 3 services are about 10 MB.</returns>
    public static string Write(string parent, int places = 7, int services = 3, int months = 186)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, Name)).FullName;
        new BigFramework(folder, places, services, months).Write();
        return folder;
    }

    private void Write()
    {
        var scenarios = Directory.CreateDirectory(Path.Combine(_folder, "scenarios")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(England, "scenarios")))
            File.Copy(file, Path.Combine(scenarios, Path.GetFileName(file)), overwrite: true);
        foreach (var file in Directory.GetFiles(England))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);

        // Ages of parts of places would not sum to their people.
        File.Delete(Path.Combine(_folder, "population_ages.csv"));
        File.Delete(Path.Combine(_folder, "need_weights.csv"));
        WriteHeader();
        Table("places.csv", row => row[2] is "system" or "trust" ? ForPlaces(row, 0, row[2] == "trust" ? 3 : 0) : [row]);
        Table("population.csv", row => ForPlaces(Divided(row, _copies, 2, whole: true), 0));
        Table("headcount.csv", row => ForPlaces(Divided(row, _copies, 1, whole: true), 0));
        Table("successors.csv", row => ForPlaces(row, 0));
        Table("stock.csv", row => ForCohorts(Divided(Divided(row, Parts, 3), Parts, 4), 0));
        Table("place_rates.csv", row => ForCohorts(row, 0));
        Table("adjustments.csv", row => ForCohorts(Divided(row, Parts, 4), 1));
        Table("transfers.csv", row => ForCohorts(Divided(Divided(row, Parts, 5), Parts, 6), 1));
        Table("intakes.csv", row => UpToTheEnd(row, 1));
        Table("targets.csv", row => IsAfterTheEnd(row[4]) ? [] : [row]);
        WriteNeeds();
        Table("assumptions.csv", row => row[0] == "vacancy_rate.nurses" ? ForTrusts(row) : [row]);
        Table("assumptions_imported.csv", row => row[0] == "leaving_rate.nurses" ? ForTrusts(row) : [row]);
    }

    private void WriteHeader()
    {
        var path = Path.Combine(_folder, "framework.yaml");
        var text = File.ReadAllText(path)
            .Replace("name: england-2025", $"name: {Name}")
            .Replace("months: 186", $"months: {_months}")
            .Replace("  - code: all\n    name: All services\n", string.Concat(_services.Select(code => $"  - code: {code}\n    name: The service {code}\n")));
        File.WriteAllText(path, text);
    }

    /// <summary>A need by trajectory for every cohort: a tenth more than its staff, and 2% more each March.</summary>
    private void WriteNeeds()
    {
        const string provenance = "none,D,2026-04-30,made up: a tenth over the staff in post";
        string[][] stock = [.. Rows("stock.csv").Skip(1)];
        Lines("need.csv", [
            "place,service,staff_group,method,positions,hours_per_week,category_allowance,individual_allowance,source,grade,known_on,note",
            .. stock.Select(row => $"{row[0]},{row[1]},{row[2]},trajectory,,,,,{provenance}"),
        ]);
        Lines("need_trajectory.csv", [
            "place,service,staff_group,month,fte,source,grade,known_on,note",
            .. stock.SelectMany(row => Enumerable.Range(0, 4).Select(year => $"{row[0]},{row[1]},{row[2]},{2026 + year}-03,{Number(Value(row[4]) * (1.1 + (0.02 * year)))},{provenance}")),
        ]);
    }

    /// <summary>The row itself and one like it for each trust.</summary>
    private IEnumerable<string[]> ForTrusts(string[] row) =>
        Rows("places.csv").Where(place => place[2] == "trust").Select(place => With(With(row, 0, $"{row[0]}.{place[0]}"), 2, place[0])).Prepend(row);

    /// <summary>The row for each copy of the place whose code stands in a column, and of its parent where that has copies.</summary>
    private IEnumerable<string[]> ForPlaces(string[] row, params int[] columns) =>
        Enumerable.Range(1, _copies).Select(copy => columns.Distinct().Aggregate(row, (cells, column) => With(cells, column, Code(row[column], copy))));

    /// <summary>The row for each copy of its place and each service; the service stands beside the place.</summary>
    private IEnumerable<string[]> ForCohorts(string[] row, int place) =>
        ForPlaces(row, place).SelectMany(copy => _services.Select(service => With(copy, place + 1, service)));

    /// <summary>An intake up to the framework's end; the last of each source again every year that follows it.</summary>
    private IEnumerable<string[]> UpToTheEnd(string[] row, int column)
    {
        var (year, month) = (int.Parse(row[column].AsSpan(0, 4)), row[column][4..]);
        var isLast = !Rows("intakes.csv").Any(other => other[0] == row[0] && other[column] == $"{year + 1}{month}");
        for (var again = year; again == year || isLast; again++)
        {
            if (IsAfterTheEnd($"{again}{month}")) yield break;
            yield return With(row, column, $"{again}{month}");
        }
    }

    private bool IsAfterTheEnd(string month) => string.CompareOrdinal(month, _last) > 0;

    private void Table(string file, Func<string[], IEnumerable<string[]>> copies)
    {
        var rows = Rows(file);
        Lines(file, rows.Skip(1).SelectMany(copies).Prepend(rows[0]).Select(row => string.Join(',', row)));
    }

    private void Lines(string file, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(_folder, file), string.Concat(lines.Select(line => line + "\n")));

    /// <summary>The cells of a table as they are written, quotes included.</summary>
    private string[][] Rows(string file) => [.. File.ReadAllLines(Path.Combine(_folder, file)).Select(line => Comma().Split(line))];

    private static string Code(string code, int copy) => copy == 1 ? code : $"{code}-{copy}";

    private static string[] With(string[] row, int column, string cell) => [.. row[..column], cell, .. row[(column + 1)..]];

    private static string[] Divided(string[] row, double parts, int column, bool whole = false) =>
        With(row, column, Number(whole ? Math.Ceiling(Value(row[column]) / parts) : Value(row[column]) / parts));

    private static double Value(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("G10", CultureInfo.InvariantCulture);

    /// <summary>A comma between two cells: as many quotes follow it as make pairs.</summary>
    [GeneratedRegex("""
        ,(?=(?:[^"]*"[^"]*")*[^"]*$)
        """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Comma();
}
