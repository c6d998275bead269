using Cadre.Engine.Model;

namespace Cadre.Cli.Reports;

/// <summary>What a report tells of a run, read from its folder.</summary>
internal sealed record ReportRun
{
    /// <summary>From how many posts on figures are shown in whole FTE.</summary>
    private const double ManyPosts = 500;

    public required RunStatement Statement { get; init; }

    public required RunAbout About { get; init; }

    /// <summary>The nation month by month.</summary>
    public required IReadOnlyList<NationMonth> Nation { get; init; }

    /// <summary>Staff groups in the last month, the tree in reading order; the first is everybody.</summary>
    public required IReadOnlyList<GapRow> StaffGroups { get; init; }

    /// <summary>The nation and its regions in the last month.</summary>
    public required IReadOnlyList<GapRow> Regions { get; init; }

    /// <summary>Systems in <see cref="SystemsMonth"/>; empty where the framework has none or no March comes.</summary>
    public required IReadOnlyList<GapRow> Systems { get; init; }

    /// <summary>The last March of the run; null where it has none.</summary>
    public required CalendarMonth? SystemsMonth { get; init; }

    public required IReadOnlyList<ReportTarget> Targets { get; init; }

    /// <summary>The month that the answers are about: the last in which a target lies that the run reaches, else the last of the run.</summary>
    public CalendarMonth AnswerMonth => MonthOfAnswers(Targets) ?? Last;

    /// <summary><see cref="StaffGroups"/> in <see cref="AnswerMonth"/>.</summary>
    public required IReadOnlyList<GapRow> AnswerStaffGroups { get; init; }

    /// <summary><see cref="Regions"/> in <see cref="AnswerMonth"/>.</summary>
    public required IReadOnlyList<GapRow> AnswerRegions { get; init; }

    /// <summary>Everybody in <see cref="AnswerMonth"/>.</summary>
    public GapRow AnswerTotal => AnswerStaffGroups[0];

    /// <summary>The targets with some levers; empty where none were tried.</summary>
    public required IReadOnlyList<TrialRow> Trials { get; init; }

    /// <summary>The nation's flows, central run.</summary>
    public required IReadOnlyList<ReportFlow> Flows { get; init; }

    /// <summary>The nation's needs month by month; empty where the framework has none.</summary>
    public required IReadOnlyList<ReportNeed> Needs { get; init; }

    /// <summary>The nation's costs by year and item; empty where the framework has no pay.</summary>
    public required IReadOnlyList<ReportCost> Costs { get; init; }

    /// <summary>The cases of what is not delivered; empty where they were not asked for.</summary>
    public required IReadOnlyList<DeliveryRow> Delivery { get; init; }

    /// <summary>What luck alone does to the nation's staff in <see cref="AnswerMonth"/> and the last; empty where chance was not drawn.</summary>
    public required IReadOnlyList<ReportChance> Chance { get; init; }

    /// <summary>By lever the pounds that it costs in the run.</summary>
    public required IReadOnlyDictionary<string, double> LeverCosts { get; init; }

    /// <summary>Whether there is a range.</summary>
    public bool HasRange => Statement.FuturesRun > 1;

    /// <summary>The last month of the run.</summary>
    public CalendarMonth Last => Nation[^1].Month;

    /// <summary>Everybody in the last month.</summary>
    public GapRow Total => StaffGroups[0];

    /// <summary>Staff of the nation on the opening day, FTE.</summary>
    public double OpeningFte => About.StaffGroups[0].OpeningFte ?? 0;

    /// <summary>The month of the opening day.</summary>
    public CalendarMonth Opening => new(About.Opening.Year, About.Opening.Month);

    /// <summary>The scenario's name as a title says it.</summary>
    public string ScenarioName => Statement.ScenarioDigest is null ? "the plan as it stands" : $"scenario {Statement.Scenario}";

    /// <summary>The months that tables show: every March and the last.</summary>
    public IEnumerable<NationMonth> Marches => Nation.Where(row => row.Month.Month == 3 || row == Nation[^1]);

    /// <summary>The last month in which a target lies that a run reaches; null for none.</summary>
    public static CalendarMonth? MonthOfAnswers(IEnumerable<ReportTarget> targets) =>
        targets.Where(target => target.Figure is not null).Select(target => (CalendarMonth?)target.Month).MaxBy(month => (month!.Value.Year, month.Value.Month));

