using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Checks that exactly one row of the register rules for each parameter, cohort and staff group; those of sources are <see cref="SourceAssumptionChecks"/>'.</summary>
internal sealed class AssumptionChecks(NationalModel model, AssumptionsReader register, CohortIndex index, StaffGroupTree tree, Problems problems)
{
    private readonly int[] _coverRows = AssumptionResolver.ForCohorts(model, Parameter.CoverShare);

    /// <summary>Reports what is missing and what is ambiguous.</summary>
    public void Run()
    {
        foreach (var rule in ParameterRule.All.Where(rule => !rule.IsOfSources && rule.Per != ParameterScope.Conversion))
        {
            ReportAmbiguities(rule);
            if (rule.IsOptional || !register.WhollyRead.Contains(rule.Parameter))
                continue;
            if (rule.PerCohort)
                ReportCohortsWithout(rule);
            else
                ReportGroupsWithout(rule);
        }
    }

    private void ReportAmbiguities(ParameterRule rule)
    {
        foreach (var (earlierRow, laterRow) in AssumptionResolver.Ambiguities(model, rule.Parameter, rule.PerCohort))
        {
            var (earlier, later) = (register.Entries[earlierRow], register.Entries[laterRow]);
            problems.Add(new Problem(
                later.File,
                later.Line,
                "parameter",
                $"a {rule.Word} for {ScopeOf(later.Assumption)} that overlaps {earlier.File}, line {earlier.Line}, for {ScopeOf(earlier.Assumption)}",
                "one of the two to lie within the other, or a third row where they meet"));
        }
    }

    private void ReportCohortsWithout(ParameterRule rule)
    {
        var ruling = AssumptionResolver.ForCohorts(model, rule.Parameter);
        int[] without = [.. Enumerable.Range(0, ruling.Length).Where(cohort => ruling[cohort] < 0 && IsRooted(model.Cohorts[cohort]))];
        if (without.Length == 0)
            return;
        var lines = string.Join(", ", without.Select(cohort => index.Rows[cohort].Line));
        Missing(rule, $"the cohorts in {FrameworkTables.Stock.File}, line {lines}");
    }

    private void ReportGroupsWithout(ParameterRule rule)
    {
        var ruling = AssumptionResolver.ForStaffGroups(model, rule.Parameter);
        string[] without = [.. tree.KnownLeaves.Where(leaf => ruling[leaf] < 0 && IsNeeded(rule, leaf) && Rooted.IsStaffGroup(model.StaffGroups, leaf)).Select(leaf => model.StaffGroups[leaf].Code)];
        if (without.Length > 0)
            Missing(rule, string.Join(", ", without));
    }

    /// <summary>Hours available are asked for where a need takes them alone, the premium on cover where there is pay and cover.</summary>
    private bool IsNeeded(ParameterRule rule, int leaf) => rule.Parameter switch
    {
        Parameter.HoursAvailable => model.Needs.Any(need => need.StaffGroup == leaf && need.TakesHoursAvailable),
        Parameter.CoverPremium => model.Money is not null && model.Cohorts.Zip(_coverRows).Any(cohort => cohort.First.StaffGroup == leaf && cohort.Second >= 0),
        _ => true,
    };

    private void Missing(ParameterRule rule, string where) =>
        problems.Add(FrameworkTables.Assumptions.File, "parameter", $"no {rule.Word} for {where}", "a row that applies");

    private bool IsRooted(Cohort cohort) =>
        Rooted.IsPlace(model.Places, cohort.Place) && Rooted.IsStaffGroup(model.StaffGroups, cohort.StaffGroup);

    private string ScopeOf(Assumption row)
    {
        string?[] parts =
        [
            row.Place is { } place ? model.Places[place].Code : null,
            row.Service is { } service ? model.Services[service].Code : null,
            row.StaffGroup is { } group ? model.StaffGroups[group].Code : null,
        ];
        var named = string.Join(", ", parts.OfType<string>());
        return named.Length > 0 ? named : "everywhere";
    }
}
