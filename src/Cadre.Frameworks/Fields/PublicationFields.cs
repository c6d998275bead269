using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>The keys of a publication's columns file: its reader accepts these and no others, and the schema is made of them.</summary>
internal static class PublicationFields
{
    /// <summary>How many times the central value the range of a leaving rate may reach up, and down.</summary>
    public static Quantity RangeFactor { get; } = new("a factor", 1, 10, LowIsOut: true);

    /// <summary>Percentage points of a net change up, and down.</summary>
    public static Quantity RangePoints { get; } = new("percentage points", 0, 50, LowIsOut: true);

    /// <summary>Ways in which a workforce file becomes a stock: by its shares of the stock that is there, or by its figures.</summary>
    public static IReadOnlyDictionary<string, bool> StockRules { get; } = new Dictionary<string, bool> { ["shares"] = true, ["figures"] = false };

    /// <summary>Orders of a day whose year stands last.</summary>
    public static IReadOnlyDictionary<string, DayOrder> DayOrders { get; } = StaffListFields.DayOrders.Where(order => order.Value != DayOrder.YearMonthDay).ToDictionary();

    /// <summary>Keys of the range of rates.</summary>
    public static IReadOnlyList<Field> Ranges { get; } =
    [
        new("leaving_factor", new FieldRule.Number(RangeFactor), "High over central, and central over low, of a leaving rate, at least.", MayBeBlank: true),
        new("net_change_points", new FieldRule.Number(RangePoints), "Percentage points either side of a net change, at least.", MayBeBlank: true),
    ];

    /// <summary>Keys of a rule for areas of work: what a row must hold, and what it then counts as.</summary>
    public static IReadOnlyList<Field> Area { get; } =
    [
        Text("care_setting", "Care setting or specialty that the row has."),
        Text("primary_area", "Primary area of work that the row has."),
        Text("secondary_area", "Secondary area of work that the row has."),
        Text("tertiary_area", "Tertiary area of work that the row has."),
        Text("classification", "Mental-health classification that the row has."),
        Text("published", "Staff group that the row has."),
        new("service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Service in which it counts; default_service unless given.", MayBeBlank: true),
        new("staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Staff group in which it counts; that of staff_groups unless given.", MayBeBlank: true),
    ];

    /// <summary>Keys of an activity: a published measure and the hours of a staff group that a unit of it takes.</summary>
    public static IReadOnlyList<Field> Activity { get; } =
    [
        new("measure", new FieldRule.Text(), "Measure as the publication writes it: referrals_received, MRS04."),
        new("activity", new FieldRule.Code(), "Code of the activity in need_activities.csv."),
        new("name", new FieldRule.Text(), "Name for a reader."),
        new("staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Staff group whose hours it takes, a leaf."),
        new("hours", new FieldRule.Number(Quantity.HoursPerUnit), "Hours of the staff group for a unit: a judgement."),
        new("grade", new FieldRule.Word(Words.Grades.Keys), "How good the hours are; D unless given.", MayBeBlank: true),
        new("service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Service that needs it; default_service unless given.", MayBeBlank: true),
        new("growth", new FieldRule.Number(Quantity.VolumeGrowth), "Growth of the volume, percent a year; that of the publication unless given.", MayBeBlank: true),
    ];

    /// <summary>Keys of the allowances of a need that an import begins.</summary>
    public static IReadOnlyList<Field> Allowances { get; } =
    [
        new("category", new FieldRule.Number(Quantity.CategoryAllowance), "category_allowance of new rows of need.csv, percent; 0 unless given.", MayBeBlank: true),
        new("individual", new FieldRule.Number(Quantity.Fte), "individual_allowance of new rows of need.csv, FTE; 0 unless given.", MayBeBlank: true),
    ];

    /// <summary>Keys of the file.</summary>
    public static IReadOnlyList<Field> File { get; } =
    [
        new("columns", new FieldRule.Pairs(new FieldRule.Text()), "By header as the format has it: the header that the file has.", MayBeBlank: true),
        Text("sheet", "Of a workbook, the sheet; the only one in sight unless given."),
        new("dates", new FieldRule.Word(DayOrders.Keys), "How days are written whose year stands last; found out unless given.", MayBeBlank: true),
        Text("period", "Month or year as the file writes it; the latest unless given."),
        Text("level", "Level of organisation as the file writes it; the lowest that the framework has places of unless given."),
        new("organisations", new FieldRule.Pairs(new FieldRule.Reference(FrameworkTables.Places.File)), "By organisation, system or region as the file has it, or by how it begins (RV5*): the place.", MayBeBlank: true),
        new("staff_groups", new FieldRule.Pairs(new FieldRule.Reference(FrameworkTables.StaffGroups.File)), "By staff group as the file has it, or by how it begins (nurse*): the staff group.", MayBeBlank: true),
        new("default_service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Service where no other is given; the only one unless given.", MayBeBlank: true),
        new("areas", new FieldRule.Mappings(Area, MayBeEmpty: true), "Which area of work or care setting is which service and staff group; the first that fits counts.", MayBeBlank: true),
        new("stock", new FieldRule.Word(StockRules.Keys), "Whether a workforce by area of work splits the stock that is there by its shares, or sets it by its figures; shares unless given.", MayBeBlank: true),
        new("activities", new FieldRule.Mappings(Activity, MayBeEmpty: true), "Which measure is which activity.", MayBeBlank: true),
        new("allowances", new FieldRule.Keys(Allowances), "Allowances of new rows of need.csv.", MayBeBlank: true),
        new("ranges", new FieldRule.Keys(Ranges), "How wide rates are at least.", MayBeBlank: true),
        new("source", new FieldRule.Reference(FrameworkTables.Evidence.File), "Id of the evidence that the publication is; the format's own unless given.", MayBeBlank: true),
        new("grade", new FieldRule.Word(Words.Grades.Keys), "How good the figures are; what the format says unless given.", MayBeBlank: true),
        new("known_on", new FieldRule.Day(), "The day they became known; the framework's as_of unless given.", MayBeBlank: true),
    ];

    private static Field Text(string name, string meaning) => new(name, new FieldRule.Text(), meaning, MayBeBlank: true);
}
