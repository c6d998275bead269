using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the register of assumptions and of the evidence behind it.</summary>
internal static class RegisterFields
{
    private static readonly Field[] Register =
    [
        new("id", new FieldRule.Id(), "Unique over both files of the register; it keys the random draws."),
        new("parameter", new FieldRule.Word(ParameterRule.Words.Keys), "What the row is about."),
        new("place", new FieldRule.Reference(FrameworkTables.Places.File), "Where it applies, and below; blank is everywhere.", MayBeBlank: true),
        new("service", new FieldRule.Reference(FrameworkTables.HeaderFile), "The service that it applies to; blank is every one.", MayBeBlank: true),
        new("staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "The staff group that it applies to, and below; blank is every one.", MayBeBlank: true),
        new("supply", new FieldRule.Shaped("^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)?$"), "The source, or source/stage, of a parameter of sources, or the conversion of converting; else blank.", MayBeBlank: true),
        new("unit", new FieldRule.Word(ParameterRule.All.Select(rule => rule.Unit).Distinct()), "The parameter's unit."),
        new("low", new FieldRule.Number(Quantity.AnyNumber, Narrows: true), "The low end, in the unit; may be blank for fixed.", MayBeBlank: true),
        new("central", new FieldRule.Number(Quantity.AnyNumber, Narrows: true), "The value of the central run, in the unit."),
        new("high", new FieldRule.Number(Quantity.AnyNumber, Narrows: true), "The high end, in the unit; may be blank for fixed.", MayBeBlank: true),
        new("distribution", new FieldRule.Word(Words.Distributions.Keys), "How values between the ends are drawn."),
        new("correlation_group", new FieldRule.Code(), "Rows of the same group rise and fall together; blank for none.", MayBeBlank: true),
        new("correlation", new FieldRule.Number(Quantity.Correlation), "Correlation with what the group's rows have in common, not 0; blank for none.", MayBeBlank: true),
        new("review", new FieldRule.Day(), "Day by which somebody should look again.", MayBeBlank: true),
    ];

    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.Assumptions, Register),
        (FrameworkTables.AssumptionsImported, Register),
        (FrameworkTables.Evidence,
        [
            new("id", new FieldRule.Id(), "Id that rows name as their source."),
            new("title", new FieldRule.Text(), "Title."),
            new("publisher", new FieldRule.Text(), "Who published it.", MayBeBlank: true),
            new("published", new FieldRule.Shaped(@"^\d{4}(-\d{2}(-\d{2})?)?$"), "A day, a month or a year.", MayBeBlank: true),
            new("location", new FieldRule.Text(), "Where it is to be found.", MayBeBlank: true),
            new("licence", new FieldRule.Text(), "Under what licence.", MayBeBlank: true),
        ]),
    ];
}
