using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Benchmarks;

/// <summary>The national framework, which every figure of the page is about.</summary>
internal static class England
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "frameworks", "england-2025");

    /// <summary>The framework.</summary>
    public static Framework Framework { get; } = FrameworkReader.Read(Folder);

    /// <summary>What the engine runs of it.</summary>
    public static NationalModel Model => Framework.Model;

    /// <summary>Months of a run that does not say otherwise.</summary>
    public static int Months => Framework.RunMonths;

    /// <summary>A scenario that changes a lever which works in every place.</summary>
    public static Scenario Retention { get; } = Framework.Scenarios.Single(entry => entry.Scenario.Name == "retention").Scenario;

    /// <summary>What it costs to run it: months of the framework, its model kept warm.</summary>
    public static NationalSession Session(int futures, int threads) => new(Model, new RunOptions { Months = Months, Futures = futures, Threads = threads });
}
