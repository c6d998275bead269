using Cadre.Engine.Model;

namespace Cadre.Core.Plans.Sections;

/// <summary>A section of a plan besides posts: what it is for and the fields of its items.</summary>
/// <param name="Name">Its name (<see cref="SectionName"/>).</param>
/// <param name="Title">Its heading.</param>
/// <param name="Item">What one item of it is called.</param>
/// <param name="Intro">What belongs there, in a sentence.</param>
/// <param name="Fields">The fields of an item, in order.</param>
public sealed record SectionDefinition(string Name, string Title, string Item, string Intro, IReadOnlyList<SectionField> Fields)
{
    /// <summary>Name of the field that says which of the places that merged an item is of.</summary>
    public const string MemberField = "place";

    /// <summary>The most items that it may have.</summary>
    public int MostItems { get; init; } = ItemsContent.Most;

    /// <summary>What is wrong with its items together, each of which may be right by itself; null where they do not depend on each other.</summary>
    public Func<IReadOnlyList<IReadOnlyDictionary<string, string>>, PlannedPlace, IEnumerable<PlanProblem>>? Together { get; init; }

    private static readonly (string Code, string Name)[] Parameters =
    [
        ("leaving_rate", "Leaving rate, per cent of staff a year"),
        ("cover_share", "Share of vacancies covered by temporary staff, per cent"),
    ];

    private static readonly SectionField Parameter = new("parameter", "What changes", FieldKind.Choice) { Choices = basis => [.. Parameters.Where(parameter => HasRow(basis, parameter.Code))] };

    private static readonly SectionField Group = new("staff_group", "Staff group", FieldKind.Choice) { Choices = GroupsOf };

    private static readonly SectionField Reason = new("reason", "Reason", FieldKind.LongText);

    private static readonly SectionField Member = new(MemberField, "Place that it is of", FieldKind.Choice)
    {
        Hint = "Blank for all the places that came together.", MayBeBlank = true, IsOfMembers = true,
    };

    /// <summary>All of them, in the order of a plan.</summary>
    public static IReadOnlyList<SectionDefinition> All { get; } =
    [
        new(SectionName.Services, "Services", "Share", "Posts by service, where the framework has no split: the share of each service in the posts of a staff group. It changes nothing in the run.",
        [
            Group with { Hint = "All staff, or a group that has a split of its own." },
            new(ServiceItems.Service, "Service", FieldKind.Choice) { MayBeBlank = true, Choices = basis => [.. basis.Framework.PlanServices.Select(service => (service.Code, service.Name))] },
            new(ServiceItems.Other, "Another service", FieldKind.Text) { Hint = "Where the list does not have it.", MayBeBlank = true },
            new(ServiceItems.Share, "Share, per cent", FieldKind.Number) { Hint = "The shares of a staff group add to 100.", Least = 0.01m, Greatest = 100 },
            new(ServiceItems.Reason, "Source or reason", FieldKind.LongText), Member,
        ]) { MostItems = 150, Together = ServiceItems.Check },
        new(SectionName.Levers, "Levers", "Lever", "What this place will do to change the future: how much, from when, at what cost, and why.",
        [
            Parameter, Group,
            new("size", "Percentage points added", FieldKind.Number) { Hint = "Below 0 to lower it: -1.5 takes a leaving rate of 10 to 8.5.", Least = -100, Greatest = 100 },
            new("start", "First month", FieldKind.Month) { Hint = "For example 2026-10." },
            new("ramp_months", "Months until it works in full", FieldKind.Whole) { Hint = "1 where it works in full at once.", Least = 1, Greatest = 120 },
            new("cost_per_year", "Cost a year, pounds", FieldKind.Number) { MayBeBlank = true },
            Reason, Member,
        ]),
        new(SectionName.Assumptions, "Assumptions overridden", "Assumption", "Where this place knows better than the national register, from the first month on. Its range moves with it.",
        [
            Parameter, Group,
            new("value", "Value here, per cent", FieldKind.Number) { Greatest = 100 },
            Reason,
            new("evidence", "Evidence", FieldKind.LongText) { Hint = "Where a reader finds the figure." },
            Member,
        ]),
        new(SectionName.Actions, "Actions", "Action", "Who does what by when, and what it is expected to change.",
        [
            new("action", "Action", FieldKind.LongText), new("owner", "Owner", FieldKind.Text),
            new("due", "Due", FieldKind.Day) { Hint = "For example 2027-03-31." }, new("effect", "Expected effect", FieldKind.LongText), Member,
        ]),
        new(SectionName.Partners, "Partners", "Partner", "Local authorities, third sector and other employers, and what each contributes.",
        [
            new("organisation", "Organisation", FieldKind.Text), new("contribution", "Contribution", FieldKind.LongText),
            new("fte", "Posts that it contributes, FTE", FieldKind.Number) { MayBeBlank = true, Greatest = 100_000 },
            Member,
        ]),
        new(SectionName.Risks, "Risks", "Risk", "What could go wrong, how likely and how bad, and what is done about it.",
        [
            new("risk", "Risk", FieldKind.LongText), new("likelihood", "Likelihood, 1 to 5", FieldKind.Whole) { Least = 1, Greatest = 5 },
            new("impact", "Impact, 1 to 5", FieldKind.Whole) { Least = 1, Greatest = 5 }, new("mitigation", "What is done about it", FieldKind.LongText), new("owner", "Owner", FieldKind.Text),
            Member,
        ]),
        new(SectionName.Narrative, "Narrative", "Narrative", "The plan in words.", [new("text", "Narrative", FieldKind.LongText) { MayBeBlank = true }]) { MostItems = 1 },
    ];

