using System.Globalization;
using System.Reflection;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>A plan as an .xlsx workbook to fill in (docs/decisions/0010). The same plan at the same time gives the same bytes.</summary>
public static class PlanBook
{
    /// <summary>The kind of file that it is.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes it.</summary>
    public static byte[] Write(PlanBookOptions options)
    {
        var layout = new PlanBookLayout(options.Place);
        var (lists, names) = ListsOf(layout);
        FormSheet[] sheets =
        [
            ReadMeOf(options),
            PostsSheets.PostsOf(layout, options.Allocation), PostsSheets.PrefilledOf(layout, options.Allocation),
            .. SectionDefinition.All.Select(definition => SectionSheet.Of(layout, definition)),
            ServiceSheet.Of(layout), CheckSheet.Of(layout), lists, OriginOf(PlanBookOrigin.Of(options)),
        ];
        var framework = options.Place.Basis.Framework;
        return FormBookWriter.Write(sheets, names, new BookProperties(
            $"Local plan of {options.Plan.Name}", options.Round.Name, $"Cadre {Version}", framework.Licence, DateOnly.FromDateTime(options.MadeUtc),
            $"{options.Plan.Name}, {framework.Name} {framework.Digest[..12]}, made {options.MadeUtc:yyyy-MM-dd HH:mm} UTC"));
    }

    private static string Version => typeof(PlanBook).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static FormSheet ReadMeOf(PlanBookOptions options)
    {
        var framework = options.Place.Basis.Framework;
        (string Key, string Value)[] facts =
        [
            ("Place", $"{options.Plan.Name} ({options.Plan.Place})"),
            ("Round", options.Round.Name),
            ("Framework", $"{framework.Title} ({framework.Name})"),
            ("Digest of the framework", framework.Digest),
            ("Allocation", $"{options.Allocation.Number.ToString(CultureInfo.InvariantCulture)} of the round: {options.Allocation.Reason}"),
            ("Made", $"{Wording.Day(DateOnly.FromDateTime(options.MadeUtc))} at {options.MadeUtc:HH:mm} UTC by {options.By}"),
            ("Format", $"Version {PlanBookOrigin.CurrentFormat}"),
            ("1. Posts", "The sheet Posts has the whole plan by service, staff group and quarter, filled in already. Change what differs in this place and say why in the column Reason. The sheet Prefilled keeps what it began with; a note on each staff group says where that comes from."),
            ("2. Other sheets", "Services, Levers, Assumptions, Actions, Partners, Risks and Narrative take a row for each item. Where a cell has a list, choose from it. A row that is empty counts for nothing. Shares of services in a staff group add to 100; By service has the posts that they come to, as the plan was when this workbook was made."),
            ("3. Check", "The sheet Check counts what was changed, and what still lacks a reason. It should count none of these before you go on."),
            ("4. Upload", "Save the file as .xlsx and upload it on the plan's page. You see every difference before anything is applied, and nothing is if somebody else saved the same section since this workbook was made."),
            ("What to leave alone", "Yellow cells are to be typed into; no other cell can be. Type figures, not formulas. Sheets, rows and columns stay as they are: a workbook in which they were renamed, moved or deleted is refused, and told why."),
            ("Licence of the figures", framework.Licence),
        ];
        return new FormSheet(PlanBookLayout.ReadMe)
        {
            Widths = [26, 100],
            Rows = [new FormRow([FormCell.Of($"Local plan of {options.Plan.Name}", FormStyle.Title)], IsAcross: true), .. facts.Select(fact => new FormRow([FormCell.Of(fact.Key, FormStyle.Label), FormCell.Of(fact.Value, FormStyle.Text)]))],
        };
    }

    /// <summary>The words that may be chosen, a column for each field.</summary>
    private static (FormSheet Sheet, IReadOnlyList<(string Name, string Range)> Names) ListsOf(PlanBookLayout layout)
    {
        (string Name, IReadOnlyList<(string Code, string Name)> Choices)[] lists =
        [
            .. from definition in SectionDefinition.All
               from field in layout.FieldsOf(definition)
               where field.Kind is FieldKind.Choice or FieldKind.Month
               select (PlanBookLayout.ListOf(definition, field), layout.ChoicesOf(field)),
        ];
        var sheet = new FormSheet(PlanBookLayout.Lists)
        {
            Hidden = "hidden",
            Widths = [.. lists.Select(_ => 30.0)],
            Rows = [.. Enumerable.Range(0, lists.Max(list => list.Choices.Count)).Select(row => new FormRow([.. lists.Select(list => FormCell.Of(row < list.Choices.Count ? list.Choices[row].Name : "", FormStyle.Text))]))],
        };
        return (sheet, [.. lists.Index().Select(list => (list.Item.Name, $"{PlanBookLayout.Lists}!${BookXml.Letters(list.Index + 1)}$1:${BookXml.Letters(list.Index + 1)}${Math.Max(1, list.Item.Choices.Count)}"))]);
    }

    private static FormSheet OriginOf(PlanBookOrigin origin) => new(PlanBookLayout.Origin)
    {
        Hidden = "veryHidden",
        Widths = [40, 80],
        Rows = [.. origin.ToRows().Select(row => new FormRow([FormCell.Of(row.Key, FormStyle.Text), FormCell.Of(row.Value, FormStyle.Text)]))],
    };
}
