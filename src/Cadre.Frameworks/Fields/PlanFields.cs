using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the plan: its posts, targets and what was expected of them.</summary>
internal static class PlanFields
{
    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.PlannedPosts,
        [
            new("month", new FieldRule.Month(), "Month at whose start the posts are there."),
            new("fte", new FieldRule.Number(Quantity.FtePlanned), "Posts added, full-time equivalents."),
        ]),
        (FrameworkTables.Targets,
        [
            new("id", new FieldRule.Id(), "Unique id."),
            new("description", new FieldRule.Text(), "What is aimed at."),
            new("measure", new FieldRule.Word(Words.TargetMeasures.Keys), "What is measured; with _added, how much more of it there is than on the opening day."),
            new("scope", new FieldRule.Shaped("^[A-Za-z0-9_-]+/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(/[a-z_]+)?$"), "place/service/staff_group, or place/service/staff_group/sector; service all is all of them."),
            new("month", new FieldRule.Month(), "Month at whose end it should hold."),
            new("op", new FieldRule.Word(Words.AtLeast.Keys), "At least or at most."),
            new("value", new FieldRule.Number(Quantity.AnyNumber, Narrows: true), "The value; a vacancy rate as a share, 0.12."),
        ]),
        (FrameworkTables.Expectations,
        [
            new("target", new FieldRule.Reference(FrameworkTables.Targets.File), "Id of the target."),
            new("levers", new FieldRule.Word(Words.LeversExpected.Keys), "Whether with all levers that are tried, or without any."),
            new("low", new FieldRule.Number(Quantity.AnyNumber), "Low end of what was expected of the target's measure."),
            new("high", new FieldRule.Number(Quantity.AnyNumber), "High end, no less than low."),
            new("why", new FieldRule.Text(), "Why."),
            new("written_on", new FieldRule.Day(), "The day on which it was written down."),
        ]),
    ];
}
