namespace Cadre.Cli.Reports;

/// <summary>Two runs side by side.</summary>
/// <param name="A">The run to start from.</param>
/// <param name="B">The run to compare with it.</param>
internal sealed record RunPair(ReportRun A, ReportRun B)
{
    /// <summary>Whether future k of both meets the same draws.</summary>
    public bool HaveSameFutures => HaveSameFramework && (A.Statement.Seed, A.Statement.Futures, A.Statement.Only) == (B.Statement.Seed, B.Statement.Futures, B.Statement.Only);

    /// <summary>Whether both are of the same files.</summary>
    public bool HaveSameFramework => A.Statement.FrameworkDigest == B.Statement.FrameworkDigest;

    /// <summary>Whether both end in the same month, so that what stands in the last month can be compared.</summary>
    public bool EndTogether => A.Last == B.Last;

    /// <summary>What a run is called.</summary>
    public static string NameOf(ReportRun run) => $"{run.Statement.Framework}, {run.ScenarioName}, {Wording.Count(run.Statement.FuturesRun, "future")}, seed {run.Statement.Seed}, to {Wording.Long(run.Last)}";

    /// <summary>What a difference of these runs means and what it cannot tell.</summary>
    public IEnumerable<string> WhatCanBeCompared()
    {
        if (A.Statement.ResultsDigest == B.Statement.ResultsDigest) yield return "Both runs have the same results: their digests are the same.";
        yield return $"Differences are B less A, of the central runs.{(A.HasRange || B.HasRange ? " The range beside a figure is that of its own run and holds nine in ten of its futures." : "")}";
        if (HaveSameFutures && !A.HasRange)
        {
            yield return $"Both runs have the same framework and one future, so no figure has a range. {Compare()}";
        }
        else if (HaveSameFutures)
        {
            yield return "Both runs have the same framework, seed and futures: each future of A meets the same draws as that of B with its number, so the runs can be compared future by future.";
            yield return $"Their files hold the ranges of each run and not its single futures, so the range of a difference is not known here; it is usually much narrower than two ranges side by side suggest. {Compare()}";
        }
        else if (HaveSameFramework)
        {
            yield return "The runs have the same framework but not the same seed and futures. Central runs do not depend on either and can be compared; ranges are over different futures, which cannot be set against each other one by one.";
        }
        else
        {
            yield return "The runs are of frameworks whose files differ, so a difference may come from other data as well as from the scenarios; futures cannot be compared one by one. Only what stands in both runs is compared.";
        }

        if (!EndTogether) yield return $"Run A ends in {Wording.Long(A.Last)} and run B in {Wording.Long(B.Last)}: what stands in the last month is not compared.";
    }

    /// <summary>A figure of both runs and its difference, as three columns.</summary>
    public IEnumerable<ReportColumn> Columns<T>(string what, IReadOnlyList<(T A, T B)> rows, Func<T, Ranged> figure) =>
    [
        ReportColumn.Figures($"{what}, A", rows.Select(row => (A.Fte(figure(row.A).Central), A.Range(figure(row.A))))),
        ReportColumn.Figures($"{what}, B", rows.Select(row => (B.Fte(figure(row.B).Central), B.Range(figure(row.B))))),
        ReportColumn.Numbers("B less A", rows.Select(row => Signed.Amount(figure(row.B).Central - figure(row.A).Central))),
    ];

    private string Compare()
    {
        string Scenario(ReportRun run) => run.Statement.ScenarioDigest is null ? "baseline" : RepeatCommand.WordAfter(run.About.Command, "--scenario") ?? run.Statement.Scenario;
        return $"‘./cadre compare {RepeatCommand.WordAfter(A.About.Command, "run") ?? A.Statement.Framework} {Scenario(A)} {Scenario(B)} --futures {A.Statement.Futures} --seed {A.Statement.Seed}’ runs both again and {(A.HasRange ? "gives it" : "says what each lever does")}.";
    }
}
