using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the tables about money.</summary>
internal static class MoneyFields
{
    /// <summary>How a financial year is written.</summary>
    public const string Year = "^[0-9]{4}/[0-9]{2}$";

    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.Pay,
        [
            new("band", new FieldRule.Code(), "Code of the pay band, unique in its staff group."),
            new("share", new FieldRule.Number(Quantity.Share), "Share of the group's FTE in the band; those of a group sum to 1."),
            new("pay", new FieldRule.Number(Quantity.Pay), "Basic pay, pounds a year for an FTE."),
            new("on_costs", new FieldRule.Number(Quantity.OnCosts), "What the employer pays on top, percent of pay."),
        ]),
        (FrameworkTables.TrainingCosts,
        [
            new("pounds", new FieldRule.Number(Quantity.Pounds), "Pounds for each person who starts."),
        ]),
        (FrameworkTables.Envelope,
        [
            new("year", new FieldRule.Shaped(Year), "Financial year."),
            new("pounds", new FieldRule.Number(Quantity.PoundsOfTheNation), "What there is to pay for the nation's total in the year."),
        ]),
    ];
}
