using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>What docs/method.md section 9 says of a parameter that a lever changes.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Word">Its name in files.</param>
/// <param name="Unit">The unit of <c>add</c> and <c>limit</c> in files.</param>
/// <param name="Low">Smallest value that it can have, in that unit.</param>
/// <param name="High">Largest value that it can have, in that unit.</param>
/// <param name="Keys">The keys that say where it works: place, service, staff_group, exits, from_age, to_age, or supply.</param>
/// <param name="Kind">The kind of source that has it; null for a parameter that is not of sources.</param>
/// <param name="HasStages">Whether it may work on one stage of a source.</param>
public sealed record LeverRule(
    LeverParameter Parameter, string Word, string Unit, double Low, double High, IReadOnlyList<string> Keys, SupplyKind? Kind = null, bool HasStages = false)
{
    private const double Most = 1e10;

    private static readonly string[] Cohorts = ["place", "service", "staff_group"];
    private static readonly string[] Sources = ["supply"];

    /// <summary>One rule for each parameter, in the order of the enumeration.</summary>
    public static IReadOnlyList<LeverRule> All { get; } =
    [
        new(LeverParameter.LeavingRate, "leaving_rate", "percent_per_year", 0, Most, [.. Cohorts, "exits", "from_age", "to_age"]),
        new(LeverParameter.MonthsToFill, "months_to_fill", "months", 0.1, Most, ["staff_group"]),
        new(LeverParameter.CandidatesKept, "candidates_kept", "percent", 0, 100, ["staff_group"]),
        new(LeverParameter.Inflow, "inflow", "candidates_per_year", 0, Most, ["place", "staff_group"]),
        new(LeverParameter.PostsGrowth, "posts_growth", "percent_per_year", -100, Most, Cohorts),
        new(LeverParameter.Places, "places", "places", 0, Most, Sources, SupplyKind.Education),
        new(LeverParameter.PlacesFilled, "places_filled", "percent", 0, 100, Sources, SupplyKind.Education),
        new(LeverParameter.NeverQualifying, "never_qualifying", "percent", 0, 99, Sources, SupplyKind.Education, HasStages: true),
        new(LeverParameter.GoingOn, "going_on", "percent", 0, 100, Sources, SupplyKind.Education, HasStages: true),
        new(LeverParameter.SeekingPost, "seeking_post", "percent", 0, 100, Sources, SupplyKind.Education),
        new(LeverParameter.Uptake, "uptake", "percent_per_year", 0, Most, Sources, SupplyKind.ReturnToPractice),
        new(LeverParameter.Completion, "completion", "percent", 0, 100, Sources, SupplyKind.ReturnToPractice),
        new(LeverParameter.International, "international", "heads_per_year", 0, Most, Sources, SupplyKind.International),
        new(LeverParameter.Converting, "converting", "percent_per_year", 0, Most, Sources),
        new(LeverParameter.Participation, "participation", "percent", 0, 200, ["staff_group", "from_age", "to_age"]),
        new(LeverParameter.CoverShare, "cover_share", "percent", 0, 100, Cohorts),
        new(LeverParameter.HoursAvailable, "hours_available", "hours_per_year", 200, 2200, ["staff_group"]),
        new(LeverParameter.Substitution, "substitution", "percent", 0, 100, Sources),
    ];

    /// <summary>Whether it is a parameter of conversions.</summary>
    public bool IsOfConversions => Parameter == LeverParameter.Converting;

    /// <summary>Whether it is the parameter of substitutions.</summary>
    public bool IsOfSubstitutions => Parameter == LeverParameter.Substitution;

    /// <summary>Whether the file has percents, which the model holds as shares.</summary>
    public bool IsPercent => Unit is "percent" or "percent_per_year";

    /// <summary>What a value may be: the lever's limit.</summary>
    internal Quantity Value { get; } = new(Unit, Low, High);

    /// <summary>The rule of a parameter.</summary>
    public static LeverRule Of(LeverParameter parameter) => All[(int)parameter];

    /// <summary>What a lever's size may be: to multiply, percent that leaves no less than nothing; to add, any number in the unit.</summary>
    internal Quantity Size(LeverEffect effect) =>
        effect == LeverEffect.Multiply ? new Quantity("percent", -100, Most) : new Quantity($"{Unit} to add", -Most, Most);

    /// <summary>A lever's size as the model holds it.</summary>
    public double SizeToModel(LeverEffect effect, double size) => effect == LeverEffect.Multiply || IsPercent ? size / 100 : size;

    /// <summary>A change of the parameter in the file's unit.</summary>
    public double FromModel(double value) => IsPercent ? value * 100 : value;

    /// <summary>A value in the file's unit as the model holds it.</summary>
    public double ToModel(double value) => IsPercent ? value / 100 : value;
}
