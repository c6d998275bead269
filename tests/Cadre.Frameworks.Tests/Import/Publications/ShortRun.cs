using Cadre.Engine;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Tests.Import.Publications;

/// <summary>A run of a year over a framework that an import changed.</summary>
internal static class ShortRun
{
    /// <summary>Runs the central values for twelve months, in which the engine holds every invariant, and finds staff at the end.</summary>
    public static void Check(Framework framework)
    {
        var run = NationalRun.Run(framework.Model, new RunOptions { Months = 12, Futures = 2, Threads = 1 });

        var staff = 0.0;
        foreach (var cohort in run.Account(12))
            staff += cohort.Closing.Fte;
        Assert.InRange(staff, 0.9 * framework.Model.Cohorts.Sum(cohort => cohort.OpeningFte.Value), 1.1 * framework.Model.Cohorts.Sum(cohort => cohort.OpeningFte.Value));
    }
}
