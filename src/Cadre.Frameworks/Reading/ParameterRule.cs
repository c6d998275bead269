using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>What docs/method.md section 4 says of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Word">Its name in files.</param>
/// <param name="Unit">Its unit in files.</param>
/// <param name="Low">Smallest value allowed, in that unit.</param>
/// <param name="High">Largest value allowed, in that unit.</param>
/// <param name="Per">What it has a value for.</param>
public sealed record ParameterRule(Parameter Parameter, string Word, string Unit, double Low, double High, ParameterScope Per)
{
    /// <summary>One rule for each parameter, in the order of the enumeration.</summary>
    public static IReadOnlyList<ParameterRule> All { get; } =
    [
        new(Parameter.LeavingRate, "leaving_rate", "percent_per_year", 0, 100, ParameterScope.Cohort),
        new(Parameter.NetChange, "net_change", "percent_per_year", -50, 50, ParameterScope.StaffGroup),
        new(Parameter.VacancyRate, "vacancy_rate", "percent", 0, 90, ParameterScope.Cohort),
        new(Parameter.PostsGrowth, "posts_growth", "percent_per_year", -50, 50, ParameterScope.Cohort),
        new(Parameter.HoursAvailable, "hours_available", "hours_per_year", 200, 2200, ParameterScope.StaffGroup),
        new(Parameter.MonthsToFill, "months_to_fill", "months", 0.1, 36, ParameterScope.StaffGroup),
        new(Parameter.CandidatesKept, "candidates_kept", "percent", 0, 100, ParameterScope.StaffGroup),
        new(Parameter.SupplyElasticity, "supply_elasticity", "number", 0, 3, ParameterScope.StaffGroup),
        new(Parameter.International, "international", "heads_per_year", 0, 100_000, ParameterScope.Source),
        new(Parameter.Uptake, "uptake", "percent_per_year", 0, 500, ParameterScope.Source),
        new(Parameter.Completion, "completion", "percent", 0, 100, ParameterScope.Source),
        new(Parameter.PlacesFilled, "places_filled", "percent", 0, 100, ParameterScope.Source),
        new(Parameter.NeverQualifying, "never_qualifying", "percent", 0, 99, ParameterScope.Stage),
        new(Parameter.Interrupted, "interrupted", "percent", 0, 100, ParameterScope.Stage),
        new(Parameter.Late, "late", "percent", 0, 100, ParameterScope.Stage),
        new(Parameter.GoingOn, "going_on", "percent", 0, 100, ParameterScope.Stage),
        new(Parameter.SeekingPost, "seeking_post", "percent", 0, 100, ParameterScope.Source),
        new(Parameter.Converting, "converting", "percent_per_year", 0, 500, ParameterScope.Conversion),
        new(Parameter.CoverShare, "cover_share", "percent", 0, 100, ParameterScope.Cohort),
        new(Parameter.CoverCap, "cover_cap", "percent", 0, 100, ParameterScope.Cohort),
        new(Parameter.CoverPremium, "cover_premium", "percent", -50, 500, ParameterScope.StaffGroup),
        new(Parameter.PostsDelivered, "posts_delivered", "percent", 0, 200, ParameterScope.Cohort),
        new(Parameter.DemandGrowth, "demand_growth", "percent_per_year", -50, 50, ParameterScope.StaffGroup),
    ];

    /// <summary>Whether the file has percents, which the model holds as shares.</summary>
    public bool IsPercent => Unit is "percent" or "percent_per_year";

    /// <summary>Whether it has a value for each cohort.</summary>
    public bool PerCohort => Per == ParameterScope.Cohort;

    /// <summary>Whether it needs no row: docs/method.md section 4 says what holds without one.</summary>
    public bool IsOptional => Parameter is Parameter.CoverShare or Parameter.CoverCap or Parameter.PostsDelivered or Parameter.DemandGrowth;

    /// <summary>Whether it is a parameter of sources, or of their stages.</summary>
    public bool IsOfSources => Per is ParameterScope.Source or ParameterScope.Stage;

    /// <summary>The kind of source that has it; null for a parameter that is not of sources.</summary>
    public SupplyKind? Kind => Parameter switch
    {
        Parameter.International => SupplyKind.International,
        Parameter.Uptake or Parameter.Completion => SupplyKind.ReturnToPractice,
        _ => IsOfSources ? SupplyKind.Education : null,
    };

    /// <summary>The rule of a parameter.</summary>
    public static ParameterRule Of(Parameter parameter) => All[(int)parameter];

    /// <summary>A number in the file's unit as the model holds it: a share for percents, else the number itself.</summary>
    public double ToModel(double value) => IsPercent ? value / 100 : value;

    internal static IReadOnlyDictionary<string, Parameter> Words { get; } = All.ToDictionary(rule => rule.Word, rule => rule.Parameter);

    internal Quantity Quantity { get; } = new(Unit, Low, High);
}
