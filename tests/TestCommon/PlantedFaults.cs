using Cadre.Frameworks.Reading;

namespace Cadre.TestCommon;

/// <summary>Faults that people make in a framework's files, each with the problem that the reader must report, and no other.</summary>
public static class PlantedFaults
{
    private const string Code = "a code of letters, digits, _ and -";

    /// <summary>Every fault; the names are unique.</summary>
    public static IReadOnlyList<PlantedFault> All { get; } = [.. Form, .. Yaml, .. Places, .. Staff, .. Flows, .. Register, .. Plan];

    /// <summary>The fault of that name.</summary>
    public static PlantedFault Named(string name) => All.Single(fault => fault.Name == name);

    /// <summary>Faults of the files as such, whatever they say.</summary>
    private static IEnumerable<PlantedFault> Form =>
    [
        Replace("a quote that is not closed", "headcount.csv", 3, "T1,770", "\"T1,770", null,
            "a quote that is not closed", "a quote at both ends of the cell, on one line, and two for each quote within"),
        Replace("a quote within a cell", "evidence.csv", 2, "Made up for tests", "Made \"up\" for tests", null,
            "a quote within a cell", "a quote at both ends of the cell and two for each quote within") with { GoesWithOthers = false },
        Replace("an unknown column close to a known one", "population.csv", 1, ",note", ",notes", "notes",
            "an unknown column", "the column note"),
        new("an unknown column", new Problem("adjustments.csv", 1, "colour", "an unknown column", "only the columns month,place,service,staff_group,heads,reason,source,grade,known_on"),
            folder =>
            {
                FaultyFile.Replace(folder, "adjustments.csv", 1, ",known_on", ",known_on,colour");
                FaultyFile.Replace(folder, "adjustments.csv", 2, "2026-01-15", "2026-01-15,red");
            }),
        new("a missing column", new Problem("successors.csv", 1, "note", "no such column", "a header with the columns place,successor,successor_name,on,source,grade,known_on,note"),
            folder =>
            {
                FaultyFile.Replace(folder, "successors.csv", 1, ",note", "");
                FaultyFile.Replace(folder, "successors.csv", 2, "2026-01-15,", "2026-01-15");
            }),
        new("a column twice", new Problem("scales.csv", 1, "note", "the column a second time", "each column once"),
            folder =>
            {
                FaultyFile.Replace(folder, "scales.csv", 1, ",note", ",note,note");
                for (var line = 2; line <= 4; line++)
                    FaultyFile.Replace(folder, "scales.csv", line, "2026-01-15,", "2026-01-15,,");
            }, GoesWithOthers: false),
        Replace("a header of another kind", "targets.csv", 1, ",", ";", null,
            "\"id;description;measure;scope;month;op;value;source;grade;known_on;note\"", "a header with the columns id,description,measure,scope,month,op,value,source,grade,known_on,note") with { GoesWithOthers = false },
        Replace("a cell too many", "successors.csv", 2, "2026-01-15,", "2026-01-15,,", null, "9 cells", "8 cells, as in the header") with { GoesWithOthers = false },
        Append("a blank line", "headcount.csv", 6, "", null, "a blank line", "6 cells, as in the header") with { GoesWithOthers = false },
        new("an empty file", new Problem("transfers.csv", 1, null, "an empty file", "a header with the columns month,place,service,staff_group,direction,heads,fte,reason,source,grade,known_on"),
            folder => File.WriteAllText(Path.Combine(folder, "transfers.csv"), ""), GoesWithOthers: false),
        Replace("a NUL character", "successors.csv", 2, "Great", "Gr\0eat", null, "a NUL character", "plain text in UTF-8") with { GoesWithOthers = false },
        new("bytes that are not UTF-8", new Problem("headcount.csv", 2, null, "bytes that are not UTF-8", "plain text in UTF-8"),
            folder => File.WriteAllBytes(Path.Combine(folder, "headcount.csv"), [.. "place,headcount,source,grade,known_on,note\nT1,770,synthetic,D,2026-02-26,caf"u8, 0xE9, (byte)'\n']), GoesWithOthers: false),
        new("an unknown file", new Problem("scale.csv", 0, null, "an unknown file", "one of the files of docs/frameworks.md; did you mean scales.csv?"),
            folder => File.WriteAllText(Path.Combine(folder, "scale.csv"), "")),
        new("a sub-folder", new Problem("old", 0, null, "a folder", "files only in the folder of a framework"),
            folder => Directory.CreateDirectory(Path.Combine(folder, "old"))),
        new("a missing file", new Problem("scales.csv", 0, null, "no such file", "every framework to have it"),
            folder => File.Delete(Path.Combine(folder, "scales.csv")), GoesWithOthers: false),
        Replace("a missing cell", "evidence.csv", 2, "Made up for tests", "", "title", "an empty cell", "a text"),
        Replace("a bad date", "transfers.csv", 2, "2026-01-15", "2026-13-15", "known_on", "\"2026-13-15\"", "a day, written like 2026-01-29"),
        Replace("a thousands separator", "population.csv", 2, "310000", "\"310,000\"", "population", "\"310,000\"", "a whole number of people, 0 or more, without thousands separators"),
        Replace("a number that is none", "supply.csv", 3, "9.6", "NaN", "opening_pool", "\"NaN\"", "a number of candidates, 0 or more"),
        Replace("an infinite number", "place_rates.csv", 2, "1.1,", "Infinity,", "attractiveness", "\"Infinity\"", "a factor, over 0 and up to 1000000"),
        Replace("a number beyond reason", "stock.csv", 3, "86.2", "1e308", "fte", "\"1e308\"", "a number of full-time equivalents, up to 10000000000"),
        Replace("an unknown source", "transfers.csv", 3, "synthetic", "sinthetic", "source", "\"sinthetic\"", "the id of an item in evidence.csv; did you mean synthetic?"),
        Replace("an unknown grade", "scales.csv", 2, ",D,", ",E,", "grade", "\"E\"", "A, B, C, D; did you mean A?"),
        Replace("a figure known only after the framework's day", "seasons.csv", 2, "2026-01-15", "2026-02-26", "known_on", "\"2026-02-26\"", "a day not after the framework's as_of, 2026-01-29"),
    ];

