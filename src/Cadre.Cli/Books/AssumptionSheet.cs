using Cadre.Cli.Plans;
using Cadre.Core.Frameworks;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.Frameworks.Writing.Workbooks;

namespace Cadre.Cli.Books;

/// <summary>The register of assumptions: each with its range, grade and source, and what overrides it.</summary>
internal static class AssumptionSheet
{
    public static BookSheet Of(Plan plan, ScenarioEntry scenario)
    {
        var (framework, model) = (plan.Framework, plan.Framework.Model);
        var titles = TitlesOf(framework);
        var overriding = new OverridingRows(model, scenario);
        var table = new BookTable<(int Index, AssumptionEntry Entry)>(hasRange: false)
            .AddText("Id", row => row.Entry.Assumption.Id)
            .AddText("What", row => Wording.Of(row.Entry.Assumption.Parameter), 28)
            .AddText("Place", row => row.Entry.Assumption.Place is { } place ? model.Places[place].Name : "");
        if (model.Services.Count > 1) table.AddText("Service", row => row.Entry.Assumption.Service is { } service ? model.Services[service].Name : "");
        return table
            .AddText("Staff group", row => row.Entry.Assumption.StaffGroup is { } group ? model.StaffGroups[group].Name : "", 28)
            .AddText("Source of staff", row => SupplyOf(model, row.Entry.Assumption), 26)
            .AddText("Unit", row => row.Entry.Unit.Replace('_', ' '))
            .AddNumber("Low", row => row.Entry.Low, BookFormat.Fine)
            .AddNumber("Central", row => row.Entry.Central, BookFormat.Fine)
            .AddNumber("High", row => row.Entry.High, BookFormat.Fine)
            .AddText("Drawn as", row => row.Entry.Assumption.Distribution.ToString().ToLowerInvariant())
            .AddText("Grade", row => row.Entry.Assumption.Grade.ToString())
            .AddText("Overridden by", row => overriding.Of(row.Index), 32)
            .AddText("Source", row => titles.GetValueOrDefault(row.Entry.Assumption.Source, row.Entry.Assumption.Source), 34)
            .Add(new BookColumn("Public since"), row => BookCell.Of(row.Entry.KnownOn) with { IsLeft = true })
            .Add(new BookColumn("Look again by"), row => row.Entry.Review is { } day ? BookCell.Of(day) with { IsLeft = true } : default)
            .AddText("Note", row => row.Entry.Assumption.Note, 60)
            .ToSheet(
                "Assumptions", "The register of assumptions, as the framework's files have it",
                [
                    "A blank place, service or staff group is every one. Of the rows that apply somewhere the most specific rules: “overridden by” names those that rule within a row's scope, and what the scenario puts in its place. " + Wording.Grades,
                ],
                framework.Register.Index());
    }

    /// <summary>Titles of the evidence by its id.</summary>
    public static Dictionary<string, string> TitlesOf(Framework framework) => framework.Evidence.ToDictionary(item => item.Id, item => item.Title);

    private static string SupplyOf(NationalModel model, Assumption row)
    {
        if (row.Conversion is { } conversion) return model.Conversions[conversion].Name;
        if (row.Supply is not { } supply) return "";
        var source = model.Sources[supply];
        return row.Stage is { } stage ? $"{source.Name}, {source.Stages[stage].Name}" : source.Name;
    }
}
