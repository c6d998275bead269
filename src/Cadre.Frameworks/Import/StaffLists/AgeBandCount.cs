using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>What a staff list counts in an age band of a staff group.</summary>
/// <param name="Band">The band.</param>
/// <param name="Posts">Posts whose holder is of these ages.</param>
/// <param name="Units">Their FTE in units of <see cref="StaffListCell.UnitsPerFte"/>.</param>
/// <param name="Joiners">Those of them that began in the twelve months up to the day.</param>
internal sealed record AgeBandCount(AgeBand Band, int Posts, long Units, int Joiners)
{
    /// <summary>The bands of a staff group in ascending order; an age outside all of them counts in the nearest.</summary>
    public static AgeBandCount[] Of(StaffListFramework framework, StaffCounts counts, int group)
    {
        var bands = framework.Ages[group];
        var ages = Enumerable.Range(Ages.First, Ages.Count).ToLookup(age => Math.Max(0, Array.FindLastIndex(bands, band => band.From <= age)));
        return [.. bands.Select((band, index) => new AgeBandCount(
            band, ages[index].Sum(age => counts.AtAge(group, age).Heads), ages[index].Sum(age => counts.AtAge(group, age).Units), ages[index].Sum(age => counts.JoinersAtAge(group, age))))];
    }
}
