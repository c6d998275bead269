using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.England2025;

/// <summary>The framework england-2025 with its central run of a year, read once for all tests of it.</summary>
public sealed class EnglandRun
{
    public static string Folder => Path.Combine(Repository.Root, "frameworks", "england-2025");

    public Framework Framework { get; } = FrameworkReader.Read(Folder);

    public NationalModel Model => Framework.Model;

    public RunResult FirstYear => field ??= Run(Model, 12);

    public static RunResult Run(NationalModel model, int months, int futures = 1) =>
        NationalRun.Run(model, new RunOptions { Months = months, Futures = futures });

    public int Group(string code) => Model.StaffGroups.ToList().FindIndex(group => group.Code == code);

    /// <summary>Sums over the cohorts of a leaf staff group.</summary>
    public static double Sum(RunResult run, int group, IEnumerable<int> months, Func<Engine.Simulation.CohortMonth, double> value) =>
        months.Sum(month => run.Model.Cohorts.Select((cohort, c) => cohort.StaffGroup == group ? value(run.Account(month)[c]) : 0).Sum());
}
