using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the tables about leaving, arriving and sources of candidates.</summary>
internal static class SupplyFields
{
    private static readonly Field Name = new("name", new FieldRule.Text(), "Name for a reader.");

    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.Scales, [new("leaving_scale", new FieldRule.Number(Quantity.Factor), "Fitted factor on leaving.")]),
        (FrameworkTables.Seasons,
        [
            new("flow", new FieldRule.Word(Words.Flows.Keys), "What has the season."),
            new("month", new FieldRule.Whole(Quantity.Whole("a calendar month", 1, 12)), "Month of the calendar."),
            new("share", new FieldRule.Number(Quantity.Share), "Share of the year; the twelve of a flow and staff group sum to 1."),
        ]),
        (FrameworkTables.PlaceRates,
        [
            new("leaving_multiplier", new FieldRule.Number(Quantity.Factor), "Leaving here over that of the staff group."),
            new("attractiveness", new FieldRule.Number(Quantity.Factor), "Hires here over those of other places that want as many."),
        ]),
        (FrameworkTables.Supply,
        [
            new("catchment", new FieldRule.Reference(FrameworkTables.Places.File), "Code of the place whose trusts share the candidates; of pools within each other the smaller is used first."),
            new("inflow_per_year", new FieldRule.Number(Quantity.Candidates), "Candidates a year whom no source accounts for, heads."),
            new("opening_pool", new FieldRule.Number(Quantity.Candidates), "Candidates on the opening day, heads."),
            new("joiners_fte_per_year", new FieldRule.Number(Quantity.Fte), "Joiners of the fitted year from this inflow, FTE."),
        ]),
        (FrameworkTables.Sources,
        [
            new("supply", new FieldRule.Code(), "Code of the source; not other."),
            Name,
            new("kind", new FieldRule.Word(Words.SupplyKinds.Keys), "Kind of source."),
            new("months", new FieldRule.Whole(Quantity.MonthsOfRetraining), "Months of retraining, for return_to_practice; else blank.", MayBeBlank: true),
            new("outside", new FieldRule.Number(Quantity.Heads), "Trained people outside on the opening day, for return_to_practice; else blank.", MayBeBlank: true),
            new("floor", new FieldRule.Number(Quantity.HeadsPerYear), "Least recruits a year, for international; may be blank.", MayBeBlank: true),
            new("ceiling", new FieldRule.Number(Quantity.HeadsPerYear), "Most recruits a year, for international; may be blank.", MayBeBlank: true),
        ]),
        (FrameworkTables.Stages,
        [
            new("stage", new FieldRule.Code(), "Code of the stage, unique in its source."),
            Name,
            new("months", new FieldRule.Whole(Quantity.Whole("months", 1, 120)), "Length of the stage."),
            new("interruption_months", new FieldRule.Whole(Quantity.Whole("months", 0, 60)), "Months later that those finish who interrupt it."),
            new("late_months", new FieldRule.Whole(Quantity.Whole("months", 0, 60)), "Months later that those finish who are late."),
            new("gap_months", new FieldRule.Whole(Quantity.Whole("months", 0, 60)), "Months from finishing to the next stage, or to being a candidate."),
        ]),
        (FrameworkTables.Intakes,
        [
            new("start", new FieldRule.Month(), "Month in which the intake starts."),
            new("places", new FieldRule.Number(Quantity.TrainingPlaces), "Training places."),
        ]),
        (FrameworkTables.SourceAges,
        [
            StaffFields.From,
            StaffFields.To,
            new("share", new FieldRule.Number(Quantity.Share), "Share of the source's joiners; sums to 1."),
        ]),
    ];
}
