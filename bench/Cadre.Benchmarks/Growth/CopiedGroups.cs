using Cadre.Engine.Model;

namespace Cadre.Benchmarks.Growth;

/// <summary>
/// A model with a copy of every staff group that holds staff, with its cohorts, pools and sources of candidates, transfers, needs, pay and rows of the
/// register; and one whose staff groups tell bands of length of service apart.
/// </summary>
internal static class CopiedGroups
{
    /// <summary>The model with each leaf staff group there twice.</summary>
    public static NationalModel Twice(NationalModel model)
    {
        if (model.Conversions.Count + model.Substitutions.Count > 0) throw new NotSupportedException("Ways between staff groups are not copied.");
        var next = model.StaffGroups.Count;
        int[] groupAt = [.. model.StaffGroups.Select(group => group.AgeBands.Count > 0 ? next++ : -1)];
        return model with
        {
            StaffGroups = [.. model.StaffGroups, .. model.StaffGroups.Where(group => group.AgeBands.Count > 0).Select(group => group with { Code = $"{group.Code}-2" })],
            Pools = [.. model.Pools, .. model.Pools.Select(pool => pool with { StaffGroup = groupAt[pool.StaffGroup] })],
            Sources = [.. model.Sources, .. model.Sources.Select(source => source with { Code = $"{source.Code}-2", StaffGroup = groupAt[source.StaffGroup] })],
            Cohorts = [.. model.Cohorts, .. model.Cohorts.Select(cohort => cohort with
            {
                StaffGroup = groupAt[cohort.StaffGroup],
                Pools = [.. cohort.Pools.Select(pool => model.Pools.Count + pool)],
            })],
            Moves = [.. model.Moves, .. model.Moves.Select(move => move with { Cohort = model.Cohorts.Count + move.Cohort })],
            Needs = [.. model.Needs, .. model.Needs.Select(need => need with { StaffGroup = groupAt[need.StaffGroup] })],
            Assumptions = [.. model.Assumptions, .. model.Assumptions.Where(row => row.Supply is not null || (row.StaffGroup is { } group && groupAt[group] >= 0))
                .Select(row => row with { Id = $"{row.Id}.copy2", StaffGroup = row.StaffGroup is { } group ? groupAt[group] : null, Supply = row.Supply + model.Sources.Count })],
            Money = model.Money is { } money
                ? money with { Pay = [.. money.Pay, .. money.Pay.Where((_, group) => groupAt[group] >= 0)], TrainingCosts = [.. money.TrainingCosts, .. money.TrainingCosts] }
                : null,
        };
    }

    /// <summary>The model with so many bands of length of service in each leaf staff group: 1, 2 or 4.</summary>
    public static NationalModel WithBands(NationalModel model, int count)
    {
        LengthOfServiceBand[] bands = count switch
        {
            1 => [],
            2 => [new("1", 12, 2), new("2", 0, 1)],
            4 => [new("1", 12, 2), new("2", 12, 1.5), new("3", 36, 1.2), new("4", 0, 0.8)],
            _ => throw new ArgumentOutOfRangeException(nameof(count), count, "1, 2 or 4."),
        };
        return model with { StaffGroups = [.. model.StaffGroups.Select(group => group.AgeBands.Count > 0 ? group with { LengthOfService = bands } : group)] };
    }
}
