using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Core.Plans.Sections;

/// <summary>A field of an item of a section.</summary>
/// <param name="Name">Its name in forms, files and the database.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Kind">What it takes.</param>
public sealed record SectionField(string Name, string Label, FieldKind Kind)
{
    /// <summary>The most characters of a text.</summary>
    public const int MostText = 4_000;

    /// <summary>The most characters of a line of text.</summary>
    public const int MostLine = 200;

    /// <summary>What to write there; empty where the label says it.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether it may stay blank.</summary>
    public bool MayBeBlank { get; init; }

    /// <summary>The least number.</summary>
    public decimal Least { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal Greatest { get; init; } = 1_000_000_000;

    /// <summary>The words and what they mean, in order, for a plan.</summary>
    public Func<PlanBasis, IReadOnlyList<(string Code, string Name)>> Choices { get; init; } = _ => [];

    /// <summary>Whether it says which of the places that merged an item is of; plans of one place do not show it.</summary>
    public bool IsOfMembers { get; init; }

    /// <summary>The words and what they mean, in order, in a plan.</summary>
    public IReadOnlyList<(string Code, string Name)> ChoicesOf(PlannedPlace place) => IsOfMembers ? [.. place.Members.Select(member => (member, PlanMember.Parse(member).NameIn(place.Basis)))] : Choices(place.Basis);

    /// <summary>What should be in it; null where <paramref name="value"/> is right.</summary>
    /// <param name="value">What is in it.</param>
    /// <param name="basis">What the plan begins from.</param>
    public string? ExpectedInstead(string value, PlanBasis basis)
    {
        if (string.IsNullOrWhiteSpace(value)) return MayBeBlank ? null : Kind switch
        {
            FieldKind.Choice => "one of the list",
            FieldKind.Month => MonthExpected(basis),
            FieldKind.Number or FieldKind.Whole => NumberExpected,
            FieldKind.Day => "a day, written like 2027-03-31",
            FieldKind.Text or FieldKind.LongText => "some text",
        };
        return Kind switch
        {
            FieldKind.Text => value.Length <= MostLine ? null : $"at most {MostLine} characters",
            FieldKind.LongText => value.Length <= MostText ? null : $"at most {MostText:#,0} characters",
            FieldKind.Number => PlanNumbers.TryParse(value, out var number) && number >= Least && number <= Greatest ? null : NumberExpected,
            FieldKind.Whole => PlanNumbers.TryParse(value, out var whole) && whole % 1 == 0 && whole >= Least && whole <= Greatest ? null : NumberExpected,
            FieldKind.Month => CalendarMonth.TryParse(value, out var month) && month.MonthsSince(basis.Quarters[0].Ends) is >= 1 and var at && at <= basis.Framework.RunMonths ? null : MonthExpected(basis),
            FieldKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "a day, written like 2027-03-31",
            FieldKind.Choice => IsOfMembers || Choices(basis).Any(choice => choice.Code == value) ? null : "one of the list",
        };
    }

    /// <summary>A value as people read it.</summary>
    public string TextOf(string value, PlanBasis basis) => IsOfMembers ? PlanMember.TryParse(value)?.NameIn(basis) ?? value : Kind == FieldKind.Choice ? Choices(basis).FirstOrDefault(choice => choice.Code == value).Name?.Trim() ?? value : value;

    private string NumberExpected => $"a {(Kind == FieldKind.Whole ? "whole " : "")}number from {Least:#,0.##} to {Greatest:#,0.##}";

    private static string MonthExpected(PlanBasis basis) =>
        $"a month from {basis.Model.MonthAt(1)} to {basis.Model.MonthAt(basis.Framework.RunMonths)}";
}
