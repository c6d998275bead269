using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>The keys of a staff list's columns file: its reader accepts these and no others, and the schema is made of them.</summary>
internal static class StaffListFields
{
    /// <summary>How a list may write days.</summary>
    public static IReadOnlyDictionary<string, DayOrder> DayOrders { get; } = new Dictionary<string, DayOrder>
    {
        ["year_month_day"] = DayOrder.YearMonthDay,
        ["day_month_year"] = DayOrder.DayMonthYear,
        ["month_day_year"] = DayOrder.MonthDayYear,
    };

    /// <summary>What may stand before decimals.</summary>
    public static IReadOnlyDictionary<string, char> DecimalSigns { get; } = new Dictionary<string, char> { ["point"] = '.', ["comma"] = ',' };

    /// <summary>What may stand between cells.</summary>
    public static IReadOnlyDictionary<string, char> Separators { get; } =
        new Dictionary<string, char> { ["comma"] = ',', ["semicolon"] = ';', ["tab"] = '\t', ["bar"] = '|' };

    /// <summary>The columns of a staff list, under the names that their headers have unless the file says otherwise.</summary>
    public static IReadOnlyList<Field> Columns { get; } =
    [
        Column("pseudonym", "Header of the code that stands for a person."),
        Column("organisation", "Header of the organisation that employs."),
        Column("occupation_code", "Header of the occupation code; not beside staff_group."),
        Column("staff_group", "Header of the staff group; not beside occupation_code."),
        Column("service", "Header of the service."),
        Column("age", "Header of the age in years; not beside year_of_birth."),
        Column("year_of_birth", "Header of the year of birth; not beside age."),
        Column("start_date", "Header of the day on which the post began to be held."),
        Column("fte", "Header of the contracted full-time equivalents."),
    ];

    /// <summary>Keys of the file.</summary>
    public static IReadOnlyList<Field> ColumnsFile { get; } =
    [
        new("columns", new FieldRule.Keys(Columns), "Which header is which column; one that is not named has its own name.", MayBeBlank: true),
        new("separator", new FieldRule.Word(Separators.Keys), "What stands between cells; found out unless given.", MayBeBlank: true),
        new("decimal", new FieldRule.Word(DecimalSigns.Keys), "What stands before decimals; point unless given.", MayBeBlank: true),
        new("dates", new FieldRule.Word(DayOrders.Keys), "How days are written; year_month_day unless given.", MayBeBlank: true),
        new("organisations", new FieldRule.Pairs(new FieldRule.Reference(FrameworkTables.Places.File)), "By organisation as the list has it: the trust in which it counts.", MayBeBlank: true),
        new("staff_groups", new FieldRule.Pairs(new FieldRule.Reference(FrameworkTables.StaffGroups.File)), "By occupation code or staff group as the list has it, or by how it begins (N*): the staff group.", MayBeBlank: true),
        new("occupation_codes", new FieldRule.Text(), "CSV file beside this one with the headers occupation_code and staff_group; the framework's occupation_codes.csv, or the codes that are built in, unless given.", MayBeBlank: true),
        new("services", new FieldRule.Pairs(new FieldRule.Reference(FrameworkTables.HeaderFile)), "By service as the list has it: the framework's service.", MayBeBlank: true),
        new("default_service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Service of a row that names none.", MayBeBlank: true),
        new("on", new FieldRule.Day(), "The day that the list describes; the framework's opening unless given.", MayBeBlank: true),
        new("source", new FieldRule.Reference(FrameworkTables.Evidence.File), "Id of the evidence that the list is; none unless given.", MayBeBlank: true),
        new("grade", new FieldRule.Word(Words.Grades.Keys), "How good the evidence is; D unless given.", MayBeBlank: true),
        new("known_on", new FieldRule.Day(), "The day the list became known; the day that it describes unless given.", MayBeBlank: true),
    ];

    private static Field Column(string name, string meaning) => new(name, new FieldRule.Text(), meaning, MayBeBlank: true);
}