    private static IEnumerable<PlantedFault> Yaml =>
    [
        Append("an unknown key", "framework.yaml", 13, "colour: blue", "colour", "an unknown key", "only the keys format, name, title, as_of, opening, months, run_months, coverage, licence, services"),
        Replace("an unknown key close to a known one", "framework.yaml", 9, "licence:", "license:", "license", "an unknown key", "the key licence"),
        new("a missing key", new Problem("framework.yaml", 1, "coverage", "no such key", "the keys format, name, title, as_of, opening, months, run_months, coverage, licence, services"),
            folder => FaultyFile.Remove(folder, "framework.yaml", 8, "coverage"), GoesWithOthers: false),
        Append("a key twice", "framework.yaml", 13, "months: 36", null, "Duplicate key months", "valid YAML, each key once") with { GoesWithOthers = false },
        Replace("a list for a number", "framework.yaml", 6, "48", "[48]", "months", "a list", "months, a whole number, 1 to 600") with { GoesWithOthers = false },
        Replace("text that is no YAML", "framework.yaml", 3, "title: A", "title: [A", null, "a list or mapping that is not closed", "valid YAML, each key once") with { GoesWithOthers = false },
        new("a service all among others", new Problem("framework.yaml", 11, "code", "\"all\"", "another code: all is for a framework without a split"),
            folder =>
            {
                FaultyFile.Append(folder, "framework.yaml", "  - code: community");
                FaultyFile.Append(folder, "framework.yaml", "    name: In the community");
            }, GoesWithOthers: false),
        Replace("another version of the format", "framework.yaml", 1, "1", "2", "format", "\"2\"", "1, the version of the format that this program reads"),
        Replace("a name that is not the folder's", "framework.yaml", 2, "small-nation", "big-nation", "name", "\"big-nation\"", "letters, digits and -, the same as the folder's name, small-nation"),
        Replace("an opening within a month", "framework.yaml", 5, "2025-09-30", "2025-09-29", "opening", "\"2025-09-29\"", "the last day of a month, such as 2025-09-30"),
        Replace("a run beyond the framework", "framework.yaml", 7, "24", "60", "run_months", "\"60\"", "months, a whole number, 1 to 48"),
        new("a key of the importer's twice", new Problem("import.yaml", 2, null, "Duplicate key a", "valid YAML, each key once"),
            folder => File.WriteAllText(Path.Combine(folder, "import.yaml"), "a: 1\na: 2\n")),
    ];

