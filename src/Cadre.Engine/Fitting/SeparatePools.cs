using Cadre.Engine.Model;

namespace Cadre.Engine.Fitting;

/// <summary>Supply is fitted where every cohort has one pool (docs/method.md section 5.6).</summary>
internal static class SeparatePools
{
    /// <summary>Checks that no cohort recruits from two pools.</summary>
    /// <exception cref="ModelException">One does; both pools are named with their staff group and catchments.</exception>
    public static void Check(NationalModel model)
    {
        if (model.Cohorts.FirstOrDefault(cohort => cohort.Pools.Count > 1) is not { } cohort) return;
        var (smaller, wider) = (Catchment(model, cohort.Pools[0]), Catchment(model, cohort.Pools[1]));
        throw new ModelException($"{model.StaffGroups[cohort.StaffGroup].Code}: the pool of {smaller} lies within the pool of {wider}. Supply can be fitted only where each trust has one pool of a staff group.");
    }

    private static string Catchment(NationalModel model, int pool)
    {
        var place = model.Places[model.Pools[pool].Catchment];
        return $"{place.Name} ({place.Code})";
    }
}
