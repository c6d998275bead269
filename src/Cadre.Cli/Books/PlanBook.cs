using Cadre.Cli.Plans;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>plan.xlsx: the plan as a workbook for a planner (docs/frameworks.md, "What a run writes").</summary>
internal sealed class PlanBook(Plan plan, ScenarioEntry scenario, RunManifest manifest)
{
    /// <summary>The file's name.</summary>
    public const string File = "plan.xlsx";

    private const string Licence = "Contains public sector information licensed under the Open Government Licence v3.0.";

    /// <summary>Writes it to a folder that has none.</summary>
    public void Write(string folder)
    {
        BookSheet[] sheets = [.. Sheets()];
        var program = $"Cadre {ResultManifest.Engine}";
        var properties = new BookProperties(
            plan.Framework.Title, $"{plan.Framework.Name}, {ScenarioTitle}, results {manifest.ResultsDigest}", program, Licence, plan.Framework.AsOf,
            $"{plan.Framework.Name}, {manifest.Scenario}, results {manifest.ResultsDigest[..12]}");
        WorkbookOutput.Write(Path.Combine(folder, File), [ReadMeSheet.Of(plan, manifest, ScenarioTitle, Licence, sheets), .. sheets], properties);
    }

    private string ScenarioTitle => manifest.Scenario == Scenario.Baseline.Name ? "the framework as it is (baseline)" : $"{manifest.Scenario}: {plan.Result.Options.Scenario.Title}";

    private IEnumerable<BookSheet> Sheets()
    {
        if (plan.Result.Targets.Count > 0) yield return TargetSheet.Of(plan);
        yield return YearSheet.Of(plan);
        yield return StaffGroupSheet.Of(plan);
        yield return PlaceSheet.Of(plan);
        if (plan.Employers.Count > 0) yield return EmployerSheet.Of(plan);
        yield return FlowSheet.Of(plan);
        if (plan.Needs.Count > 0) yield return NeedSheet.Of(plan);
        if (scenario.Levers.Count > 0) yield return LeverSheet.Of(plan, scenario);
        if (plan.Trials.Count > 0) yield return TrialSheet.Of(plan);
        if (plan.UnderDelivery is { } set) yield return UnderDeliverySheet.Of(plan, set);
        if (plan.Result.Costs is { } costs) yield return MoneySheet.Of(plan, costs);
        if (DriverSheet.Of(plan) is { } drivers) yield return drivers;
        if (plan.Chance is { } chance) yield return ChanceSheet.Of(plan, chance);
        yield return AssumptionSheet.Of(plan, scenario);
    }
}
