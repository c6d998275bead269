using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Checks the register's parameters of sources: what each needs is there, once, and no more people finish a stage than there are.</summary>
internal sealed class SourceAssumptionChecks(NationalModel model, AssumptionsReader register, SourceIndex sources, Problems problems)
{
    /// <summary>Rounding of percents, which the model holds as shares.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Reports what is missing, what is there twice, and interruptions and delays of more than everybody.</summary>
    public void Run()
    {
        ReportRepeats();
        foreach (var rule in ParameterRule.All.Where(rule => rule.IsOfSources && rule.Parameter is not (Parameter.Interrupted or Parameter.Late)))
        {
            if (register.WhollyRead.Contains(rule.Parameter))
                ReportMissing(rule);
        }

        ReportMoreThanEverybody();
    }

    private void ReportRepeats()
    {
        var first = new Dictionary<(Parameter, int Supply, int? Stage), AssumptionEntry>();
        foreach (var entry in register.Entries.Where(entry => entry.Assumption.Supply is not null))
        {
            var row = entry.Assumption;
            if (first.TryAdd((row.Parameter, row.Supply!.Value, row.Stage), entry))
                continue;
            var earlier = first[(row.Parameter, row.Supply.Value, row.Stage)];
            problems.Add(new Problem(
                entry.File,
                entry.Line,
                "parameter",
                $"a {ParameterRule.Of(row.Parameter).Word} for {sources.Name(row.Supply.Value, row.Stage)} that repeats {earlier.File}, line {earlier.Line}",
                "one row for each source or stage"));
        }
    }

    private void ReportMissing(ParameterRule rule)
    {
        string[] without =
        [
            .. from source in Enumerable.Range(0, model.Sources.Count)
               where sources.Kinds[source] == rule.Kind
               from stage in ScopesOf(rule, source)
               where AssumptionResolver.ForSource(model, rule.Parameter, source, stage) < 0
               select sources.Name(source, stage),
        ];
        if (without.Length > 0)
            problems.Add(FrameworkTables.Assumptions.File, "parameter", $"no {rule.Word} for {string.Join(", ", without)}", "a row that applies");
    }

    /// <summary>The stages that need the parameter; null for the source as a whole.</summary>
    private IEnumerable<int?> ScopesOf(ParameterRule rule, int source)
    {
        if (rule.Per == ParameterScope.Source)
            return [null];
        // Nobody goes on from the last stage; which one that is is known only when all could be read.
        var stages = model.Sources[source].Stages.Count;
        if (rule.Parameter == Parameter.GoingOn)
            stages = sources.Stages[source].IsComplete ? stages - 1 : 0;
        return Enumerable.Range(0, Math.Max(0, stages)).Select(stage => (int?)stage);
    }

    private void ReportMoreThanEverybody()
    {
        var reported = new HashSet<(int, int)>();
        for (var source = 0; source < model.Sources.Count; source++)
        {
            for (var stage = 0; stage < model.Sources[source].Stages.Count; stage++)
            {
                var interrupted = AssumptionResolver.ForSource(model, Parameter.Interrupted, source, stage);
                var late = AssumptionResolver.ForSource(model, Parameter.Late, source, stage);
                if (interrupted < 0 || late < 0 || !(model.Assumptions[interrupted].High + model.Assumptions[late].High > 1 + Tolerance) || !reported.Add((interrupted, late)))
                    continue;
                var (earlier, later) = (register.Entries[Math.Min(interrupted, late)], register.Entries[Math.Max(interrupted, late)]);
                problems.Add(new Problem(
                    later.File,
                    later.Line,
                    "high",
                    FormattableString.Invariant($"interrupted and late of up to {earlier.High + later.High:0.######} percent together for {sources.Name(source, stage)}"),
                    $"no more than 100 percent with {earlier.File}, line {earlier.Line}"));
            }
        }
    }
}
