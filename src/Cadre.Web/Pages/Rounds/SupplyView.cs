using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Words;

namespace Cadre.Web.Pages.Rounds;

/// <summary>What the page of over-claimed supply shows of one financial year.</summary>
/// <param name="basis">What the plans begin from.</param>
/// <param name="claims">The claims of the year.</param>
public sealed class SupplyView(PlanBasis basis, IReadOnlyList<PoolClaims> claims)
{
    /// <summary>Pools whose claims go beyond what they give, the most over-claimed first.</summary>
    public IReadOnlyList<PoolClaims> OverClaimed { get; } = [.. claims.Where(pool => pool.IsOverClaimed).OrderByDescending(pool => pool.Over)];

    /// <summary>Pools in which the plans get what they expect.</summary>
    public IReadOnlyList<PoolClaims> Others { get; } = [.. claims.Where(pool => !pool.IsOverClaimed)];

    /// <summary>The year, with its months where it is not whole.</summary>
    public string Year => claims.Count == 0 ? "" : claims[0].Months == 12 ? claims[0].Year.ToString() : $"{claims[0].Year} ({Wording.Count(claims[0].Months, "month")} of the run)";

    /// <summary>The sentence on top.</summary>
    public string Headline
    {
        get
        {
            if (OverClaimed.Count == 0) return $"In {Year} the plans together expect to recruit no more people than they can get, in any of {Wording.Count(claims.Count, "pool")} of candidates.";
            var worst = OverClaimed[0];
            var more = $"In {Year} the plans together expect to recruit {People(worst.Over)} more {NounOf(worst)} in {AreaOf(worst)} than they can get";
            return MoreThanFramework(worst) is [var most, ..]
                ? $"{more}. {most.Plan.Name} claims {People(most.Claimed - most.Framework)} more than the framework gave it and gets {(most.Gets - most.Framework is var gets && gets >= PoolClaims.Least ? $"{People(gets)} of them" : "none of them")}."
                : $"{more}. No plan claims more than the framework gave it: the pool itself gives less.";
        }
    }

    /// <summary>A pool's title: "Nurses in London".</summary>
    public string TitleOf(PoolClaims pool) => $"{basis.Model.StaffGroups[basis.Model.Pools[pool.Pool].StaffGroup].Name} in {AreaOf(pool)}";

    /// <summary>Name of a source.</summary>
    public string SourceOf(SourceClaim source) => source.Source is { } index ? basis.Model.Sources[index].Name : "Other candidates";

    /// <summary>Places that claim more than the framework gave them, the most first.</summary>
    public static IReadOnlyList<PlaceClaim> MoreThanFramework(PoolClaims pool) =>
        [.. pool.Places.Where(place => place.Claimed - place.Framework >= PoolClaims.Least).OrderByDescending(place => place.Claimed - place.Framework)];

    /// <summary>The other places together: how many, and what they claim and get.</summary>
    public static (int Places, double Framework, double Claimed, double Gets) RestOf(PoolClaims pool)
    {
        var named = MoreThanFramework(pool);
        PlaceClaim[] rest = [.. pool.Places.Where(place => !named.Contains(place))];
        return (rest.Length, rest.Sum(place => place.Framework), rest.Sum(place => place.Claimed), rest.Sum(place => place.Gets));
    }

    /// <summary>Heads as people read them.</summary>
    public static string People(double heads) => Figures.Tenth(heads) is var tenth && Math.Abs(heads) >= 9.95 ? Figures.Whole(heads) : tenth;

    private string NounOf(PoolClaims pool)
    {
        var name = basis.Model.StaffGroups[basis.Model.Pools[pool.Pool].StaffGroup].Name;
        // A name that begins with an abbreviation keeps it.
        return name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }

    private string AreaOf(PoolClaims pool) => Wording.InPlace(basis.Model.Places[basis.Model.Pools[pool.Pool].Catchment].Name);
}
