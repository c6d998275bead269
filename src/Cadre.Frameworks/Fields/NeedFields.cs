using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the tables about need.</summary>
internal static class NeedFields
{
    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.Need,
        [
            new("method", new FieldRule.Word(Words.NeedMethods.Keys), "How the need is worked out."),
            new("positions", new FieldRule.Number(Quantity.Positions), "Positions filled, of cover; else blank.", MayBeBlank: true),
            new("hours_per_week", new FieldRule.Number(Quantity.HoursPerWeek), "Hours open in a week, of cover; else blank.", MayBeBlank: true),
            new("category_allowance", new FieldRule.Number(Quantity.CategoryAllowance), "Percent of the time for what all of them do besides, of workload; else blank.", MayBeBlank: true),
            new("individual_allowance", new FieldRule.Number(Quantity.Fte), "FTE of what some of them do besides, of workload; else blank.", MayBeBlank: true),
        ]),
        (FrameworkTables.NeedActivities,
        [
            new("activity", new FieldRule.Code(), "Code of the activity, unique in its need."),
            new("name", new FieldRule.Text(), "Name for a reader."),
            new("volume", new FieldRule.Number(Quantity.Volume), "Units in the first year."),
            new("growth", new FieldRule.Number(Quantity.VolumeGrowth), "Growth of the volume, percent a year."),
            new("hours", new FieldRule.Number(Quantity.HoursPerUnit), "Hours of this staff group for a unit."),
        ]),
        (FrameworkTables.NeedTrajectory,
        [
            new("month", new FieldRule.Month(), "Month of the need."),
            new("fte", new FieldRule.Number(Quantity.Fte), "Full-time equivalents needed."),
        ]),
        (FrameworkTables.Substitutions,
        [
            new("substitution", new FieldRule.Code(), "Code of the substitution, which no source of candidates and no conversion has."),
            new("name", new FieldRule.Text(), "Name for a reader."),
            new("from_staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Staff group whose work is taken over."),
            new("to_staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Staff group that takes it over."),
            new("exchange", new FieldRule.Number(Quantity.Exchange), "FTE of the new role for each FTE that it replaces."),
            new("supervision", new FieldRule.Number(Quantity.Supervision), "FTE of the group replaced that supervise each FTE of the new role."),
        ]),
    ];
}
