using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Engine.Simulation;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Comparisons;

/// <summary>A lever in words: what it changes, where, by how much and when.</summary>
internal static class LeverWords
{
    public static string Of(NationalModel model, LeverEntry entry)
    {
        var lever = entry.Lever;
        var limit = entry.Limit is { } value ? $", no {(entry.Size < 0 ? "lower" : "higher")} than {Number(value)}{Unit(lever.Parameter, value, isValue: true)}" : "";
        return $"{Parameter(lever.Parameter)} {Size(entry)}{limit}; {Scope(model, lever)}{Reach(lever)}; {When(lever)}";
    }

    private static string Size(LeverEntry entry) => entry.Lever.Effect switch
    {
        LeverEffect.Multiply => $"times {Number(1 + entry.Lever.Size)}",
        LeverEffect.Add => $"{(entry.Size > 0 ? "+" : "")}{Number(entry.Size)}{Unit(entry.Lever.Parameter, entry.Size, isValue: false)}",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Lever.Effect, "No such effect."),
    };

    private static string Scope(NationalModel model, Lever lever)
    {
        if (lever.Supply is { } supply)
        {
            var source = model.Sources[supply];
            return lever.Stage is { } stage ? $"{source.Name}, {source.Stages[stage].Name}" : source.Name;
        }

        if (lever.Parameter == LeverParameter.Converting)
            return lever.Conversion is { } conversion ? model.Conversions[conversion].Name : "every conversion";
        if (lever.Parameter == LeverParameter.Substitution)
            return lever.Substitution is { } substitution ? model.Substitutions[substitution].Name : "every substitution";
        string?[] parts =
        [
            lever.StaffGroup is { } group ? model.StaffGroups[group].Name : null,
            lever.Service is { } service ? model.Services[service].Name : null,
            lever.Place is { } place ? model.Places[place].Name : null,
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } named ? string.Join(", ", named) : LeverRule.Of(lever.Parameter).Kind is null ? "all staff" : "every source";
    }

    /// <summary>The exits and ages that it works on, where it names some.</summary>
    private static string Reach(Lever lever)
    {
        var exits = string.Concat(lever.Exits.Select(exit => $", {Words.Exits.First(word => word.Value == exit).Key.Replace('_', ' ')}"));
        return (lever.FromAge, lever.ToAge) switch
        {
            (Ages.First, Ages.Last + 1) => exits,
            (var from, Ages.Last + 1) => $"{exits}, aged {from} and over",
            (Ages.First, var to) => $"{exits}, aged under {to}",
            var (from, to) => $"{exits}, aged {from} to {to - 1}",
        };
    }

    private static string When(Lever lever)
    {
        var lead = lever.LeadMonths > 0 ? $", at work after {Wording.Count(lever.LeadMonths, "month")}" : "";
        var ramp = lever.Ramp switch
        {
            Ramp.Step => "at once",
            Ramp.Linear => $"evenly over {Wording.Count(lever.RampMonths, "month")}",
            Ramp.SCurve => $"s-curve over {Wording.Count(lever.RampMonths, "month")}",
            _ => throw new ArgumentOutOfRangeException(nameof(lever), lever.Ramp, "No such ramp."),
        };
        return $"from {Wording.Short(lever.Start)}{lead}, {ramp}";
    }

    private static string Parameter(LeverParameter parameter) => parameter switch
    {
        LeverParameter.LeavingRate => "Leaving rate",
        LeverParameter.MonthsToFill => "Months to fill a vacancy",
        LeverParameter.CandidatesKept => "Candidates kept",
        LeverParameter.Inflow => "New candidates",
        LeverParameter.PostsGrowth => "Growth of posts",
        LeverParameter.Places => "Training places",
        LeverParameter.PlacesFilled => "Training places filled",
        LeverParameter.NeverQualifying => "Losses in training",
        LeverParameter.GoingOn => "Going on to the next stage",
        LeverParameter.SeekingPost => "Finishers who seek a post here",
        LeverParameter.Uptake => "People outside who start to return",
        LeverParameter.Completion => "Returners who complete",
        LeverParameter.International => "International recruits",
        LeverParameter.Converting => "Staff who convert",
        LeverParameter.Participation => "FTE per head",
        LeverParameter.CoverShare => "Vacancies covered by temporary staff",
        LeverParameter.HoursAvailable => "Hours of an FTE left for work",
        LeverParameter.Substitution => "Need taken over by a new role",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "No such parameter."),
    };

    private static string Unit(LeverParameter parameter, double value, bool isValue) => LeverRule.Of(parameter).Unit switch
    {
        "percent_per_year" => isValue ? "% a year" : " percentage points",
        "percent" => isValue ? "%" : " percentage points",
        "months" => Math.Abs(value) == 1 ? " month" : " months",
        "candidates_per_year" => " a year in each pool",
        "heads_per_year" => " a year",
        "hours_per_year" => " hours a year",
        _ => " in each intake",
    };

    /// <summary>A change of a parameter, as the model holds it: 1.67 percentage points.</summary>
    public static string Change(LeverParameter parameter, double value)
    {
        var shown = Math.Round(LeverRule.Of(parameter).FromModel(value), 2);
        return Number(shown) + Unit(parameter, shown, isValue: false);
    }

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
