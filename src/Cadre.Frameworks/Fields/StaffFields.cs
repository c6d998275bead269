using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the tables about staff: groups, ages, length of service, ways out, opening stock and its one-off changes.</summary>
internal static class StaffFields
{
    /// <summary>First age of a band.</summary>
    public static Field From { get; } = new("from", new FieldRule.Whole(Quantity.Whole("an age", Ages.First, Ages.Last)), "First age of the band.");

    /// <summary>Age at which a band ends.</summary>
    public static Field To { get; } = new("to", new FieldRule.Whole(Quantity.Whole("an age", Ages.First + 1, Ages.Last + 1)), "Age at which the band ends, itself not in it; 76 holds everybody of 75 and over.");

    private static readonly Field RunMonth = new("month", new FieldRule.Whole(Quantity.Whole("a month of the run", 1, 600), Narrows: true), "Month of the run, 1 for the first; up to the framework's last.");
    private static readonly Field Reason = new("reason", new FieldRule.Text(), "Why.");

    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.StaffGroups,
        [
            new("staff_group", new FieldRule.Code(), "Code of the staff group; all is the top of the tree."),
            new("name", new FieldRule.Text(), "Name as published."),
            new("parent", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Code of the group it is part of; blank for all alone.", MayBeBlank: true),
        ]),
        (FrameworkTables.OccupationCodes,
        [
            new("occupation_code", new FieldRule.Code(), "Occupation code as staff lists write it."),
        ]),
        (FrameworkTables.Ages,
        [
            From,
            To,
            new("stock_share", new FieldRule.Number(Quantity.Share), "Share of the group's heads; sums to 1 over its bands."),
            new("fte_per_head", new FieldRule.Number(Quantity.FtePerHead), "Full-time equivalents per head."),
            new("leaving_rate", new FieldRule.Number(Quantity.BandLeavingRate), "Leavers per year over average staff, percent, FTE; only ratios between bands are used."),
            new("joiner_share", new FieldRule.Number(Quantity.Share), "Share of the group's joining heads; sums to 1 over its bands."),
        ]),
        (FrameworkTables.LengthOfService,
        [
            new("band", new FieldRule.Code(), "Code of the band, unique in the group."),
            new("months", new FieldRule.Whole(Quantity.Whole("months", 1, 600)), "Length of the band; blank for the last, which is open.", MayBeBlank: true),
            new("leaving_multiplier", new FieldRule.Number(Quantity.LeavingMultiplier), "Leaving over that of other bands, of a group not all 0; only ratios are used."),
        ]),
        (FrameworkTables.Exits,
        [
            From,
            To,
            new("exit", new FieldRule.Word(Words.Exits.Keys), "The way out."),
            new("share", new FieldRule.Number(Quantity.Share), "Share of all exits of the band; sums to 1."),
        ]),
        (FrameworkTables.Conversions,
        [
            new("conversion", new FieldRule.Code(), "Code of the conversion, which no source of candidates has."),
            new("name", new FieldRule.Text(), "Name for a reader."),
            new("from_service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Service they leave."),
            new("from_staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Staff group they leave."),
            new("to_service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Service they come to."),
            new("to_staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Staff group they come to."),
            new("months", new FieldRule.Shaped(@"^([1-9]|1[0-2])( ([1-9]|1[0-2]))*$"), "Calendar months in which people convert, with blanks between; blank for every month.", MayBeBlank: true),
        ]),
        (FrameworkTables.Stock,
        [
            new("heads", new FieldRule.Number(Quantity.Heads), "Heads on the opening day."),
            new("fte", new FieldRule.Number(Quantity.Fte), "Full-time equivalents on the opening day; 0 where heads are."),
        ]),
        (FrameworkTables.Transfers,
        [
            RunMonth,
            new("direction", new FieldRule.Word(Words.Directions.Keys), "Whether they come or go."),
            new("heads", new FieldRule.Number(Quantity.HeadsMoved), "Heads that come or go."),
            new("fte", new FieldRule.Number(Quantity.Fte), "Full-time equivalents as published; the run does not use them."),
            Reason,
        ]),
        (FrameworkTables.Adjustments,
        [
            RunMonth,
            new("heads", new FieldRule.Number(Quantity.HeadsEitherWay), "Heads more or less, not 0."),
            Reason,
        ]),
    ];
}
