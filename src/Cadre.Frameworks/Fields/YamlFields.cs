using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>The keys of framework.yaml and of scenarios: readers accept these and no others, and the schema is made of them.</summary>
internal static class YamlFields
{
    private static readonly FieldRule Name = new FieldRule.Shaped("^[A-Za-z0-9-]+$");
    private static readonly FieldRule Months = new FieldRule.Whole(Quantity.Whole("months", 0, 600));
    private static readonly Field Reason = new("reason", new FieldRule.Text(), "Why.");
    private static readonly Field Grade = new("grade", new FieldRule.Word(Words.Grades.Keys), "How good the evidence is.");
    private static readonly Field Source = new("source", new FieldRule.Reference(FrameworkTables.Evidence.File), "Id of the evidence.");

    /// <summary>Keys of a service.</summary>
    public static IReadOnlyList<Field> Service { get; } =
    [
        new("code", new FieldRule.Code(), "Code of the service; all where there is no split."),
        new("name", new FieldRule.Text(), "Name for a reader."),
    ];

    /// <summary>Keys of framework.yaml.</summary>
    public static IReadOnlyList<Field> Header { get; } =
    [
        new("format", new FieldRule.Whole(new Quantity("the version of the format", FrameworkFormat.Current, FrameworkFormat.Current)), "Version of the file format."),
        new("name", Name, "The folder's name: letters, digits and -."),
        new("title", new FieldRule.Text(), "One line for a reader."),
        new("as_of", new FieldRule.Day(), "Nothing in the framework became public after this day."),
        new("opening", new FieldRule.Day(), "Day of the opening stock, the last of a month."),
        new("months", new FieldRule.Whole(Quantity.Whole("months", 1, 600)), "How far the framework reaches."),
        new("run_months", new FieldRule.Whole(Quantity.Whole("months", 1, 600)), "Months of a run unless told otherwise, up to months."),
        new("coverage", new FieldRule.Text(), "Who is counted and who is not."),
        new("licence", new FieldRule.Text(), "The line that goes with the figures."),
        new("services", new FieldRule.Mappings(Service, MayBeEmpty: false), "The services; without a split the one service all."),
        new("chance", new FieldRule.Truth(), "Whether every run shows what chance does to individuals.", MayBeBlank: true),
        new("levers_of", new FieldRule.Text(), "Name of the scenario whose levers every run without one tries: none, each alone, all.", MayBeBlank: true),
        new("prices", new FieldRule.Shaped(MoneyFields.Year), "The financial year in whose prices all money is; only where there is any.", MayBeBlank: true),
    ];

    /// <summary>Keys of a changed row of the register.</summary>
    public static IReadOnlyList<Field> Change { get; } =
    [
        new("id", new FieldRule.Reference("the register"), "Id of the row."),
        new("central", new FieldRule.Number(Quantity.AnyNumber), "The value of the central run, in the row's unit."),
        Reason,
        Grade,
        Source,
        new("low", new FieldRule.Number(Quantity.AnyNumber), "The low end, in the row's unit.", MayBeBlank: true),
        new("high", new FieldRule.Number(Quantity.AnyNumber), "The high end, in the row's unit.", MayBeBlank: true),
        new("distribution", new FieldRule.Word(Words.Distributions.Keys), "The row's unless given.", MayBeBlank: true),
    ];

    /// <summary>Keys of a lever.</summary>
    public static IReadOnlyList<Field> Lever { get; } =
    [
        new("id", new FieldRule.Id(), "Unique within the scenario."),
        new("parameter", new FieldRule.Word(Words.LeverParameters.Keys), "What it changes."),
        new("effect", new FieldRule.Word(Words.LeverEffects.Keys), "How its size is meant."),
        new("size", new FieldRule.Number(Quantity.AnyNumber), "Its whole size: percent to multiply, else in the parameter's unit."),
        new("start", new FieldRule.Month(), "Month in which it is started."),
        Reason,
        Grade,
        Source,
        new("place", new FieldRule.Reference(FrameworkTables.Places.File), "Where it works, and below; everywhere unless given.", MayBeBlank: true),
        new("service", new FieldRule.Reference(FrameworkTables.HeaderFile), "The service that it works in; every one unless given.", MayBeBlank: true),
        new("staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "The staff group that it works on, and below; every one unless given.", MayBeBlank: true),
        new("supply", new FieldRule.Shaped("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)?$"), "The source, or source/stage, or conversion, or substitution, that it works on; every one unless given.", MayBeBlank: true),
        new("exits", new FieldRule.WordList(Words.Exits.Keys), "The exits that it works on; all of them unless given.", MayBeBlank: true),
        new("from_age", new FieldRule.Whole(Quantity.Whole("an age", Ages.First, Ages.Last)), "First age that it works on; 16 unless given.", MayBeBlank: true),
        new("to_age", new FieldRule.Whole(Quantity.Whole("an age", Ages.First + 1, Ages.Last + 1)), "Age at which it ends, itself not in it; 76 unless given.", MayBeBlank: true),
        new("lead_months", Months, "Months from its start until it begins to work; 0 unless given.", MayBeBlank: true),
        new("ramp", new FieldRule.Word(Words.Ramps.Keys), "How it grows; step unless given.", MayBeBlank: true),
        new("ramp_months", new FieldRule.Whole(Quantity.Whole("months", 1, 600)), "Months until its whole size, for linear and s_curve.", MayBeBlank: true),
        new("limit", new FieldRule.Number(Quantity.AnyNumber), "Value at which it stops, in the parameter's unit; none unless given.", MayBeBlank: true),
        new("cost_per_year", new FieldRule.Number(Quantity.Pounds), "Pounds a year at whole size; 0 unless given.", MayBeBlank: true),
        new("on", new FieldRule.Truth(), "Whether the scenario uses it; true unless given.", MayBeBlank: true),
    ];

    /// <summary>Keys of a scenario.</summary>
    public static IReadOnlyList<Field> Scenario { get; } =
    [
        new("name", Name, "The file's name: letters, digits and -; not baseline."),
        new("title", new FieldRule.Text(), "One line for a reader."),
        new("text", new FieldRule.Text(), "What it stands for and why."),
        new("assumptions", new FieldRule.Mappings(Change, MayBeEmpty: true), "Changed rows of the register.", MayBeBlank: true),
        new("levers", new FieldRule.Mappings(Lever, MayBeEmpty: true), "The levers.", MayBeBlank: true),
    ];
}
