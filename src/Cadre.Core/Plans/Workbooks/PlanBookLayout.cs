using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>Where things stand in a plan's workbook; the way out and the way in share it. Columns and rows count from 1.</summary>
/// <param name="Place">The plan.</param>
internal sealed record PlanBookLayout(PlannedPlace Place)
{
    public const string ReadMe = "Read me", Posts = "Posts", Prefilled = "Prefilled", ByService = "By service", Check = "Check", Lists = "Lists", Origin = "Cadre";

    /// <summary>The row of the header of every sheet; the first of its rows comes after it.</summary>
    public const int HeaderRow = 3, FirstRow = 4;

    public const int ServiceColumn = 1, GroupColumn = 2, ChangedColumn = 3, ReasonColumn = 4, OpeningColumn = 5;

    /// <summary>Columns that the sheet of prefilled posts lacks.</summary>
    private const int NotPrefilled = 2;

    private const int EmptyRows = 30;

    /// <summary>The sheets, in order.</summary>
    public static IReadOnlyList<string> Sheets { get; } = [ReadMe, Posts, Prefilled, .. SectionDefinition.All.Select(SheetOf), ByService, Check, Lists, Origin];

    /// <summary>Rows of posts: the last one.</summary>
    public int LastPostsRow => FirstRow + Place.Lines.Count - 1;

    /// <summary>Columns of posts: the last one.</summary>
    public int LastPostsColumn => ColumnOf(Place.Basis.Quarters.Count - 1);

    /// <summary>The sheet of a section.</summary>
    public static string SheetOf(SectionDefinition definition) => Wording.Capital(definition.Name);

    /// <summary>The column of a quarter (its index) in the sheet of posts.</summary>
    public static int ColumnOf(int quarter) => OpeningColumn + quarter;

    /// <summary>The same in the sheet of prefilled posts.</summary>
    public static int PrefilledColumnOf(int quarter) => ColumnOf(quarter) - NotPrefilled;

    /// <summary>The row of a line (its index).</summary>
    public static int RowOf(int line) => FirstRow + line;

    /// <summary>Rows of a section: its items and empty ones.</summary>
    public int RowsOf(SectionDefinition definition) => Math.Min(definition.MostItems, Place.ItemsOf(definition.Name).Count + EmptyRows);

    /// <summary>The fields of a section, a column each.</summary>
    public IReadOnlyList<SectionField> FieldsOf(SectionDefinition definition) => [.. definition.FieldsOf(Place)];

    /// <summary>The header of the sheet of posts.</summary>
    public IReadOnlyList<string> PostsHeader =>
        ["Service", "Staff group", "Quarters changed", "Reason for the change", $"Opening day {Wording.Short(Place.Basis.Quarters[0].Ends)}", .. Place.Basis.Quarters.Skip(1).Select(quarter => $"Quarter to {Wording.Short(quarter.Ends)}")];

    /// <summary>The names of a line: service and staff group.</summary>
    public (string Service, string Group) NamesOf(PlanLine line) => (
        Place.Basis.Model.Services.First(service => service.Code == line.Service).Name,
        Place.Basis.Model.StaffGroups.First(group => group.Code == line.StaffGroup).Name);

    /// <summary>A part of the sheet of posts: a column or several, down all its rows.</summary>
    public string PostsRange(int first, int last) => $"{BookXml.Address(first, FirstRow)}:{BookXml.Address(last, LastPostsRow)}";

    /// <summary>The words of a list and what they mean, none twice: a name that two codes share has its code beside it.</summary>
    public IReadOnlyList<(string Code, string Name)> ChoicesOf(SectionField field)
    {
        if (field.Kind == FieldKind.Month) return [.. Enumerable.Range(1, Place.Basis.Framework.RunMonths).Select(month => Place.Basis.Model.MonthAt(month).ToString()).Select(month => (month, month))];
        (string Code, string Name)[] choices = [.. field.ChoicesOf(Place).Select(choice => (choice.Code, choice.Name.Trim()))];
        return [.. choices.Select(choice => choices.Count(other => other.Name == choice.Name) > 1 ? (choice.Code, $"{choice.Name} ({choice.Code})") : choice)];
    }

    /// <summary>Name of the range that holds the list of a field.</summary>
    public static string ListOf(SectionDefinition definition, SectionField field) => $"list_{definition.Name}_{field.Name}";
}
