using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Core.Words;

/// <summary>Plurals, months and names as a person reads them.</summary>
public static class Wording
{
    /// <summary>What the grades of evidence mean.</summary>
    public const string Grades = "Grades: A published, B arithmetic on published figures, C judgement or a neighbouring population, D no source in hand or fitted.";

    /// <summary>What no range of a lever says.</summary>
    public const string LeverSizes = "A lever's size is taken as certain: ranges are of everything else; its grade says how sure it is.";

    /// <summary>What money is spent on, in reading order, in the middle of a sentence.</summary>
    public static readonly IReadOnlyList<(CostItem Item, string Name)> CostParts =
        [(CostItem.Staff, "staff"), (CostItem.Cover, "cover"), (CostItem.Training, "training"), (CostItem.Levers, "levers")];

    private static readonly string[] TakesThe = ["North East ", "North West ", "South East ", "South West ", "East of "];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>1 problem, 2 problems.</summary>
    public static string Count(int count, string one, string? many = null) =>
        $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>One; one and two; one, two and three.</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };

    /// <summary>Staff, as the first word of a line.</summary>
    public static string Capital(string text) => text.Length > 0 ? $"{char.ToUpperInvariant(text[0])}{text[1..]}" : text;

    /// <summary>March 2031.</summary>
    public static string Long(CalendarMonth month) => $"{Months[month.Month - 1]} {month.Year}";

    /// <summary>Mar 2031.</summary>
    public static string Short(CalendarMonth month) => $"{Months[month.Month - 1][..3]} {month.Year}";

    /// <summary>30 September 2025.</summary>
    public static string Day(DateOnly day) => $"{day.Day} {Months[day.Month - 1]} {day.Year}";

    /// <summary>A region after "in": the Midlands, the North West, London.</summary>
    public static string InPlace(string region) => region.EndsWith("Midlands", StringComparison.Ordinal) || TakesThe.Any(start => $"{region} ".StartsWith(start, StringComparison.Ordinal)) ? $"the {region}" : region;

    /// <summary>Where a range lies beside an expected one; of a single figure both its ends.</summary>
    public static string Beside(double low, double high, double expectedLow, double expectedHigh) =>
        high < expectedLow ? "below" : low > expectedHigh ? "above" : low >= expectedLow && high <= expectedHigh ? "within" : "partly within";

    /// <summary>What the employers of a sector are called on the screen.</summary>
    public static string Of(EmployerSector sector) => sector switch
    {
        EmployerSector.NhsMentalHealth => "NHS mental-health trusts",
        EmployerSector.NhsOther => "Other NHS bodies",
        EmployerSector.PrimaryCare => "Primary care",
        EmployerSector.LocalAuthority => "Local authorities",
        EmployerSector.ThirdSector => "Third sector",
        EmployerSector.Independent => "Independent providers",
        EmployerSector.Nhs => "The NHS",
    };

    /// <summary>The staff group that a need is for, with its service where the model has several.</summary>
    public static string Of(NationalModel model, NeedRow need)
    {
        var group = model.StaffGroups[need.StaffGroup].Name;
        return model.Services.Count > 1 ? $"{group}, {model.Services[need.Service].Name}" : group;
    }

    /// <summary>What a parameter is called on the screen.</summary>
    public static string Of(Parameter parameter) => parameter switch
    {
        Parameter.LeavingRate => "Leaving rate",
        Parameter.NetChange => "Joiners less leavers",
        Parameter.VacancyRate => "Opening vacancy rate",
        Parameter.PostsGrowth => "Growth of posts",
        Parameter.HoursAvailable => "Hours of an FTE left for work",
        Parameter.MonthsToFill => "Months to fill a vacancy",
        Parameter.CandidatesKept => "Candidates still there a month later",
        Parameter.SupplyElasticity => "Candidates following posts (power)",
        Parameter.International => "International recruits",
        Parameter.Uptake => "People outside who start to return",
        Parameter.Completion => "Returners who complete",
        Parameter.PlacesFilled => "Training places filled",
        Parameter.NeverQualifying => "Losses in training",
        Parameter.Interrupted => "Interrupted training",
        Parameter.Late => "Late completion",
        Parameter.GoingOn => "Going on to the next stage",
        Parameter.SeekingPost => "Finishers who seek a post here",
        Parameter.Converting => "Staff who convert",
        Parameter.PostsDelivered => "Planned posts that are funded",
        Parameter.CoverShare => "Vacancies covered by temporary staff",
        Parameter.CoverCap => "Most temporary staff over posts",
        Parameter.CoverPremium => "Cost of temporary staff above employed",
        Parameter.DemandGrowth => "Growth of what people need",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "No such parameter."),
    };
}