    /// <summary>The definition of a section besides posts.</summary>
    /// <exception cref="ArgumentException">There is no such section.</exception>
    public static SectionDefinition Of(string section) =>
        All.FirstOrDefault(definition => definition.Name == section) ?? throw new ArgumentException($"There is no section \"{section}\".", nameof(section));

    /// <summary>The fields of its items in a plan: which place an item is of where places merged alone, and no list of which the framework has nothing to choose.</summary>
    public IEnumerable<SectionField> FieldsOf(PlannedPlace place) =>
        Fields.Where(field => field.IsOfMembers ? place.Members.Count > 1 : !(field is { Kind: FieldKind.Choice, MayBeBlank: true } && field.Choices(place.Basis).Count == 0));

    /// <summary>The parameter of the engine's levers that a word of the field "parameter" means.</summary>
    public static LeverParameter ParameterOf(string word) => word switch
    {
        "leaving_rate" => LeverParameter.LeavingRate,
        "cover_share" => LeverParameter.CoverShare,
        _ => throw new ArgumentException($"There is no parameter \"{word}\".", nameof(word)),
    };

    /// <summary>Whether a field is an amount that parts of a place share when it is split.</summary>
    public static bool IsShared(string field) => field is "cost_per_year" or "fte";

    private static bool HasRow(PlanBasis basis, string word)
    {
        var parameter = word == "leaving_rate" ? Engine.Model.Parameter.LeavingRate : Engine.Model.Parameter.CoverShare;
        return basis.Model.Assumptions.Any(row => row.Parameter == parameter);
    }

    private static List<(string Code, string Name)> GroupsOf(PlanBasis basis)
    {
        var groups = basis.Model.StaffGroups;
        var list = new List<(string, string)>();
        void Add(int? parent, int depth)
        {
            foreach (var (g, item) in groups.Index().Where(group => group.Item.Parent == parent))
            {
                list.Add((item.Code, $"{new string('\u2003', depth)}{item.Name}"));
                Add(g, depth + 1);
            }
        }

        Add(null, 0);
        return list;
    }
}
