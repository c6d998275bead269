using Cadre.Core.Plans.Sections;
using Cadre.Core.Words;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>The posts of a plan by line and quarter, to change, and what they were prefilled with.</summary>
internal static class PostsSheets
{
    /// <summary>What a cell of posts takes.</summary>
    public static string Expected { get; } = $"0 to {PostsContent.Most:#,0} FTE with at most two decimals";

    /// <summary>The posts as planned.</summary>
    public static FormSheet PostsOf(PlanBookLayout layout, AllocationSummary allocation)
    {
        var (place, quarters) = (layout.Place, layout.Place.Basis.Quarters.Count);
        var (first, last) = (PlanBookLayout.ColumnOf(1), layout.LastPostsColumn);
        var cell = BookXml.Address(first, PlanBookLayout.FirstRow);
        return new FormSheet(PlanBookLayout.Posts)
        {
            Widths = [20, 30, 10, 34, .. Enumerable.Repeat(12.0, quarters)],
            HeaderRow = PlanBookLayout.HeaderRow,
            FrozenColumns = PlanBookLayout.GroupColumn,
            Rows =
            [
                .. Lead("Posts", "Funded posts, FTE, at the end of each quarter. Change a quarter by typing over it, and say why in the column Reason. A reason that is missing turns red."),
                HeaderOf(layout.PostsHeader),
                .. place.Lines.Index().Select(line => RowOf(layout, line.Item, PlanBookLayout.RowOf(line.Index))),
            ],
            Rules =
            [
                new FormRule(layout.PostsRange(first, last), "custom", $"AND(ISNUMBER({cell}),{cell}>=0,{cell}<={PostsContent.Most},ROUND({cell},2)={cell})", "", "Posts, FTE", $"Posts at the end of the quarter: {Expected}.", Expected),
                new FormRule(layout.PostsRange(PlanBookLayout.ReasonColumn, PlanBookLayout.ReasonColumn), "textLength", "0", $"{SectionField.MostText}", "Reason", "Why the posts of this row differ from those that it was prefilled with.", $"at most {SectionField.MostText:#,0} characters"),
            ],
            Notes = [.. place.Lines.Index().Select(line => (PlanBookLayout.GroupColumn, PlanBookLayout.RowOf(line.Index), NoteOf(place, line.Item, allocation)))],
            Warning = (layout.PostsRange(PlanBookLayout.ReasonColumn, PlanBookLayout.ReasonColumn), $"AND($C{PlanBookLayout.FirstRow}>0,LEN(TRIM($D{PlanBookLayout.FirstRow}))=0)"),
        };
    }

    /// <summary>The posts that the plan was prefilled with.</summary>
    public static FormSheet PrefilledOf(PlanBookLayout layout, AllocationSummary allocation) => new(PlanBookLayout.Prefilled)
    {
        Widths = [20, 30, .. Enumerable.Repeat(12.0, layout.Place.Basis.Quarters.Count)],
        HeaderRow = PlanBookLayout.HeaderRow,
        FrozenColumns = PlanBookLayout.GroupColumn,
        Rows =
        [
            .. Lead("Posts that the plan was prefilled with", $"Allocation {allocation.Number} of the round: {allocation.Reason}. To compare with; nothing here can be changed."),
            HeaderOf([.. layout.PostsHeader.Where((_, i) => i + 1 is not (PlanBookLayout.ChangedColumn or PlanBookLayout.ReasonColumn))]),
            .. layout.Place.Lines.Select(line => new FormRow([.. NamesOf(layout, line), .. layout.Place.PrefilledOf(line).Select(fte => FormCell.Of(fte, FormStyle.Posts))])),
        ],
    };

    /// <summary>Title and note of a sheet.</summary>
    public static FormRow[] Lead(string title, string note) => [new([FormCell.Of(title, FormStyle.Title)], IsAcross: true), new([FormCell.Of(note, FormStyle.Note)], IsAcross: true)];

    private static FormRow HeaderOf(IReadOnlyList<string> header) =>
        new([.. header.Select(text => FormCell.Of(text, text.StartsWith("Quarter", StringComparison.Ordinal) || text.StartsWith("Opening", StringComparison.Ordinal) ? FormStyle.NumberHeader : FormStyle.Header))]);

    private static FormRow RowOf(PlanBookLayout layout, PlanLine line, int row)
    {
        var (posts, prefilled) = (layout.Place.PostsOf(line), layout.Place.PrefilledOf(line));
        var (first, last) = (1, posts.Length - 1);
        string Range(int from, int to) => $"{BookXml.Address(from, row)}:{BookXml.Address(to, row)}";
        var changed = $"SUMPRODUCT(--({Range(PlanBookLayout.ColumnOf(first), PlanBookLayout.ColumnOf(last))}<>{PlanBookLayout.Prefilled}!{Range(PlanBookLayout.PrefilledColumnOf(first), PlanBookLayout.PrefilledColumnOf(last))}))";
        var reason = layout.Place.Sections.TryGetValue(line.Section, out var section) ? ((PostsContent)section).Reason : "";
        return new FormRow(
        [
            .. NamesOf(layout, line), FormCell.Worked(changed, posts.Zip(prefilled).Count(pair => pair.First != pair.Second), FormStyle.Count), FormCell.Of(reason, FormStyle.TextInput),
            .. posts.Select((fte, q) => FormCell.Of(fte, q == 0 ? FormStyle.Posts : FormStyle.PostsInput)),
        ]);
    }

    private static FormCell[] NamesOf(PlanBookLayout layout, PlanLine line) => [FormCell.Of(layout.NamesOf(line).Service, FormStyle.Text), FormCell.Of(layout.NamesOf(line).Group, FormStyle.Label)];

    private static string NoteOf(PlannedPlace place, PlanLine line, AllocationSummary allocation)
    {
        var (prefilled, quarters, name) = (place.PrefilledOf(line), place.Basis.Quarters, place.Basis.Framework.Name);
        var shared = allocation.Rule switch
        {
            AllocationRule.Framework => $"each quarter is {name}'s central run in this place",
            AllocationRule.ExistingStaff => "what the nation gains or loses after it is shared by staff in post on the opening day",
            AllocationRule.Population => "what the nation gains or loses after it is shared by population, each age weighted by need where the framework has ages",
            AllocationRule.Flat => "what the nation gains or loses after it is shared equally over places",
            AllocationRule.Typed => "what the nation gains or loses after it is shared by shares that were typed",
        };
        return $"Prefilled with {PlanNumbers.Of(prefilled[0])} FTE on the opening day to {PlanNumbers.Of(prefilled[^1])} in {Wording.Short(quarters[^1].Ends)}. "
            + $"The opening day's posts are the staff in post of {name}'s stock over 1 less its opening vacancy rate; {shared} (allocation {allocation.Number}: {allocation.Reason}). "
            + "Rounded to hundredths so that places add up to the nation.";
    }
}
