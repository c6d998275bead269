namespace Cadre.Engine.Model;

/// <summary>
/// Everything the engine needs of a framework: one integrated model of a national workforce. Lists refer
/// to each other by index; a reader of files (Cadre.Frameworks) has checked every index, share and range.
/// </summary>
public sealed record NationalModel
{
    /// <summary>The framework's name.</summary>
    public required string Name { get; init; }

    /// <summary>The day of the opening stock, the last of a month.</summary>
    public required DateOnly Opening { get; init; }

    /// <summary>Months that the framework reaches, 1 or more.</summary>
    public required int Months { get; init; }

    /// <summary>All places; exactly one is the nation.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>All services, at least one.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>The tree of staff groups; exactly one has no parent.</summary>
    public required IReadOnlyList<StaffGroup> StaffGroups { get; init; }

    /// <summary>The cohorts, in the order of every output file.</summary>
    public required IReadOnlyList<Cohort> Cohorts { get; init; }

    /// <summary>The pools of candidates.</summary>
    public required IReadOnlyList<CandidatePool> Pools { get; init; }

    /// <summary>Sources of candidates besides "other".</summary>
    public IReadOnlyList<SupplySource> Sources { get; init; } = [];

    /// <summary>Ways from one staff group or service into another.</summary>
    public IReadOnlyList<Conversion> Conversions { get; init; } = [];

    /// <summary>Posts that a plan adds, each cohort's month once.</summary>
    public IReadOnlyList<PlannedPosts> PlannedPosts { get; init; } = [];

    /// <summary>One-off moves and adjustments.</summary>
    public required IReadOnlyList<StockMove> Moves { get; init; }

    /// <summary>The register of assumptions.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>What is needed, beside posts and staff; nothing in the run depends on it.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>What it all costs; null where no pay is given. Nothing in the run depends on it.</summary>
    public Money? Money { get; init; }

    /// <summary>Roles that can take over work of others; levers say how much of it.</summary>
    public IReadOnlyList<Substitution> Substitutions { get; init; } = [];

    /// <summary>The targets.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>The calendar month of month number <paramref name="month"/>; 0 is the month that ends on <see cref="Opening"/>.</summary>
    public CalendarMonth MonthAt(int month) => CalendarMonth.Of(Opening).PlusMonths(month);

    /// <summary>The sectors of the employers that have cohorts, worked out anew at each call.</summary>
    public EmployerSectors Sectors => new(this);

    /// <summary>Index in <see cref="StaffGroups"/> of the group that holds everybody.</summary>
    public int Everybody => StaffGroups.TakeWhile(group => group.Parent is not null).Count();

    /// <summary>Index of the nation in <see cref="Places"/>.</summary>
    public int Nation => Places.TakeWhile(place => place.Level != PlaceLevel.Nation).Count();
}