    private static IEnumerable<PlantedFault> Places =>
    [
        new("weights that sum to 0.9", new Problem("places.csv", 9, "weight", "a sum of 0.9 on lines 9, 10", "the weights of a place to sum to 1"),
            folder => FaultyFile.Replace(folder, "places.csv", 10, "0.3", "0.2")),
        Replace("a circle of places", "places.csv", 4, "region,small", "region,S3", "parent", "\"S3\"", "a place on a higher level than region"),
        Replace("a parent that does not exist", "places.csv", 5, "R1", "R9", "parent", "\"R9\"", "the code of a place in places.csv; did you mean R1?") with { GoesWithOthers = false },
        Replace("a second nation", "places.csv", 4, "region,small,1", "nation,,", "level", "\"nation\"", "one nation; line 2 is the nation already") with { GoesWithOthers = false },
        Replace("two names for a place", "places.csv", 10, "Coast", "Cost", "name", "\"Cost Trust\"", "the name of this place in line 9, Coast Trust") with { GoesWithOthers = false },
        Replace("a place without a level", "places.csv", 8, "trust", "trusts", "level", "\"trusts\"", "nation, region, system, trust; did you mean trust?") with { GoesWithOthers = false },
        Replace("a place whose code is none", "places.csv", 10, "T2", "T 2", "place", "\"T 2\"", Code) with { GoesWithOthers = false },
        Append("a population above another", "population.csv", 5, "R1,2024,575000,synthetic,D,2026-01-15,", "place", "\"R1\"", "no row for a place above another with a row, S1 in line 2"),
        Replace("populations of two years", "population.csv", 3, "2024", "2023", "year", "\"2023\"", "the same year in all rows; line 2 has 2024") with { GoesWithOthers = false },
        new("a population missing among others", new Problem("population.csv", 0, "place", "no row for \"R2\" or the places below it", "one, as for others in small"),
            folder => FaultyFile.Remove(folder, "population.csv", 4, "S3"), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> Staff =>
    [
        Replace("a circle of staff groups", "staff_groups.csv", 3, ",all,", ",nurses,", "parent", "\"nurses\"", "a group that does not lie below this one") with { GoesWithOthers = false },
        Replace("a negative stock", "stock.csv", 2, "420", "-3", "heads", "\"-3\"", "a number of heads, 0 or more"),
        Replace("heads without FTE", "stock.csv", 6, "62.9", "0", "fte", "\"0\"", "FTE over 0, because there are heads"),
        Replace("stock in a place that is no trust", "stock.csv", 10, "T3", "S3", "place", "\"S3\"", "a place of level trust") with { GoesWithOthers = false },
        Append("a cohort twice", "stock.csv", 11, "T3,all,support,240,204.7,synthetic,D,2026-02-26,", "place", "\"T3\", \"all\", \"support\" a second time", "one row for each; line 10 has it already"),
        Replace("a share below 0", "ages.csv", 2, "0.06,0.97", "-0.04,0.97", "stock_share", "\"-0.04\"", "a share, 0 to 1") with { GoesWithOthers = false },
        new("stock shares that sum to 0.9", new Problem("ages.csv", 2, "stock_share", "a sum of 0.9 on lines 2, 3, 4, 5, 6, 7", "the stock shares of a staff group to sum to 1"),
            folder => FaultyFile.Replace(folder, "ages.csv", 4, "0.24", "0.14")),
        Replace("a gap between age bands", "ages.csv", 10, "35,45", "36,45", "from", "\"36\"", "35, where the band of line 9 ends"),
        Replace("ages of a group that is no leaf", "ages.csv", 19, "support", "clinical", "staff_group", "\"clinical\"", "a staff group without groups below it"),
        Append("a row twice", "scales.csv", 5, "nurses,1.02,synthetic,D,2026-01-15,", "staff_group", "\"nurses\" a second time", "one row for each; line 2 has it already"),
        new("a leaf without a scale", new Problem("scales.csv", 0, "staff_group", "no row for \"support\"", "one for every leaf"),
            folder => FaultyFile.Remove(folder, "scales.csv", 4, "support"), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> Flows =>
    [
        new("seasons that sum to 1.1", new Problem("seasons.csv", 14, "share", "a sum of 1.1 on lines 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25", "the twelve shares of a flow and staff group to sum to 1"),
            folder => FaultyFile.Replace(folder, "seasons.csv", 15, "0.08", "0.18")),
        new("a month without a season", new Problem("seasons.csv", 0, "month", "no row for arriving, \"support\", month 12", "twelve rows for each flow and leaf"),
            folder => FaultyFile.Remove(folder, "seasons.csv", 73, "arriving,support,12")),
        Replace("an unknown code", "place_rates.csv", 5, ",all,", ",al,", "service", "\"al\"", "the code of a service in framework.yaml; did you mean all?"),
        new("a cohort without rates", new Problem("place_rates.csv", 0, "place", "no row for \"T3\", \"all\", \"support\"", "one for every cohort; stock.csv has it in line 10"),
            folder => FaultyFile.Remove(folder, "place_rates.csv", 10, "T3,all,support")),
        Replace("a multiplier of 0", "place_rates.csv", 8, "1,0.97", "0,0.97", "leaving_multiplier", "\"0\"", "a factor, over 0 and up to 1000000"),
        new("a missing pool", new Problem("supply.csv", 0, "catchment", "no pool of \"doctors\" for the cohorts in stock.csv, line 9", "one with a catchment that holds their place"),
            folder => FaultyFile.Remove(folder, "supply.csv", 5, "doctors,R2"), GoesWithOthers: false),
        Replace("a row about a cohort that does not exist", "adjustments.csv", 2, "T2", "S2", "place", "\"S2\", \"all\", \"support\"", "a cohort of stock.csv") with { GoesWithOthers = false },
        Replace("an adjustment of nothing", "adjustments.csv", 2, "-4", "0", "heads", "\"0\"", "a number of heads other than 0"),
        Replace("a transfer after the framework's end", "transfers.csv", 2, "3,T1", "49,T1", "month", "\"49\"", "a month of the run, a whole number, 1 to 48"),
        Replace("a transfer without a direction", "transfers.csv", 3, ",in,", ",into,", "direction", "\"into\"", "in, out"),
    ];

    private static IEnumerable<PlantedFault> Register =>
    [
        Replace("a rate of 140 percent", "assumptions_imported.csv", 5, "19", "140", "high", "\"140\"", "percent_per_year, 0 to 100"),
        Replace("a wrong unit", "assumptions.csv", 12, ",number,", ",percent,", "unit", "\"percent\"", "number, the unit of supply_elasticity"),
        Replace("a central value outside the range", "assumptions.csv", 2, "-1,1,3", "-1,5,3", "central", "\"5\"", "a number from low to high, -1 to 3"),
        Replace("low above high", "assumptions.csv", 10, "3,5,9", "9,5,3", "low", "\"9\"", "no more than high, 3") with { GoesWithOthers = false },
        Replace("a uniform off its middle", "assumptions.csv", 11, "60,70,80", "60,75,80", "central", "\"75\"", "central the middle of low and high (70), as uniform asks"),
        Replace("a fixed value with a range", "assumptions.csv", 7, "14,14,14", "12,14,14", "central", "\"14\"", "low and high blank or the same as central, as fixed asks"),
        Replace("a range without an end", "assumptions_imported.csv", 2, "9,11.5,15", "9,11.5,", "high", "an empty cell", "percent_per_year, 0 to 100"),
        Replace("an unknown parameter", "assumptions_imported.csv", 4, ",leaving_rate,", ",leave_rate,", "parameter", "\"leave_rate\"", "leaving_rate, net_change, vacancy_rate, posts_growth, months_to_fill, candidates_kept, supply_elasticity; did you mean leaving_rate?") with { GoesWithOthers = false },
        Replace("an unknown distribution", "assumptions_imported.csv", 3, "normal", "gauss", "distribution", "\"gauss\"", "fixed, pert, triangular, uniform, normal, lognormal"),
        Replace("an unknown staff group", "assumptions.csv", 3, ",doctors,", ",doctor,", "staff_group", "\"doctor\"", "the code of a staff group in staff_groups.csv; did you mean doctors?") with { GoesWithOthers = false },
        Replace("a place where none is allowed", "assumptions.csv", 9, "months_to_fill,,", "months_to_fill,R1,", "place", "\"R1\"", "an empty cell: months_to_fill is resolved per staff group") with { GoesWithOthers = false },
        Replace("an id in both files", "assumptions_imported.csv", 5, "leaving_rate.support", "posts_growth", "id", "\"posts_growth\" a second time", "each id once; assumptions.csv, line 8 has it already") with { GoesWithOthers = false },
        Append("a cohort that two rows match", "assumptions.csv", 13, "vacancy_rate.T1,vacancy_rate,T1,,clinical,percent,8,11,15,pert,D,synthetic,2026-01-15,,", "parameter",
            "a vacancy_rate for T1, clinical that overlaps assumptions.csv, line 7, for R1, doctors", "one of the two to lie within the other, or a third row where they meet"),
        Append("two rows for the same scope", "assumptions.csv", 13, "kept,candidates_kept,,,,percent,,75,,fixed,D,synthetic,2026-01-15,,", "parameter",
            "a candidates_kept for everywhere that overlaps assumptions.csv, line 11, for everywhere", "one of the two to lie within the other, or a third row where they meet") with { GoesWithOthers = false },
        Replace("a review on no day", "assumptions_imported.csv", 2, "2027-01-31", "2027-02-30", "review", "\"2027-02-30\"", "a day, written like 2026-01-29") with { GoesWithOthers = false },
        new("a parameter without a row for everybody", new Problem("assumptions.csv", 0, "parameter", "no posts_growth for the cohorts in stock.csv, line 5, 6, 7, 8, 9, 10", "a row that applies"),
            folder => FaultyFile.Replace(folder, "assumptions.csv", 8, "posts_growth,,", "posts_growth,T1,"), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> Plan =>
    [
        Replace("a target after the framework's end", "targets.csv", 4, "2029-03", "2031-03", "month", "\"2031-03\"", "a month from 2025-10 to 2029-09"),
        Replace("an unknown measure", "targets.csv", 2, ",heads,", ",head,", "measure", "\"head\"", "heads, fte, posts, vacancies, vacancy_rate, over_establishment, joiners, leavers; did you mean heads?"),
        Replace("a vacancy rate in percent", "targets.csv", 3, "0.09", "9", "value", "\"9\"", "a share, 0 to 1"),
        Replace("a scope of an unknown place", "targets.csv", 2, "small/", "smal/", "scope", "\"smal/all/nurses\"", "place/service/staff_group, such as england/all/all, with \"smal\" the code of a place in places.csv; did you mean small?") with { GoesWithOthers = false },
        Replace("a successor that is no code", "successors.csv", 2, "T7", "T 7", "successor", "\"T 7\"", Code),
        Replace("a headcount of half a person", "headcount.csv", 4, "583", "583.5", "headcount", "\"583.5\"", "a whole number of people, 0 or more"),
    ];

    private static PlantedFault Replace(string name, string file, int line, string from, string to, string? column, string found, string expected) =>
        new(name, new Problem(file, line, column, found, expected), folder => FaultyFile.Replace(folder, file, line, from, to));

    private static PlantedFault Append(string name, string file, int line, string text, string? column, string found, string expected) =>
        new(name, new Problem(file, line, column, found, expected), folder => FaultyFile.Append(folder, file, text));
}
