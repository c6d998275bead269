using Cadre.Core.Plans;
using Cadre.Core.Words;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Web.Pages.Rounds;

/// <summary>What each place gets by a rule and why, sorted for a page.</summary>
/// <param name="Shares">What each gets.</param>
/// <param name="Round">Id of the round.</param>
/// <param name="Sort">The column that rows are sorted by; null where they cannot be sorted.</param>
/// <param name="LastQuarter">The last quarter, in words.</param>
public sealed record SharesView(AllocationShares Shares, Guid Round, string? Sort, string LastQuarter)
{
    /// <summary>The rules that can be looked at before somebody types anything.</summary>
    public static IReadOnlyList<AllocationRule> Rules { get; } = [AllocationRule.Population, AllocationRule.ExistingStaff, AllocationRule.Flat];

    /// <summary>The columns: how the address names each, its heading, and whether it is a number.</summary>
    public IReadOnlyList<(string Sort, string Text, bool IsNumber)> Columns =>
    [
        ("", "Place", false), .. HasServices ? [("service", "Service", false)] : Array.Empty<(string, string, bool)>(), .. HasPeople ? [("people", "People", true)] : Array.Empty<(string, string, bool)>(),
        ("weight", WeightName, true), ("share", "Share", true), ("gets", "Posts gained", true),
    ];

    /// <summary>Whether services are shared otherwise.</summary>
    public bool HasServices => Shares.Rows.Any(row => row.Service.Length > 0);

    /// <summary>Whether it goes by people.</summary>
    public bool HasPeople => Shares.Rows.Any(row => row.People is not null);

    /// <summary>The rows in order.</summary>
    public IEnumerable<AllocationShares.Row> Rows => Sort switch
    {
        "service" => Shares.Rows.OrderBy(row => row.Service, StringComparer.Ordinal),
        "people" => Shares.Rows.OrderByDescending(row => row.People),
        "weight" => Shares.Rows.OrderByDescending(row => row.Weight),
        "share" => Shares.Rows.OrderByDescending(row => row.Share),
        "gets" => Shares.Rows.OrderByDescending(row => row.Gets),
        _ => Shares.Rows,
    };

    /// <summary>How a column is sorted now, as a header says it.</summary>
    public string Sorted(string column) => (Sort ?? "") != column ? "none" : column is "" or "service" ? "ascending" : "descending";

    /// <summary>What shares rest on, as a heading.</summary>
    public string WeightName => Shares.Rule switch
    {
        AllocationRule.Population => "Weighted people",
        AllocationRule.ExistingStaff => "Staff in post, FTE",
        _ => "Parts",
    };

    /// <summary>What a share rests on, as a cell: staff to a tenth, people and parts whole.</summary>
    public string WeightOf(AllocationShares.Row row) => Shares.Rule == AllocationRule.ExistingStaff ? Figures.Tenth(row.Weight) : Figures.Whole(row.Weight);

    /// <summary>The same as a sheet.</summary>
    public BookSheet ToSheet() => new()
    {
        Name = "Shares", Title = "What each place gets by a rule, and why",
        Columns =
        [
            RoundTables.Text("rule"), RoundTables.Text("place"), RoundTables.Text("name"), RoundTables.Text("service"), RoundTables.Figure("people"), RoundTables.Figure("weight"), RoundTables.Figure("share"), RoundTables.Figure("posts_gained"),
        ],
        Rows =
        [
            .. Shares.Rows.Select(row => new BookRow(
                [BookCell.Of(Shares.Rule.ToString()), BookCell.Of(row.Place), BookCell.Of(row.Name), BookCell.Of(row.Service), RoundTables.Number(row.People), RoundTables.Number(row.Weight), RoundTables.Number(row.Share), RoundTables.Posts(row.Gets)])),
        ],
    };
}
