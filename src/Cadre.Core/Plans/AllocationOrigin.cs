using System.Globalization;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans;

/// <summary>What the shares of an allocation are worked out from, in words that are kept with it.</summary>
public static class AllocationOrigin
{
    /// <summary>What a rule shares the posts of a framework by.</summary>
    public static string Of(PlanBasis basis, AllocationRule rule) => rule switch
    {
        AllocationRule.Framework => $"The posts of the central run of {basis.Framework.Name}.",
        AllocationRule.ExistingStaff => "Staff in post on the opening day, in each service and staff group.",
        AllocationRule.Population => OfPeople(basis),
        AllocationRule.Flat => "The same for each place that has the service and staff group.",
        AllocationRule.Typed => "Shares that were typed.",
    };

    /// <summary>A weight as people read it: "0 to 17: 95.8".</summary>
    public static string Of(NeedWeight weight) => string.Create(CultureInfo.InvariantCulture, $"{AgesOf(weight)}: {weight.Weight:0.0##}");

    /// <summary>Ages of a weight as people read them: "0 to 17", "85 and over".</summary>
    public static string AgesOf(NeedWeight weight) => weight.To is not { } to ? $"{weight.From} and over" : to == weight.From + 1 ? $"{weight.From}" : $"{weight.From} to {to - 1}";

    /// <summary>Where weights come from: each item of evidence with its grade.</summary>
    public static string SourcesOf(Framework framework, IEnumerable<NeedWeight> weights) => string.Join("; ", weights.Select(weight => (weight.Source, weight.Grade)).Distinct()
        .Select(origin => $"{framework.Evidence.FirstOrDefault(item => item.Id == origin.Source)?.Title ?? origin.Source}, grade {origin.Grade}"));

    private static string OfPeople(PlanBasis basis)
    {
        var framework = basis.Framework;
        if (framework.NeedByAge is not { } need) return $"The people who live in each place, all alike: {framework.Name} has no population by age.";
        var services = need.Weights.Select(weight => weight.Service).Distinct().Order()
            .Select(service => $"{(service is { } index ? $"{basis.Model.Services[index].Name}, " : "")}ages {string.Join("; ", need.Weights.Where(weight => weight.Service == service).OrderBy(weight => weight.From).Select(Of))}");
        return $"The people who live in each place by age, each weighted by need ({string.Join(". ", services)}; only ratios count). Weights: {SourcesOf(framework, need.Weights)}.";
    }
}
