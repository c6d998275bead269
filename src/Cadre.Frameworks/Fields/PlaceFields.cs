using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the tables about places.</summary>
internal static class PlaceFields
{
    /// <summary>The columns of each table that are its own.</summary>
    public static IEnumerable<(TableSchema Table, Field[] Fields)> All =>
    [
        (FrameworkTables.Places,
        [
            new("place", new FieldRule.Code(), "Code of the place; one row for each parent."),
            new("name", new FieldRule.Text(), "Name as published."),
            new("level", new FieldRule.Word(Words.Levels.Keys), "Where it stands in the tree of places."),
            new("parent", new FieldRule.Reference(FrameworkTables.Places.File), "Code of the place it is counted in; blank for the nation.", MayBeBlank: true),
            new("weight", new FieldRule.Number(Quantity.Weight), "Share of it that the parent counts; the rows of a place sum to 1; blank for the nation.", MayBeBlank: true),
            new("sector", new FieldRule.Word(Words.Sectors.Keys), "Sector of a trust (an employer); blank above trusts.", MayBeBlank: true),
        ]),
        (FrameworkTables.Population,
        [
            new("year", new FieldRule.Whole(Quantity.Whole("a year", 1900, 2200)), "Year of the population, the same in all rows."),
            new("population", new FieldRule.Number(Quantity.People), "People who live there, whole."),
        ]),
        (FrameworkTables.Headcount, [new("headcount", new FieldRule.Number(Quantity.People), "People as published, whole.")]),
        (FrameworkTables.Successors,
        [
            new("successor", new FieldRule.Code(), "Code of the place that follows; blank where it is not known.", MayBeBlank: true),
            new("successor_name", new FieldRule.Text(), "Name of the place that follows.", MayBeBlank: true),
            new("on", new FieldRule.Day(), "Day of the change."),
        ]),
    ];
}
