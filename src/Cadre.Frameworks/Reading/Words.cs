using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>The fixed words of a framework's files and what they stand for.</summary>
public static class Words
{
    /// <summary>Grades of evidence.</summary>
    public static IReadOnlyDictionary<string, Grade> Grades { get; } = new Dictionary<string, Grade>
    {
        ["A"] = Grade.A,
        ["B"] = Grade.B,
        ["C"] = Grade.C,
        ["D"] = Grade.D,
    };

    /// <summary>Levels of place.</summary>
    public static IReadOnlyDictionary<string, PlaceLevel> Levels { get; } = new Dictionary<string, PlaceLevel>
    {
        ["nation"] = PlaceLevel.Nation,
        ["region"] = PlaceLevel.Region,
        ["system"] = PlaceLevel.System,
        ["trust"] = PlaceLevel.Trust,
    };

    /// <summary>Families of distribution.</summary>
    public static IReadOnlyDictionary<string, DistributionFamily> Distributions { get; } = new Dictionary<string, DistributionFamily>
    {
        ["fixed"] = DistributionFamily.Fixed,
        ["pert"] = DistributionFamily.Pert,
        ["triangular"] = DistributionFamily.Triangular,
        ["uniform"] = DistributionFamily.Uniform,
        ["normal"] = DistributionFamily.Normal,
        ["lognormal"] = DistributionFamily.Lognormal,
    };

    /// <summary>Measures of a target.</summary>
    public static IReadOnlyDictionary<string, Measure> Measures { get; } = new Dictionary<string, Measure>
    {
        ["heads"] = Measure.Heads,
        ["fte"] = Measure.Fte,
        ["posts"] = Measure.Posts,
        ["vacancies"] = Measure.Vacancies,
        ["vacancy_rate"] = Measure.VacancyRate,
        ["over_establishment"] = Measure.OverEstablishment,
        ["joiners"] = Measure.Joiners,
        ["leavers"] = Measure.Leavers,
    };

    /// <summary>Whether a target asks for at least its value.</summary>
    internal static IReadOnlyDictionary<string, bool> AtLeast { get; } = new Dictionary<string, bool> { [">="] = true, ["<="] = false };

    /// <summary>Directions of a transfer.</summary>
    internal static IReadOnlyDictionary<string, StockMoveKind> Directions { get; } = new Dictionary<string, StockMoveKind>
    {
        ["in"] = StockMoveKind.TransferIn,
        ["out"] = StockMoveKind.TransferOut,
    };

    /// <summary>Flows with a season, by index.</summary>
    internal static IReadOnlyDictionary<string, int> Flows { get; } = new Dictionary<string, int> { ["leaving"] = 0, ["arriving"] = 1 };

    /// <summary>Reads a day written 2026-01-29.</summary>
    internal static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
