using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Growth;

/// <summary>
/// A model with copies of every place below the nation: regions, systems and trusts, with their cohorts, pools of candidates, transfers, needs and
/// rows of the register. The nation, staff groups and sources of candidates are shared.
/// </summary>
internal static class CopiedPlaces
{
    /// <summary>The model with each place below the nation there so many times.</summary>
    public static NationalModel Of(NationalModel model, int times)
    {
        var all = model;
        for (var copy = 2; copy <= times; copy++)
            all = WithCopy(all, model, copy);
        return all;
    }

    private static NationalModel WithCopy(NationalModel all, NationalModel model, int copy)
    {
        var placeAt = Indexes(model.Places.Count, all.Places.Count, place => place != model.Nation, model.Nation);
        var poolAt = Indexes(model.Pools.Count, all.Pools.Count, pool => model.Pools[pool].Catchment != model.Nation, null);
        return all with
        {
            Places = [.. all.Places, .. Copied(model.Places, placeAt, all.Places.Count).Select(place => place with
            {
                Code = $"{place.Code}-{copy}",
                Parents = [.. place.Parents.Select(parent => parent with { Place = placeAt[parent.Place] })],
            })],
            Pools = [.. all.Pools, .. Copied(model.Pools, poolAt, all.Pools.Count).Select(pool => pool with { Catchment = placeAt[pool.Catchment] })],
            Cohorts = [.. all.Cohorts, .. model.Cohorts.Select(cohort => cohort with { Place = placeAt[cohort.Place], Pools = [.. cohort.Pools.Select(pool => poolAt[pool])] })],
            Moves = [.. all.Moves, .. model.Moves.Select(move => move with { Cohort = all.Cohorts.Count + move.Cohort })],
            Needs = [.. all.Needs, .. model.Needs.Select(need => need with { Place = placeAt[need.Place] })],
            Assumptions = [.. all.Assumptions, .. model.Assumptions.Where(row => row.Place is { } place && place != model.Nation)
                .Select(row => row with { Id = $"{row.Id}.copy{copy}", Place = placeAt[row.Place!.Value] })],
        };
    }

    /// <summary>By index in the model: that of the copy, or the shared one's own.</summary>
    private static int[] Indexes(int count, int next, Func<int, bool> isCopied, int? shared) =>
        [.. Enumerable.Range(0, count).Select(i => isCopied(i) ? next++ : shared ?? i)];

    private static IEnumerable<T> Copied<T>(IReadOnlyList<T> list, int[] at, int first) => list.Where((_, i) => at[i] >= first);
}
