namespace Cadre.Frameworks.Reading;

/// <summary>The files of a framework and their columns, as docs/frameworks.md lists them.</summary>
public static class FrameworkTables
{
    /// <summary>Name of the file that describes the framework as a whole.</summary>
    public const string HeaderFile = "framework.yaml";

    /// <summary>Name of the importer's settings.</summary>
    public const string ImportFile = "import.yaml";

    /// <summary>Name of the page for a reader of the folder.</summary>
    public const string ReadmeFile = "README.md";

    /// <summary>Name of the sub-folder of scenarios.</summary>
    public const string ScenarioFolder = "scenarios";

    /// <summary>Places and their parents.</summary>
    public static TableSchema Places { get; } = new("places.csv", true, ["place", "name", "level", "parent", "weight", "sector", "source", "grade", "known_on", "note"]);

    /// <summary>People who live in a place.</summary>
    public static TableSchema Population { get; } = new("population.csv", false, ["place", "year", "population", "source", "grade", "known_on", "note"]);

    /// <summary>People who live in a place by age.</summary>
    public static TableSchema PopulationAges { get; } = new("population_ages.csv", false, ["place", "from", "to", "population", "source", "grade", "known_on", "note"]);

    /// <summary>How much a person of each age weighs in need.</summary>
    public static TableSchema NeedWeights { get; } = new("need_weights.csv", false, ["service", "from", "to", "weight", "source", "grade", "known_on", "note"]);

    /// <summary>Services by which local plans may split their posts.</summary>
    public static TableSchema PlanServices { get; } = new("plan_services.csv", false, ["plan_service", "name", "source", "grade", "known_on", "note"]);

    /// <summary>Shares of posts by those services.</summary>
    public static TableSchema ServiceShares { get; } = new("service_shares.csv", false, ["place", "staff_group", "plan_service", "share", "source", "grade", "known_on", "note"]);

    /// <summary>The tree of staff groups.</summary>
    public static TableSchema StaffGroups { get; } = new("staff_groups.csv", true, ["staff_group", "name", "parent", "source", "grade", "known_on", "note"]);

    /// <summary>Age bands of the leaves.</summary>
    public static TableSchema Ages { get; } = new("ages.csv", true, ["staff_group", "from", "to", "stock_share", "fte_per_head", "leaving_rate", "joiner_share", "source", "grade", "known_on", "note"]);

    /// <summary>Bands of length of service.</summary>
    public static TableSchema LengthOfService { get; } = new("length_of_service.csv", false, ["staff_group", "band", "months", "leaving_multiplier", "source", "grade", "known_on", "note"]);

    /// <summary>How the exits of staff groups split, by age.</summary>
    public static TableSchema Exits { get; } = new("exits.csv", false, ["staff_group", "from", "to", "exit", "share", "source", "grade", "known_on", "note"]);

    /// <summary>Ways from one staff group or service into another.</summary>
    public static TableSchema Conversions { get; } = new("conversions.csv", false, ["conversion", "name", "from_service", "from_staff_group", "to_service", "to_staff_group", "months", "source", "grade", "known_on", "note"]);

    /// <summary>Opening stock: the cohorts.</summary>
    public static TableSchema Stock { get; } = new("stock.csv", true, ["place", "service", "staff_group", "heads", "fte", "source", "grade", "known_on", "note"]);

    /// <summary>People as published.</summary>
    public static TableSchema Headcount { get; } = new("headcount.csv", false, ["place", "headcount", "source", "grade", "known_on", "note"]);

    /// <summary>The register of assumptions, written by people.</summary>
    public static TableSchema Assumptions { get; } = new("assumptions.csv", true, AssumptionColumns);

    /// <summary>The part of the register that the importer writes.</summary>
    public static TableSchema AssumptionsImported { get; } = new("assumptions_imported.csv", false, AssumptionColumns);

    /// <summary>Fitted factors on leaving.</summary>
    public static TableSchema Scales { get; } = new("scales.csv", true, ["staff_group", "leaving_scale", "source", "grade", "known_on", "note"]);

    /// <summary>Shares of the year's leaving and arriving by calendar month.</summary>
    public static TableSchema Seasons { get; } = new("seasons.csv", true, ["flow", "staff_group", "month", "share", "source", "grade", "known_on", "note"]);

    /// <summary>How cohorts differ in leaving and hiring.</summary>
    public static TableSchema PlaceRates { get; } = new("place_rates.csv", true, ["place", "service", "staff_group", "leaving_multiplier", "attractiveness", "source", "grade", "known_on", "note"]);

    /// <summary>Pools of candidates.</summary>
    public static TableSchema Supply { get; } = new("supply.csv", true, ["staff_group", "catchment", "inflow_per_year", "opening_pool", "joiners_fte_per_year", "source", "grade", "known_on", "note"]);

    /// <summary>Where candidates come from besides other.</summary>
    public static TableSchema Sources { get; } = new("sources.csv", false, ["supply", "name", "kind", "staff_group", "months", "outside", "floor", "ceiling", "source", "grade", "known_on", "note"]);

