using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Fields;

/// <summary>Columns of the tables about places.</summary>
internal static class PlaceFields
{
    private static Field[] AgesOfPeople =>
    [
        new("from", new FieldRule.Whole(Quantity.AgeOfPeople), "First age of the band; the bands follow each other without gaps from 0."),
        new("to", new FieldRule.Whole(Quantity.AgeOfPeople), "Age before which the band ends; blank for the last, which has no end.", MayBeBlank: true),
    ];

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
        (FrameworkTables.PopulationAges, [.. AgesOfPeople, new("population", new FieldRule.Number(Quantity.People), "People of these ages who live there, whole; those of a place sum to its population.")]),
        (FrameworkTables.NeedWeights,
        [
            new("service", new FieldRule.Reference(FrameworkTables.HeaderFile), "Code of a service; blank for every one without rows of its own.", MayBeBlank: true),
            .. AgesOfPeople,
            new("weight", new FieldRule.Number(Quantity.NeedWeight), "How much a person of these ages needs beside others; only ratios are used."),
        ]),
        (FrameworkTables.PlanServices,
        [
            new("plan_service", new FieldRule.Code(), "Code of a service by which local plans may split their posts."),
            new("name", new FieldRule.Text(), "Its name for a reader."),
        ]),
        (FrameworkTables.ServiceShares,
        [
            new("place", new FieldRule.Reference(FrameworkTables.Places.File), "Code of a place; its rows rule before those of the places above it."),
            new("staff_group", new FieldRule.Reference(FrameworkTables.StaffGroups.File), "Code of a staff group; its rows rule before those of the groups above it."),
            new("plan_service", new FieldRule.Reference(FrameworkTables.PlanServices.File), "Code of a service of plan_services.csv."),
            new("share", new FieldRule.Number(Quantity.ShareOfPosts), "Percent of the staff group's posts in the place; those of a place and staff group sum to 100."),
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
