namespace Cadre.Engine.Model;

/// <summary>Posts that a local plan adds to a cohort, or takes from it (docs/method.md section 3.1).</summary>
/// <param name="Cohort">Index in <see cref="NationalModel.Cohorts"/>.</param>
/// <param name="Month">Month at whose start they come or go, 1 for the first of the run; 1 or more. Beyond the run's last one nothing happens.</param>
/// <param name="Fte">How many, FTE; over 0 added, below 0 taken; finite. All of them are funded; a cohort's posts stop at 0.</param>
/// <exception cref="ArgumentOutOfRangeException">The month is below 1, or the FTE is not a finite number.</exception>
public readonly record struct PostsChange(int Cohort, int Month, double Fte)
{
    /// <summary>Month at whose start they come or go, 1 for the first of the run.</summary>
    public int Month { get; } = Month >= 1 ? Month : throw new ArgumentOutOfRangeException(nameof(Month), Month, "Month: expected 1 or more.");

    /// <summary>How many, FTE; over 0 added, below 0 taken.</summary>
    public double Fte { get; } = double.IsFinite(Fte) ? Fte : throw new ArgumentOutOfRangeException(nameof(Fte), Fte, "FTE: expected a finite number.");

    /// <summary>The changes of a scenario, those of the same cohort and month as one: their order does not matter then.</summary>
    /// <param name="model">The model that the scenario is of.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="ArgumentOutOfRangeException">A change is of a cohort that the model does not have.</exception>
    internal static PostsChange[] NetOf(NationalModel model, Scenario scenario)
    {
        foreach (var change in scenario.PostsChanges)
        {
            if (change.Cohort < 0 || change.Cohort >= model.Cohorts.Count)
                throw new ArgumentOutOfRangeException(nameof(scenario), change.Cohort, $"Change of posts: expected a cohort from 0 to {model.Cohorts.Count - 1}.");
        }

        return [.. scenario.PostsChanges.GroupBy(change => (change.Cohort, change.Month)).Select(same => new PostsChange(same.Key.Cohort, same.Key.Month, same.Sum(change => change.Fte)))];
    }
}
