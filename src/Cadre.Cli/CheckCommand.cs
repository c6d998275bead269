using System.CommandLine;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Spectre.Console;

namespace Cadre.Cli;

/// <summary><c>cadre check</c>: reads a framework, runs it to its last published move and says what it holds, or all that is wrong.</summary>
internal static class CheckCommand
{
    private const int LabelWidth = 15;

    public static Command Create(CancellationToken cancellation)
    {
        var name = new Argument<string>("framework") { Description = "Name of a framework, or the path of its folder" };
        var command = new Command("check", "Check a framework and say what it holds, or list all its problems") { name };
        command.SetAction(parsed =>
        {
            var framework = Home.Read(parsed.GetRequiredValue(name));
            MoveCheck.Run(framework, cancellation);
            Show(Terminal.Output(), framework);
        });
        return command;
    }

    private static void Show(IAnsiConsole console, Framework framework)
    {
        var model = framework.Model;
        var title = TextTable.Wrap($"{framework.Name}: {framework.Title}", console.Profile.Width);
        console.MarkupLineInterpolated($"[bold]{framework.Name}[/]{title[0][framework.Name.Length..]}");
        foreach (var line in title.Skip(1))
            console.MarkupLineInterpolated($"{line}");
        void Row(string what, string text)
        {
            foreach (var (i, line) in TextTable.Wrap(text, Math.Max(20, console.Profile.Width - LabelWidth)).Index())
                console.MarkupLineInterpolated($"[grey]{(i == 0 ? what : "").PadRight(LabelWidth)}[/]{line}");
        }

        Row("Published by", $"{Wording.Day(framework.AsOf)}, the opening stock apart");
        Row("Opening", Wording.Day(framework.Opening));
        Row("Horizon", $"{Wording.Count(framework.Months, "month")}, to {Wording.Long(model.MonthAt(framework.Months))}; a run covers {Wording.Count(framework.RunMonths, "month")} unless told otherwise");
        Row("Places", string.Join(", ", PlaceCounts(model)));
        Row("Services", Wording.Count(model.Services.Count, "service"));
        Row("Staff groups", $"{Wording.Count(model.StaffGroups.Count(group => group.AgeBands.Count > 0), "group")} that hold staff, {Wording.Count(model.StaffGroups.Count(group => group.AgeBands.Count == 0), "group")} that add them up");
        Row("Cohorts", $"{Wording.Count(model.Cohorts.Count, "cohort")}: {Figures.Whole(model.Cohorts.Sum(cohort => cohort.OpeningHeads.Value))} posts held, {Figures.Whole(model.Cohorts.Sum(cohort => cohort.OpeningFte.Value))} FTE");
        Row("Candidates", Wording.Count(model.Pools.Count, "pool"));
        if (model.Sources.Count > 0)
            Row("Sources", $"{Wording.Count(model.Sources.Count, "source")} of candidates: {string.Join(", ", SourceCounts(model))}");
        if (model.StaffGroups.Any(group => group.Exits.Count > 0))
            Row("Ways out", $"told apart for {NamesOf(model, group => group.Exits.Count > 0)}");
        if (model.StaffGroups.Any(group => group.LengthOfService.Count > 0))
            Row("Service length", $"in bands for {NamesOf(model, group => group.LengthOfService.Count > 0)}");
        if (model.Conversions.Count > 0)
            Row("Conversions", string.Join(", ", model.Conversions.Select(conversion => conversion.Name)));
        if (model.Needs.Count > 0)
            Row("Need", $"{Wording.Count(model.Needs.Count, "row")}: {string.Join(", ", NeedCounts(model))}");
        if (model.Substitutions.Count > 0)
            Row("New roles", string.Join(", ", model.Substitutions.Select(substitution => substitution.Name)));
        if (model.Money is { } money)
            Row("Money", $"pay in {Wording.Count(money.Pay.Sum(bands => bands.Count), "band")}, training costs of {money.TrainingCosts.Count(cost => cost is not null)} of {Wording.Count(model.Sources.Count, "source")}, envelopes of {Wording.Count(money.Envelopes.Count, "year")}, at {money.Prices} prices");
        Row("One-off moves", Wording.Count(model.Moves.Count, "row"));
        Row("Assumptions", $"{Wording.Count(model.Assumptions.Count, "assumption")} by grade: {string.Join(", ", Enum.GetValues<Grade>().Select(grade => $"{grade} {model.Assumptions.Count(row => row.Grade == grade)}"))}");
        Row("Evidence", Wording.Count(framework.Evidence.Count, "item"));
        Row("Targets", Wording.Count(model.Targets.Count, "target"));
        if (framework.NeedByAge is { } need)
            Row("Need by age", $"{Wording.Count(need.Weights.Count, "weight")} of grade {string.Join(", ", need.Weights.Select(weight => weight.Grade).Distinct().Order())}, by which local plans' posts may be shared");
        if (framework.PlanServices.Count > 0)
            Row("Plan services", $"{Wording.Count(framework.PlanServices.Count, "service")} by which local plans may split their posts, {Wording.Count(framework.ServiceShares.Count, "share")} of them");
        if (framework.Scenarios.Count > 0) Row("Scenarios", string.Join(", ", framework.Scenarios.Select(entry => entry.Scenario.Name)));
        Row("Digest", framework.Digest);
        console.WriteLine("No problems found.");
    }

    private static string NamesOf(NationalModel model, Func<StaffGroup, bool> holds) => string.Join(", ", model.StaffGroups.Where(holds).Select(group => group.Name));

    private static IEnumerable<string> SourceCounts(NationalModel model) =>
        Words.SupplyKinds.Select(kind => (kind.Key, Count: model.Sources.Count(source => source.Kind == kind.Value)))
            .Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} of {kind.Key.Replace('_', ' ')}");

    private static IEnumerable<string> NeedCounts(NationalModel model) =>
        Words.NeedMethods.Select(method => (method.Key, Count: model.Needs.Count(need => need.Method == method.Value)))
            .Where(method => method.Count > 0).Select(method => $"{method.Count} by {method.Key}");

    private static IEnumerable<string> PlaceCounts(NationalModel model) =>
        Enum.GetValues<PlaceLevel>().Select(level => (Level: level, Count: model.Places.Count(place => place.Level == level)))
            .Where(level => level.Count > 0).Select(level => Wording.Count(level.Count, Cadre.Frameworks.Writing.Codes.Of(level.Level)));
}