    /// <summary>Stages of training.</summary>
    public static TableSchema Stages { get; } = new("stages.csv", false, ["supply", "stage", "name", "months", "interruption_months", "late_months", "gap_months", "source", "grade", "known_on", "note"]);

    /// <summary>Training places by the month in which they start.</summary>
    public static TableSchema Intakes { get; } = new("intakes.csv", false, ["supply", "start", "places", "source", "grade", "known_on", "note"]);

    /// <summary>Ages of those who join from a source.</summary>
    public static TableSchema SourceAges { get; } = new("source_ages.csv", false, ["supply", "from", "to", "share", "source", "grade", "known_on", "note"]);

    /// <summary>What is needed, and how it is worked out.</summary>
    public static TableSchema Need { get; } = new("need.csv", false, ["place", "service", "staff_group", "method", "positions", "hours_per_week", "category_allowance", "individual_allowance", "source", "grade", "known_on", "note"]);

    /// <summary>What the staff of a need by workload do.</summary>
    public static TableSchema NeedActivities { get; } = new("need_activities.csv", false, ["place", "service", "staff_group", "activity", "name", "volume", "growth", "hours", "source", "grade", "known_on", "note"]);

    /// <summary>The FTE of a need by trajectory, for some months.</summary>
    public static TableSchema NeedTrajectory { get; } = new("need_trajectory.csv", false, ["place", "service", "staff_group", "month", "fte", "source", "grade", "known_on", "note"]);

    /// <summary>Posts that a plan adds.</summary>
    public static TableSchema PlannedPosts { get; } = new("planned_posts.csv", false, ["place", "service", "staff_group", "month", "fte", "source", "grade", "known_on", "note"]);

    /// <summary>Roles that can take over work of another.</summary>
    public static TableSchema Substitutions { get; } = new("substitutions.csv", false, ["substitution", "name", "from_staff_group", "to_staff_group", "exchange", "supervision", "source", "grade", "known_on", "note"]);

    /// <summary>Pay bands of the leaves.</summary>
    public static TableSchema Pay { get; } = new("pay.csv", false, ["staff_group", "band", "share", "pay", "on_costs", "source", "grade", "known_on", "note"]);

    /// <summary>What each person costs who starts with a source of candidates.</summary>
    public static TableSchema TrainingCosts { get; } = new("training_costs.csv", false, ["supply", "pounds", "source", "grade", "known_on", "note"]);

    /// <summary>What there is to pay for a financial year.</summary>
    public static TableSchema Envelope { get; } = new("envelope.csv", false, ["year", "pounds", "source", "grade", "known_on", "note"]);

    /// <summary>Staff who came or went with a service.</summary>
    public static TableSchema Transfers { get; } = new("transfers.csv", false, ["month", "place", "service", "staff_group", "direction", "heads", "fte", "reason", "source", "grade", "known_on"]);

    /// <summary>Differences that are neither joining nor leaving.</summary>
    public static TableSchema Adjustments { get; } = new("adjustments.csv", false, ["month", "place", "service", "staff_group", "heads", "reason", "source", "grade", "known_on"]);

    /// <summary>Targets of the plan.</summary>
    public static TableSchema Targets { get; } = new("targets.csv", false, ["id", "description", "measure", "scope", "month", "op", "value", "source", "grade", "known_on", "note"]);

    /// <summary>What was expected of the targets before anything was run.</summary>
    public static TableSchema Expectations { get; } = new("expectations.csv", false, ["target", "levers", "low", "high", "why", "written_on"]);

    /// <summary>Where figures come from.</summary>
    public static TableSchema Evidence { get; } = new("evidence.csv", true, ["id", "title", "publisher", "published", "location", "licence", "note"]);

    /// <summary>Places that merge or move after the opening.</summary>
    public static TableSchema Successors { get; } = new("successors.csv", false, ["place", "successor", "successor_name", "on", "source", "grade", "known_on", "note"]);

    /// <summary>Occupation codes by which staff lists tell staff groups.</summary>
    public static TableSchema OccupationCodes { get; } = new("occupation_codes.csv", false, ["occupation_code", "staff_group", "source", "grade", "known_on", "note"]);

    /// <summary>Every table.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
    [
        Places, Population, PopulationAges, NeedWeights, PlanServices, ServiceShares, StaffGroups, Ages, LengthOfService, Exits, Conversions, Stock, Headcount, Assumptions, AssumptionsImported, Scales, Seasons,
        PlaceRates, PlannedPosts, Supply, Sources, Stages, Intakes, SourceAges, Need, NeedActivities, NeedTrajectory, Substitutions, Pay, TrainingCosts, Envelope, Transfers, Adjustments, Targets, Expectations, Evidence, Successors, OccupationCodes,
    ];

    private static string[] AssumptionColumns =>
    [
        "id", "parameter", "place", "service", "staff_group", "supply", "unit", "low", "central", "high", "distribution",
        "correlation_group", "correlation", "grade", "source", "known_on", "review", "note",
    ];
}
