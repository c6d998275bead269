using Cadre.Frameworks.Reading;

namespace Cadre.TestCommon;

/// <summary>Faults of length_of_service.csv, exits.csv, conversions.csv and substitutions.csv, planted after <see cref="SmallFramework.AddWaysOut"/>.</summary>
internal static class WaysOutFaults
{
    private const string Conversions = "conversions.csv";
    private const string Exits = "exits.csv";
    private const string Service = "length_of_service.csv";
    private const string Roles = "substitutions.csv";
    private const string Register = "assumptions.csv";
    private const string Months = "calendar months, 1 to 12 with blanks between, each once, or an empty cell";
    private const string EndOfRow = "synthetic,D,2026-01-15,";

    /// <summary>Every fault.</summary>
    public static IEnumerable<PlantedFault> All => [.. LengthOfService, .. ByExit, .. OfConversions, .. OfSubstitutions, .. OfTheRegister];

    private static IEnumerable<PlantedFault> LengthOfService =>
    [
        Replace("a band of service twice", Service, 3, "1-to-5", "under-1", "band", "\"under-1\" of \"nurses\" a second time", "each band of a staff group once; line 2 has it already"),
        Replace("a last band of service that ends", Service, 4, ",,0.8", ",60,0.8", "months", "\"60\"", "an empty cell: the last band of a staff group is open"),
        Replace("an open band of service before the last", Service, 3, ",48,", ",,", "months", "an empty cell", "months, a whole number, 1 to 600: only the last band of a staff group is open, in line 4"),
        Replace("a band of service of no months", Service, 2, ",12,", ",0,", "months", "\"0\"", "months, a whole number, 1 to 600"),
        Replace("leavers below nobody", Service, 2, ",1.6,", ",-1.6,", "leaving_multiplier", "\"-1.6\"", "a factor, 0 or more"),
        Replace("service of a group that is no leaf", Service, 4, "nurses", "clinical", "staff_group", "\"clinical\"", "a staff group without groups below it"),
        new("a group that nobody leaves", new Problem(Service, 2, "leaving_multiplier", "\"0\"", "multipliers that are not all 0"), Planted(folder =>
        {
            FaultyFile.Replace(folder, Service, 2, ",1.6,", ",0,");
            FaultyFile.Replace(folder, Service, 3, ",1.1,", ",0,");
            FaultyFile.Replace(folder, Service, 4, ",0.8,", ",0,");
        }), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> ByExit =>
    [
        Replace("exits that sum to 0.9", Exits, 2, "0.7", "0.6", "share", "a sum of 0.9 on lines 2, 3, 4", "the shares of a band to sum to 1"),
        Replace("an unknown exit", Exits, 6, "resignation", "resigned", "exit", "\"resigned\"", "retirement, resignation, other, moved_within, moved_outside"),
        Replace("an exit twice", Exits, 3, "moved_within", "resignation", "exit", "resignation from 16 a second time", "one row for each; line 2 has it already"),
        ReplaceInTwo("exits that begin late", 7, ",16,", ",18,", "from", "\"18\"", "16, where the first band of a staff group begins"),
        ReplaceInTwo("exits that end early", 7, ",76,", ",70,", "to", "\"70\"", "76, where the last band of a staff group ends"),
        ReplaceInTwo("a gap between ages of exits", 5, ",55,", ",56,", "from", "\"56\"", "55, where the band of line 2 ends"),
        Replace("a band of exits with two ends", Exits, 3, ",55,", ",50,", "to", "\"50\"", "55, where the band ends in line 2"),
    ];

    private static IEnumerable<PlantedFault> OfConversions =>
    [
        Append("a conversion twice", Conversions, 3, $"support-to-nurse,Again,all,nurses,all,support,,{EndOfRow}", "conversion", "\"support-to-nurse\" a second time", "each conversion once; line 2 has it already"),
        new("a conversion with the code of a source", new Problem(Conversions, 2, "conversion", "\"nursing\"", "another code: sources.csv has a source nursing"), Planted(folder =>
        {
            FaultyFile.Replace(folder, Conversions, 2, "support-to-nurse", "nursing");
            FaultyFile.Replace(folder, Register, 24, "support-to-nurse", "nursing");
        }), GoesWithOthers: false),
        Replace("a conversion to where they are", Conversions, 2, "all,nurses", "all,support", "to_staff_group", "\"support\"", "another staff group or service than they leave"),
        Replace("a conversion between different bands", Conversions, 2, "all,nurses", "all,doctors", "to_staff_group", "\"doctors\"", "a staff group with the same bands of length of service as support"),
        Replace("a conversion to a group that is no leaf", Conversions, 2, "all,nurses", "all,clinical", "to_staff_group", "\"clinical\"", "a staff group without groups below it"),
        Replace("a conversion from an unknown service", Conversions, 2, "all,support", "ward,support", "from_service", "\"ward\"", "the code of a service in framework.yaml"),
        Replace("a conversion in the thirteenth month", Conversions, 2, "9 3", "9 13", "months", "\"9 13\"", Months),
        Replace("a conversion twice in a month", Conversions, 2, "9 3", "9 9", "months", "\"9 9\"", Months),
        new("a conversion where nobody can convert", new Problem(Conversions, 2, "conversion", "\"support-to-nurse\"", "a place in stock.csv with both cohorts: where they leave and where they come to"), Planted(folder =>
        {
            FaultyFile.Append(folder, "framework.yaml", "  - code: ward");
            FaultyFile.Append(folder, "framework.yaml", "    name: On the ward");
            FaultyFile.Replace(folder, "framework.yaml", 12, "all", "day");
            foreach (var file in Directory.GetFiles(folder, "*.csv").Where(file => Path.GetFileName(file) != "staff_groups.csv"))
                File.WriteAllText(file, File.ReadAllText(file).Replace(",all,", ",day,"));
            FaultyFile.Replace(folder, Conversions, 2, "day,nurses", "ward,nurses");
        }), GoesWithOthers: false),
    ];

    private static IEnumerable<PlantedFault> OfSubstitutions =>
    [
        Append("a substitution twice", Roles, 3, $"support-for-nurse,Again,nurses,support,1,0,{EndOfRow}", "substitution", "\"support-for-nurse\" a second time", "each substitution once; line 2 has it already"),
        Replace("a substitution with the code of a source", Roles, 2, "support-for-nurse", "nursing", "substitution", "\"nursing\"", "another code: sources.csv has a source nursing"),
        Replace("a substitution with the code of a conversion", Roles, 2, "support-for-nurse", "support-to-nurse", "substitution", "\"support-to-nurse\"", "another code: conversions.csv has a conversion support-to-nurse"),
        Replace("a substitution by the same group", Roles, 2, "nurses,support", "nurses,nurses", "to_staff_group", "\"nurses\"", "another staff group than the one whose work is taken over"),
        Replace("a substitution for a group that is no leaf", Roles, 2, "nurses,support", "clinical,support", "from_staff_group", "\"clinical\"", "a staff group without groups below it"),
        Replace("a new role that replaces by nobody", Roles, 2, ",1.25,", ",0,", "exchange", "\"0\"", "FTE of the new role, over 0 and up to 100"),
        Replace("a new role that eleven supervise", Roles, 2, ",0.1,", ",11,", "supervision", "\"11\"", "FTE who supervise, 0 to 10"),
    ];

    private static IEnumerable<PlantedFault> OfTheRegister =>
    [
        new("a conversion that nobody estimated", new Problem(Register, 0, "parameter", "no converting for support-to-nurse", "a row that applies"),
            Planted(folder => FaultyFile.Remove(folder, Register, 24, "converting")), GoesWithOthers: false),
        Append("two rows for a conversion", Register, 25, "again,converting,,,,support-to-nurse,percent_per_year,,2,,fixed,,,D,synthetic,2026-01-15,,", "supply",
            "a converting for support-to-nurse that repeats assumptions.csv, line 24", "one row for each conversion"),
        Replace("converting without a conversion", Register, 24, "support-to-nurse", "", "supply", "an empty cell", "the code of a conversion in conversions.csv"),
        Replace("converting by an unknown conversion", Register, 24, "support-to-nurse", "support-to-nurses", "supply", "\"support-to-nurses\"", "the code of a conversion in conversions.csv; did you mean support-to-nurse?"),
        Replace("converting in a place", Register, 24, "converting,,", "converting,T1,", "place", "\"T1\"", "an empty cell: converting is resolved per conversion"),
        Replace("converting of a staff group", Register, 24, "converting,,,,", "converting,,,nurses,", "staff_group", "\"nurses\"", "an empty cell: converting is resolved per conversion"),
    ];

    private static PlantedFault Replace(string name, string file, int line, string from, string to, string? column, string found, string expected) =>
        new(name, new Problem(file, line, column, found, expected), Planted(folder => FaultyFile.Replace(folder, file, line, from, to)), GoesWithOthers: false);

    private static PlantedFault Append(string name, string file, int line, string text, string? column, string found, string expected) =>
        new(name, new Problem(file, line, column, found, expected), Planted(folder => FaultyFile.Append(folder, file, text)), GoesWithOthers: false);

    /// <summary>Changes an age in two lines of exits.csv, those of one band; the first is at fault.</summary>
    private static PlantedFault ReplaceInTwo(string name, int line, string from, string to, string? column, string found, string expected) =>
        new(name, new Problem(Exits, line, column, found, expected), Planted(folder =>
        {
            FaultyFile.Replace(folder, Exits, line, from, to);
            FaultyFile.Replace(folder, Exits, line + 1, from, to);
        }), GoesWithOthers: false);

    private static Action<string> Planted(Action<string> plant) => folder =>
    {
        SmallFramework.AddWaysOut(folder);
        plant(folder);
    };
}
