using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>What docs/method.md section 4 says of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Word">Its name in files.</param>
/// <param name="Unit">Its unit in files.</param>
/// <param name="Low">Smallest value allowed, in that unit.</param>
/// <param name="High">Largest value allowed, in that unit.</param>
/// <param name="PerCohort">Whether it is resolved per cohort; otherwise per staff group.</param>
public sealed record ParameterRule(Parameter Parameter, string Word, string Unit, double Low, double High, bool PerCohort)
{
    /// <summary>One rule for each parameter, in the order of the enumeration.</summary>
    public static IReadOnlyList<ParameterRule> All { get; } =
    [
        new(Parameter.LeavingRate, "leaving_rate", "percent_per_year", 0, 100, true),
        new(Parameter.NetChange, "net_change", "percent_per_year", -50, 50, false),
        new(Parameter.VacancyRate, "vacancy_rate", "percent", 0, 90, true),
        new(Parameter.PostsGrowth, "posts_growth", "percent_per_year", -50, 50, true),
        new(Parameter.MonthsToFill, "months_to_fill", "months", 0.1, 36, false),
        new(Parameter.CandidatesKept, "candidates_kept", "percent", 0, 100, false),
        new(Parameter.SupplyElasticity, "supply_elasticity", "number", 0, 3, false),
    ];

    /// <summary>Whether the file has percents, which the model holds as shares.</summary>
    public bool IsPercent => Unit is "percent" or "percent_per_year";

    /// <summary>The rule of a parameter.</summary>
    public static ParameterRule Of(Parameter parameter) => All[(int)parameter];

    /// <summary>A number in the file's unit as the model holds it: a share for percents, else the number itself.</summary>
    public double ToModel(double value) => IsPercent ? value / 100 : value;

    internal static IReadOnlyDictionary<string, Parameter> Words { get; } = All.ToDictionary(rule => rule.Word, rule => rule.Parameter);

    internal Quantity Quantity { get; } = new(Unit, Low, High);
}
