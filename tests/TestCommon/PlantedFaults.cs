using Cadre.Frameworks.Reading;

namespace Cadre.TestCommon;

/// <summary>Faults that people make in a framework's files, each with the problem that the reader must report, and no other.</summary>
public static class PlantedFaults
{
    private const string Sectors = "nhs_mental_health, nhs_other, primary_care, local_authority, third_sector, independent";
    private const string Code = "a code of letters, digits, _ and -";

    /// <summary>Every fault; the names are unique.</summary>
    public static IReadOnlyList<PlantedFault> All { get; } = [.. Form, .. Yaml, .. Places, .. Staff, .. Flows, .. Sources, .. Register, .. SourceRegister, .. Need, .. Money, .. Plan, .. PlannedPosts, .. Expected, .. WaysOutFaults.All];

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
        Replace("an unknown grade", "scales.csv", 2, ",D,", ",E,", "grade", "\"E\"", "A, B, C, D"),
        Replace("a figure known only after the framework's day", "seasons.csv", 2, "2026-01-15", "2026-02-26", "known_on", "\"2026-02-26\"", "a day not after the framework's as_of, 2026-01-29"),
    ];

    private static IEnumerable<PlantedFault> Yaml =>
    [
        Append("an unknown key", "framework.yaml", 14, "colour: blue", "colour", "an unknown key", "only the keys format, name, title, as_of, opening, months, run_months, coverage, licence, services, chance, levers_of, prices"),
        Replace("an unknown key close to a known one", "framework.yaml", 9, "licence:", "license:", "license", "an unknown key", "the key licence"),
        new("a missing key", new Problem("framework.yaml", 1, "coverage", "no such key", "the keys format, name, title, as_of, opening, months, run_months, coverage, licence, services, chance, levers_of, prices"),
            folder => FaultyFile.Remove(folder, "framework.yaml", 8, "coverage"), GoesWithOthers: false),
        Append("a key twice", "framework.yaml", 14, "months: 36", null, "the key months a second time", "valid YAML, each key once") with { GoesWithOthers = false },
        Replace("a list for a number", "framework.yaml", 6, "48", "[48]", "months", "a list", "months, a whole number, 1 to 600") with { GoesWithOthers = false },
        Replace("text that is no YAML", "framework.yaml", 3, "title: A", "title: [A", null, "a list or mapping that is not closed", "valid YAML, each key once") with { GoesWithOthers = false },
        new("a service all among others", new Problem("framework.yaml", 12, "code", "\"all\"", "another code: all is for a framework without a split"),
            folder =>
            {
                FaultyFile.Append(folder, "framework.yaml", "  - code: community");
                FaultyFile.Append(folder, "framework.yaml", "    name: In the community");
            }, GoesWithOthers: false),
        Replace("another version of the format", "framework.yaml", 1, "2", "3", "format", "\"3\"", "2, the version of the format that this program reads") with { GoesWithOthers = false },
        Append("chance that is neither yes nor no", "framework.yaml", 14, "chance: perhaps", "chance", "\"perhaps\"", "true, false") with { GoesWithOthers = false },
        Replace("a name that is not the folder's", "framework.yaml", 2, "small-nation", "big-nation", "name", "\"big-nation\"", "letters, digits and -, the same as the folder's name, small-nation"),
        Replace("an opening within a month", "framework.yaml", 5, "2025-09-30", "2025-09-29", "opening", "\"2025-09-29\"", "the last day of a month, such as 2025-09-30"),
        Replace("a run beyond the framework", "framework.yaml", 7, "24", "60", "run_months", "\"60\"", "months, a whole number, 1 to 48"),
        new("a key of the importer's twice", new Problem("import.yaml", 2, null, "the key a a second time", "valid YAML, each key once"),
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
        Replace("a trust without a sector", "places.csv", 11, "nhs_mental_health", "", "sector", "an empty cell", Sectors),
        Replace("a sector that is none", "places.csv", 8, "nhs_mental_health", "nhs_mental_helth", "sector", "\"nhs_mental_helth\"", $"{Sectors}; did you mean nhs_mental_health?"),
        Replace("a sector above trusts", "places.csv", 7, "R2,1,,", "R2,1,nhs_other,", "sector", "\"nhs_other\"", "an empty cell: only a trust has a sector"),
        Replace("two sectors for a place", "places.csv", 10, "nhs_mental_health", "nhs_other", "sector", "\"nhs_other\"", "the sector of this place in line 9, nhs_mental_health"),
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
        new("a cohort without rates", new Problem("place_rates.csv", 0, "place, service, staff_group", "no row for \"T3\", \"all\", \"support\"", "one for every cohort; stock.csv has it in line 10"),
            folder => FaultyFile.Remove(folder, "place_rates.csv", 10, "T3,all,support")),
        Replace("a multiplier of 0", "place_rates.csv", 8, "1,0.97", "0,0.97", "leaving_multiplier", "\"0\"", "a factor, over 0 and up to 1000000"),
        new("a missing pool", new Problem("supply.csv", 0, "catchment", "no pool of \"doctors\" for the cohorts in stock.csv, line 9", "one with a catchment that holds their place"),
            folder => FaultyFile.Remove(folder, "supply.csv", 5, "doctors,R2"), GoesWithOthers: false),
        Replace("a row about a cohort that does not exist", "adjustments.csv", 2, "T2", "S2", "place, service, staff_group", "\"S2\", \"all\", \"support\"", "a cohort of stock.csv") with { GoesWithOthers = false },
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
        Replace("a beta off its median", "assumptions.csv", 11, "60,70,80,uniform", "60,75,80,beta", "central", "\"75\"", "central the median of the beta with these percentiles (70.67147), as beta asks") with { GoesWithOthers = false },
        Replace("a beta from the end of what is allowed", "assumptions.csv", 11, "60,70,80,uniform", "0,70,80,beta", "low", "\"0\"", "a number over 0, as beta asks") with { GoesWithOthers = false },
        Replace("a beta to the end of what is allowed", "assumptions.csv", 11, "60,70,80,uniform", "60,90,100,beta", "high", "\"100\"", "a number under 100, as beta asks") with { GoesWithOthers = false },
        Replace("a beta of next to no width", "assumptions.csv", 11, "60,70,80,uniform", "69.9999,70,70.0001,beta", "central", "\"70\"", "low and high further apart on 0 to 100, or the same, as beta asks") with { GoesWithOthers = false },
        Replace("a fixed value with a range", "assumptions.csv", 7, "14,14,14", "12,14,14", "central", "\"14\"", "low and high blank or the same as central, as fixed asks"),
        Replace("a range without an end", "assumptions_imported.csv", 2, "9,11.5,15", "9,11.5,", "high", "an empty cell", "percent_per_year, 0 to 100"),
        Replace("an unknown parameter", "assumptions_imported.csv", 4, ",leaving_rate,", ",leave_rate,", "parameter", "\"leave_rate\"", "leaving_rate, net_change, vacancy_rate, posts_growth, hours_available, months_to_fill, candidates_kept, supply_elasticity, international, uptake, completion, places_filled, never_qualifying, interrupted, late, going_on, seeking_post, converting, cover_share, cover_cap, cover_premium, posts_delivered, demand_growth; did you mean leaving_rate?") with { GoesWithOthers = false },
        Replace("an unknown distribution", "assumptions_imported.csv", 3, "normal", "gauss", "distribution", "\"gauss\"", "fixed, pert, triangular, uniform, normal, lognormal, beta"),
        Replace("an unknown staff group", "assumptions.csv", 3, ",doctors,", ",doctor,", "staff_group", "\"doctor\"", "the code of a staff group in staff_groups.csv; did you mean doctors?") with { GoesWithOthers = false },
        Replace("a place where none is allowed", "assumptions.csv", 9, "months_to_fill,,", "months_to_fill,R1,", "place", "\"R1\"", "an empty cell: months_to_fill is resolved per staff group") with { GoesWithOthers = false },
        Replace("an id in both files", "assumptions_imported.csv", 5, "leaving_rate.support", "posts_growth", "id", "\"posts_growth\" a second time", "each id once; assumptions.csv, line 8 has it already") with { GoesWithOthers = false },
        Append("a cohort that two rows match", "assumptions.csv", 24, "vacancy_rate.T1,vacancy_rate,T1,,clinical,,percent,8,11,15,pert,,,D,synthetic,2026-01-15,,", "parameter",
            "a vacancy_rate for T1, clinical that overlaps assumptions.csv, line 7, for R1, doctors", "one of the two to lie within the other, or a third row where they meet"),
        Append("two rows for the same scope", "assumptions.csv", 24, "kept,candidates_kept,,,,,percent,,75,,fixed,,,D,synthetic,2026-01-15,,", "parameter",
            "a candidates_kept for everywhere that overlaps assumptions.csv, line 11, for everywhere", "one of the two to lie within the other, or a third row where they meet") with { GoesWithOthers = false },
        Replace("a correlation group without a correlation", "assumptions.csv", 5, "triangular,,", "triangular,money,", "correlation", "an empty cell", "both correlation_group and correlation, or neither"),
        Replace("a correlation without a group", "assumptions.csv", 6, "pert,,", "pert,,0.5", "correlation_group", "an empty cell", "both correlation_group and correlation, or neither"),
        Replace("a correlation of nothing", "assumptions.csv", 13, "pert,,", "pert,money,0", "correlation", "\"0\"", "a correlation other than 0"),
        Replace("a correlation over 1", "assumptions.csv", 16, "pert,,", "pert,money,1.2", "correlation", "\"1.2\"", "a correlation, -1 to 1"),
        Replace("a correlation group that is no code", "assumptions.csv", 19, "pert,,", "pert,the money,-0.4", "correlation_group", "\"the money\"", Code),
        Replace("a fixed value that rises and falls", "assumptions.csv", 4, "fixed,,", "fixed,money,0.5", "correlation_group", "\"money\"", "an empty cell: a fixed value does not rise or fall"),
        Replace("a review on no day", "assumptions_imported.csv", 2, "2027-01-31", "2027-02-30", "review", "\"2027-02-30\"", "a day, written like 2026-01-29") with { GoesWithOthers = false },
        new("a parameter without a row for everybody", new Problem("assumptions.csv", 0, "parameter", "no posts_growth for the cohorts in stock.csv, line 5, 6, 7, 8, 9, 10", "a row that applies"),
            folder => FaultyFile.Replace(folder, "assumptions.csv", 8, "posts_growth,,", "posts_growth,T1,"), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> PlannedPosts =>
    [
        OfPlannedPosts("a planned post of no cohort", "T1,all,nurses,2026-04,5", "T1,all,midwives,2026-04,5", new Problem("planned_posts.csv", 2, "staff_group", "\"midwives\"", "the code of a staff group in staff_groups.csv")),
        OfPlannedPosts("a planned post before the run", "2026-04", "2025-09", new Problem("planned_posts.csv", 2, "month", "\"2025-09\"", "a month from 2025-10 to 2029-09")),
        OfPlannedPosts("fewer posts than none planned", ",5,", ",-5,", new Problem("planned_posts.csv", 2, "fte", "\"-5\"", "a number of full-time equivalents, over 0")),
        OfPlannedPosts("planned posts known too late", "2026-01-15", "2026-02-26", new Problem("planned_posts.csv", 2, "known_on", "\"2026-02-26\"", "a day not after the framework's as_of, 2026-01-29")),
        OfPlannedPosts("planned posts of a month twice", "15,\n", "15,\nT1,all,nurses,2026-04,7,synthetic,D,2026-01-15,\n",
            new Problem("planned_posts.csv", 3, "month", "2026-04 of \"T1\", \"all\", \"nurses\" a second time", "one row for each month; line 2 has it already")),
    ];

    private static IEnumerable<PlantedFault> Expected =>
    [
        OfExpectations("an expectation of no target", "nurses-2027", "nurses-2028", new Problem("expectations.csv", 2, "target", "\"nurses-2028\"", "the id of a target in targets.csv; did you mean nurses-2027?")),
        OfExpectations("an expectation that ends before it begins", ",1200,", ",1000,", new Problem("expectations.csv", 2, "high", "\"1000\"", "no less than low, 1100")),
        OfExpectations("an expectation of some levers", ",none,", ",some,", new Problem("expectations.csv", 2, "levers", "\"some\"", "none, all")),
        OfExpectations("an expectation twice", "19\n", "19\nnurses-2027,none,1,2,again,2026-01-19\n",
            new Problem("expectations.csv", 3, "target", "\"nurses-2027\", none a second time", "one row for each; line 2 has it already")),
        Append("levers of no scenario", "framework.yaml", 14, "levers_of: plan", "levers_of", "\"plan\"", "the name of a scenario in the folder scenarios that has levers and changes no assumption") with { GoesWithOthers = false },
    ];

    private static PlantedFault OfExpectations(string name, string right, string wrong, Problem problem) => new(name, problem, folder => File.WriteAllText(
        Path.Combine(folder, "expectations.csv"),
        "target,levers,low,high,why,written_on\nnurses-2027,none,1100,1200,as before,2026-01-19\n".Replace(right, wrong, StringComparison.Ordinal)), GoesWithOthers: false);

    /// <summary>A fault in a table that the framework does not have otherwise.</summary>
    private static PlantedFault OfPlannedPosts(string name, string right, string wrong, Problem problem) => new(name, problem, folder => File.WriteAllText(
        Path.Combine(folder, "planned_posts.csv"),
        "place,service,staff_group,month,fte,source,grade,known_on,note\nT1,all,nurses,2026-04,5,synthetic,D,2026-01-15,\n".Replace(right, wrong, StringComparison.Ordinal)), GoesWithOthers: false);

    private static IEnumerable<PlantedFault> Plan =>
    [
        Replace("a target after the framework's end", "targets.csv", 4, "2029-03", "2031-03", "month", "\"2031-03\"", "a month from 2025-10 to 2029-09"),
        Replace("an unknown measure", "targets.csv", 2, ",heads,", ",head,", "measure", "\"head\"", "heads, fte, posts, vacancies, vacancy_rate, over_establishment, joiners, leavers, moves, cover, heads_added, fte_added, posts_added; did you mean heads?"),
        Replace("a vacancy rate in percent", "targets.csv", 3, "0.09", "9", "value", "\"9\"", "a share, 0 to 1"),
        Replace("a scope of five parts", "targets.csv", 2, "small/all/nurses", "small/all/nurses/a/b", "scope", "\"small/all/nurses/a/b\"", "place/service/staff_group, such as england/all/all; /sector may follow") with { GoesWithOthers = false },
        Replace("a target of an unknown sector", "targets.csv", 2, "small/all/nurses", "small/all/nurses/charity", "scope", "\"small/all/nurses/charity\"", "place/service/staff_group/sector, with \"charity\" one of nhs_mental_health, nhs_other, primary_care, local_authority, third_sector, independent, nhs") with { GoesWithOthers = false },
        Replace("a target of a sector of a system", "targets.csv", 2, "small/all/nurses", "S1/all/nurses/nhs_mental_health", "scope", "\"S1/all/nurses/nhs_mental_health\"", "place/service/staff_group/sector, with \"S1\" the nation or a region: other places are not counted by sector") with { GoesWithOthers = false },
        Replace("a target of a sector without an employer", "targets.csv", 4, "R1/all/doctors", "R1/all/doctors/third_sector", "scope", "\"R1/all/doctors/third_sector\"", "place/service/staff_group/sector, with \"third_sector\" the sector of a trust in \"R1\"") with { GoesWithOthers = false },
        Replace("a scope of an unknown place", "targets.csv", 2, "small/", "smal/", "scope", "\"smal/all/nurses\"", "place/service/staff_group, such as england/all/all, with \"smal\" the code of a place in places.csv; did you mean small?") with { GoesWithOthers = false },
        Replace("a successor that is no code", "successors.csv", 2, "T7", "T 7", "successor", "\"T 7\"", Code),
        Replace("a headcount of half a person", "headcount.csv", 4, "583", "583.5", "headcount", "\"583.5\"", "a whole number of people, 0 or more"),
    ];

    private static IEnumerable<PlantedFault> Sources =>
    [
        Replace("people outside left out", "sources.csv", 3, ",4,180,", ",4,,", "outside", "an empty cell", "a number of heads, 0 or more"),
        Replace("months of retraining for a course", "sources.csv", 2, ",nurses,,", ",nurses,3,", "months", "\"3\"", "an empty cell: months is for return_to_practice"),
        Replace("a floor above the ceiling", "sources.csv", 4, ",2,9,", ",12,9,", "ceiling", "\"9\"", "no less than floor, 12"),
        Replace("a source for a group that is no leaf", "sources.csv", 4, ",doctors,", ",clinical,", "staff_group", "\"clinical\"", "a staff group without groups below it"),
        Append("a source twice", "sources.csv", 5, "abroad,Again,international,doctors,,,,,synthetic,D,2026-01-15,", "supply", "\"abroad\" a second time", "each source once; line 4 has it already"),
        Append("a source called other", "sources.csv", 5, "other,Others,international,doctors,,,,,synthetic,D,2026-01-15,", "supply", "\"other\"", "another code: other is everyone whom no source accounts for") with { GoesWithOthers = false },
        Replace("a source of an unknown kind", "sources.csv", 4, "international", "recruits", "kind", "\"recruits\"", "education, return_to_practice, international") with { GoesWithOthers = false },
        Replace("a stage of ten years and a month", "stages.csv", 3, ",12,6,2,0", ",121,6,2,0", "months", "\"121\"", "months, a whole number, 1 to 120"),
        Replace("a gap of five years and a month", "stages.csv", 2, ",3,1,", ",3,61,", "gap_months", "\"61\"", "months, a whole number, 0 to 60"),
        Replace("a stage of people who return", "stages.csv", 3, "nursing,", "returning,", "supply", "\"returning\"", "a source of kind education") with { GoesWithOthers = false },
        Append("a stage twice", "stages.csv", 4, "nursing,degree,Degree,18,12,3,1,synthetic,D,2026-01-15,", "stage", "\"degree\" a second time", "each stage of a source once; line 2 has it already"),
        new("a course without stages", new Problem("stages.csv", 0, "supply", "no stage of \"nursing\"", "one or more for every source of kind education"),
            folder => File.Delete(Path.Combine(folder, "stages.csv")), GoesWithOthers: false),
        new("a course without intakes", new Problem("intakes.csv", 0, "supply", "no intake of \"nursing\"", "one or more for every source of kind education"),
            folder => File.Delete(Path.Combine(folder, "intakes.csv")), GoesWithOthers: false),
        Replace("an unknown source of an intake", "intakes.csv", 4, "nursing", "nurzing", "supply", "\"nurzing\"", "the code of a source in sources.csv; did you mean nursing?"),
        Replace("an intake a century ago", "intakes.csv", 2, "2022-09", "1922-09", "start", "\"1922-09\"", "a month from 1975-10 to 2029-09"),
        Append("an intake twice", "intakes.csv", 17, "nursing,2023-02,20,synthetic,D,2026-01-15,", "start", "2023-02 of \"nursing\" a second time", "one row for each month; line 3 has it already"),
        Replace("an intake of fewer than nobody", "intakes.csv", 5, ",20,", ",-20,", "places", "\"-20\"", "a number of places, 0 or more"),
        new("a source's ages that sum to 0.9", new Problem("source_ages.csv", 2, "share", "a sum of 0.9 on lines 2, 3, 4", "the shares of a source to sum to 1"),
            folder => FaultyFile.Replace(folder, "source_ages.csv", 3, "0.28", "0.18")),
        Replace("a gap between a source's ages", "source_ages.csv", 6, "40,55", "41,55", "from", "\"41\"", "40, where the band of line 5 ends"),
    ];

    private static IEnumerable<PlantedFault> SourceRegister =>
    [
        Replace("a parameter of sources without a source", "assumptions.csv", 13, "nursing,percent", ",percent", "supply", "an empty cell", "the source that places_filled is of"),
        Replace("an unknown stage", "assumptions.csv", 15, "nursing/trainee", "nursing/trainees", "supply", "\"nursing/trainees\"", "the code of a stage of nursing in stages.csv; did you mean trainee?"),
        Replace("an unknown source in the register", "assumptions.csv", 21, ",returning,", ",retuning,", "supply", "\"retuning\"", "the code of a source in sources.csv; did you mean returning?"),
        Replace("a stage for a parameter of the whole source", "assumptions.csv", 19, "nursing,percent", "nursing/degree,percent", "supply", "\"nursing/degree\"", "the source that seeking_post is of"),
        Replace("a parameter of another kind of source", "assumptions.csv", 16, "nursing,percent", "abroad,percent", "supply", "\"abroad\"", "a source of kind education: interrupted is a parameter of those"),
        Replace("a source for a parameter of staff groups", "assumptions.csv", 9, ",,,,,months", ",,,,nursing,months", "supply", "\"nursing\"", "an empty cell: months_to_fill is no parameter of sources") with { GoesWithOthers = false },
        Replace("a place for a parameter of sources", "assumptions.csv", 20, "uptake,,", "uptake,R1,", "place", "\"R1\"", "an empty cell: uptake is resolved per source"),
        Replace("a staff group for a parameter of sources", "assumptions.csv", 14, ",,,,nursing", ",,,nurses,nursing", "staff_group", "\"nurses\"", "an empty cell: never_qualifying is resolved per source"),
        Replace("people counted in percent", "assumptions.csv", 22, "heads_per_year", "percent", "unit", "\"percent\"", "heads_per_year, the unit of international"),
        Replace("losses of everybody", "assumptions.csv", 15, "2,4,6", "2,51,100", "high", "\"100\"", "percent, 0 to 99") with { GoesWithOthers = false },
        Replace("interrupted and late together of more than everybody", "assumptions.csv", 17, "5,8,11", "5,8,95", "high",
            "interrupted and late of up to 105 percent together for nursing/degree", "no more than 100 percent with assumptions.csv, line 16") with { GoesWithOthers = false },
        Append("two rows for a stage", "assumptions.csv", 24, "again,never_qualifying,,,,nursing/trainee,percent,,4,,fixed,,,D,synthetic,2026-01-15,,", "parameter",
            "a never_qualifying for nursing/trainee that repeats assumptions.csv, line 15", "one row for each source or stage") with { GoesWithOthers = false },
        new("a course whose finishers go nowhere", new Problem("assumptions.csv", 0, "parameter", "no seeking_post for nursing", "a row that applies"),
            folder => FaultyFile.Remove(folder, "assumptions.csv", 19, "seeking_post"), GoesWithOthers: false),
        new("a stage from which nobody goes on", new Problem("assumptions.csv", 0, "parameter", "no going_on for nursing/degree", "a row that applies"),
            folder => FaultyFile.Remove(folder, "assumptions.csv", 18, "going_on"), GoesWithOthers: false),
        new("a stage without losses", new Problem("assumptions.csv", 0, "parameter", "no never_qualifying for nursing/degree", "a row that applies"),
            folder => FaultyFile.Remove(folder, "assumptions.csv", 14, "never_qualifying"), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> Need =>
    [
        Replace("a need by an unknown method", "need.csv", 2, "workload", "workloads", "method", "\"workloads\"", "trajectory, workload, cover; did you mean workload?") with { GoesWithOthers = false },
        Replace("a need of a place that is no trust", "need.csv", 4, "T3", "S3", "place", "\"S3\"", "a place of level trust") with { GoesWithOthers = false },
        Append("a need twice", "need.csv", 5, "T3,all,support,cover,1,40,,,synthetic,D,2026-01-15,", "place", "\"T3\", \"all\", \"support\" a second time", "one row for each; line 4 has it already"),
        Replace("cover without positions", "need.csv", 4, ",40,168", ",,168", "positions", "an empty cell", "a number of positions, over 0"),
        Replace("a week of 169 hours", "need.csv", 4, ",168,", ",169,", "hours_per_week", "\"169\"", "hours a week, over 0 and up to 168"),
        Replace("positions of a trajectory", "need.csv", 3, "trajectory,,", "trajectory,2,", "positions", "\"2\"", "an empty cell: positions is for cover"),
        Replace("an allowance of all of the time", "need.csv", 2, ",20,", ",100,", "category_allowance", "\"100\"", "percent, 0 to 90"),
        Replace("a workload without an allowance", "need.csv", 2, ",1.5,", ",,", "individual_allowance", "an empty cell", "a number of full-time equivalents, 0 or more"),
        new("a workload without activities", new Problem("need_activities.csv", 0, "place", "no activity of \"T1\", \"all\", \"nurses\"", "one or more for every row with the method workload; need.csv has it in line 2"),
            folder => File.Delete(Path.Combine(folder, "need_activities.csv")), GoesWithOthers: false),
        new("a trajectory without months", new Problem("need_trajectory.csv", 0, "place", "no month of \"T2\", \"all\", \"nurses\"", "one or more for every row with the method trajectory; need.csv has it in line 3"),
            folder => File.Delete(Path.Combine(folder, "need_trajectory.csv")), GoesWithOthers: false),
        Append("an activity without a need", "need_activities.csv", 4, "T3,all,nurses,contact,Contacts,10,0,1,synthetic,D,2026-01-15,", "place", "\"T3\", \"all\", \"nurses\"", "a row of need.csv with the method workload"),
        Append("an activity of a need by cover", "need_activities.csv", 4, "T3,all,support,contact,Contacts,10,0,1,synthetic,D,2026-01-15,", "place", "\"T3\", \"all\", \"support\"", "a row of need.csv with the method workload") with { GoesWithOthers = false },
        Append("an activity twice", "need_activities.csv", 4, "T1,all,nurses,contact,Contacts,10,0,1,synthetic,D,2026-01-15,", "activity",
            "\"contact\" of \"T1\", \"all\", \"nurses\" a second time", "each activity once; line 2 has it already") with { GoesWithOthers = false },
        Replace("an activity of fewer than none", "need_activities.csv", 3, "42000", "-42000", "volume", "\"-42000\"", "a number of units, 0 or more"),
        Replace("work that trebles in a year", "need_activities.csv", 2, ",2,", ",200,", "growth", "\"200\"", "percent a year, -100 to 100"),
        Replace("an activity that takes no time", "need_activities.csv", 2, ",1.5,", ",0,", "hours", "\"0\"", "hours, over 0"),
        Replace("a trajectory's month that is none", "need_trajectory.csv", 2, "2026-03", "March", "month", "\"March\"", "a month from 1975-10 to 2079-09"),
        Append("a month of a trajectory twice", "need_trajectory.csv", 4, "T2,all,nurses,2027-03,330,synthetic,D,2026-01-15,", "month", "2027-03 of \"T2\", \"all\", \"nurses\" a second time", "one row for each month; line 3 has it already"),
        Replace("a need of fewer than nobody", "need_trajectory.csv", 3, ",324,", ",-324,", "fte", "\"-324\"", "a number of full-time equivalents, 0 or more"),
        Replace("hours available of a year without a night", "assumptions.csv", 23, "1650", "8760", "high", "\"8760\"", "hours_per_year, 200 to 2200"),
        new("a need without hours available", new Problem("assumptions.csv", 0, "parameter", "no hours_available for nurses, support", "a row that applies"),
            folder => FaultyFile.Remove(folder, "assumptions.csv", 23, "hours_available"), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> Money =>
    [
        Replace("a year of prices that is none", "framework.yaml", 10, "2025/26", "2025/27", "prices", "\"2025/27\"", "a financial year, written like 2025/26"),
        new("money without a year of prices", new Problem("framework.yaml", 0, "prices", "no such key", "the financial year in whose prices pay.csv, training_costs.csv, envelope.csv is, such as 2025/26"),
            folder => FaultyFile.Remove(folder, "framework.yaml", 10, "prices"), GoesWithOthers: false),
        new("training costs and an envelope without pay", new Problem("pay.csv", 0, null, "no such file", "the pay of every leaf beside training_costs.csv, envelope.csv"),
            folder => File.Delete(Path.Combine(folder, "pay.csv")), GoesWithOthers: false),
        new("a leaf without pay", new Problem("pay.csv", 0, "staff_group", "no row for \"support\"", "the pay bands of every leaf"),
            folder => FaultyFile.Remove(folder, "pay.csv", 7, "support"), GoesWithOthers: false),
        Replace("pay of a group that is no leaf", "pay.csv", 7, "support", "clinical", "staff_group", "\"clinical\"", "a staff group without groups below it") with { GoesWithOthers = false },
        new("pay shares that sum to 1.1", new Problem("pay.csv", 2, "share", "a sum of 1.1 on lines 2, 3, 4", "the shares of a staff group's pay bands to sum to 1"),
            folder => FaultyFile.Replace(folder, "pay.csv", 4, ",0.2,", ",0.3,")),
        Append("a pay band twice", "pay.csv", 8, "support,3,0,26000,34,synthetic,D,2026-01-15,", "band", "\"3\" of \"support\" a second time", "each band once; line 7 has it already"),
        Replace("a pay band without a code", "pay.csv", 2, ",5,", ",band 5,", "band", "\"band 5\"", Code) with { GoesWithOthers = false },
        Replace("staff who are paid nothing", "pay.csv", 5, ",125000,", ",0,", "pay", "\"0\"", "pounds a year, over 0"),
        Replace("on-costs below nothing", "pay.csv", 6, ",37.5,", ",-37.5,", "on_costs", "\"-37.5\"", "percent, 0 to 200"),
        Replace("a training cost of no source", "training_costs.csv", 2, "nursing", "nursling", "supply", "\"nursling\"", "the code of a source in sources.csv; did you mean nursing?"),
        Replace("a training cost below nothing", "training_costs.csv", 3, "2500", "-2500", "pounds", "\"-2500\"", "pounds, 0 or more"),
        Append("a training cost twice", "training_costs.csv", 4, "returning,2000,synthetic,D,2026-01-15,", "supply", "\"returning\" a second time", "one row for each; line 3 has it already"),
        Replace("an envelope of a year that is none", "envelope.csv", 2, "2025/26", "2025", "year", "\"2025\"", "a financial year from 2025/26 to 2029/30, which the framework reaches"),
        Replace("an envelope of a year out of reach", "envelope.csv", 3, "2026/27", "2030/31", "year", "\"2030/31\"", "a financial year from 2025/26 to 2029/30, which the framework reaches") with { GoesWithOthers = false },
        Append("an envelope twice", "envelope.csv", 4, "2026/27,1,synthetic,D,2026-01-15,", "year", "2026/27 a second time", "one row for each; line 3 has it already"),
        Replace("an envelope with separators", "envelope.csv", 3, "120000000", "\"120,000,000\"", "pounds", "\"120,000,000\"", "pounds, 0 to 10000000000000, without thousands separators"),
        new("pay and cover without its premium", new Problem("assumptions.csv", 0, "parameter", "no cover_premium for doctors", "a row that applies"),
            folder => FaultyFile.Append(folder, "assumptions.csv", "cover_share.doctors,cover_share,T1,,doctors,,percent,,50,,fixed,,,D,synthetic,2026-01-15,,"), GoesWithOthers: false),
    ];

    private static PlantedFault Replace(string name, string file, int line, string from, string to, string? column, string found, string expected) =>
        new(name, new Problem(file, line, column, found, expected), folder => FaultyFile.Replace(folder, file, line, from, to));

    private static PlantedFault Append(string name, string file, int line, string text, string? column, string found, string expected) =>
        new(name, new Problem(file, line, column, found, expected), folder => FaultyFile.Append(folder, file, text));
}