    /// <summary>Staff or posts as this report shows them: whole FTE for a country, tenths for a team.</summary>
    public string Fte(double value) => About.OpeningPosts >= ManyPosts && Math.Abs(value) < 9.95 ? Figures.Whole(value) : Figures.Amount(value);

    /// <summary>A range of them; nothing where one future gives none.</summary>
    public string Range(Ranged figure) => HasRange ? Figures.To(figure.P5, figure.P95, Fte) : "";

    /// <summary>A range behind its figure in a sentence: (8,500 to 10,400), after a space; nothing without one.</summary>
    public string InBrackets(Ranged figure) => Range(figure) is { Length: > 0 } range ? $" ({range})" : "";
}

/// <summary>A figure with the middle of its range.</summary>
internal readonly record struct Band(double Central, double P5, double P25, double P75, double P95)
{
    /// <summary>Without its middle.</summary>
    public Ranged Ranged => new(Central, P5, P95);
}

/// <summary>The nation in a month, FTE.</summary>
internal sealed record NationMonth(CalendarMonth Month, Band Staff, Band Posts, Band Vacancies, Band VacancyRate);

/// <summary>A staff group, a region or a system: staff, posts and vacancies, FTE.</summary>
internal sealed record GapRow(string Code, string Name, int Depth, Ranged Staff, Ranged Posts, Ranged Vacancies, Ranged VacancyRate);

/// <summary>A row of targets.csv.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Description">What it asks for, in words.</param>
/// <param name="IsShare">Whether it is about a share.</param>
/// <param name="Month">When.</param>
/// <param name="AtLeast">Whether it is a floor.</param>
/// <param name="Value">What it asks for.</param>
/// <param name="Figure">What comes; null where the run ends before.</param>
/// <param name="Probability">Share of the futures in which it holds.</param>
internal sealed record ReportTarget(string Id, string Description, bool IsShare, CalendarMonth Month, bool AtLeast, double Value, Ranged? Figure, double Probability)
{
    /// <summary>Whether it counts how many more there are than on the opening day.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Whether the central run meets it.</summary>
    public bool HoldsCentrally => Figure is { } figure && (AtLeast ? figure.Central >= Value : figure.Central <= Value);
}

/// <summary>Heads of the nation in a year by flow and kind.</summary>
internal sealed record ReportFlow(string Flow, string Kind, IReadOnlyDictionary<string, double> HeadsByMonth);

/// <summary>A row of needs.csv.</summary>
internal sealed record ReportNeed(CalendarMonth Month, string Service, string StaffGroup, Ranged Need, double Posts, double Staff, double Gap, Ranged? GapRange);

/// <summary>A row of chance.csv: heads over the chance runs at central assumptions, the central figure their mean; beside them heads over the futures, where known.</summary>
internal sealed record ReportChance(CalendarMonth Month, string StaffGroup, Ranged Heads, Ranged? Assumptions);

/// <summary>The nation's cost in a year, pounds.</summary>
internal sealed record ReportCost(string Year, int Months, string Item, Ranged Pounds);

/// <summary>A row of targets_by_lever.csv.</summary>
/// <param name="Levers"><c>none</c>, <c>one</c> or <c>all</c>.</param>
/// <param name="Lever">Of one, its id up to the first full stop.</param>
/// <param name="Target">Id of the target.</param>
/// <param name="Measure">What the target counts.</param>
/// <param name="Figure">What comes; null where the run ends before.</param>
/// <param name="Probability">Share of the futures in which the target holds.</param>
/// <param name="Added">What the levers add; null without levers.</param>
/// <param name="Expected">The ends of what was expected; null without an expectation.</param>
internal sealed record TrialRow(string Levers, string Lever, string Target, string Measure, Ranged? Figure, double Probability, Ranged? Added, (double Low, double High)? Expected);

/// <summary>A row of under_delivery.csv.</summary>
internal sealed record DeliveryRow(string Part, string Lever, string Delivered, string Measure, string Target, double? Value, double? Difference, double? P5, double? P95, double? Probability);
