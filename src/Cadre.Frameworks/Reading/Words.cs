using System.Globalization;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>The fixed words of a framework's files and what they stand for.</summary>
public static class Words
{
    /// <summary>Ways out of a cohort.</summary>
    public static IReadOnlyDictionary<string, Exit> Exits { get; } = new Dictionary<string, Exit>
    {
        ["retirement"] = Exit.Retirement,
        ["resignation"] = Exit.Resignation,
        ["other"] = Exit.Other,
        ["moved_within"] = Exit.MovedWithin,
        ["moved_outside"] = Exit.MovedOutside,
    };

    /// <summary>Sectors of employers.</summary>
    public static IReadOnlyDictionary<string, EmployerSector> Sectors { get; } = new Dictionary<string, EmployerSector>
    {
        ["nhs_mental_health"] = EmployerSector.NhsMentalHealth,
        ["nhs_other"] = EmployerSector.NhsOther,
        ["primary_care"] = EmployerSector.PrimaryCare,
        ["local_authority"] = EmployerSector.LocalAuthority,
        ["third_sector"] = EmployerSector.ThirdSector,
        ["independent"] = EmployerSector.Independent,
    };

    /// <summary>What targets may count employers by: their sectors, and the NHS, whichever of its bodies they are.</summary>
    public static IReadOnlyDictionary<string, EmployerSector> CountedSectors { get; } = new Dictionary<string, EmployerSector>(Sectors) { ["nhs"] = EmployerSector.Nhs };

    /// <summary>Whether an expectation is one with all levers that are tried, or without any.</summary>
    public static IReadOnlyDictionary<string, bool> LeversExpected { get; } = new Dictionary<string, bool> { ["none"] = false, ["all"] = true };

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
        ["beta"] = DistributionFamily.Beta,
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
        ["moves"] = Measure.Moves,
        ["cover"] = Measure.Cover,
    };

    /// <summary>What a target counts: a measure, or how much more of it there is than on the opening day.</summary>
    public static IReadOnlyDictionary<string, (Measure Measure, bool SinceOpening)> TargetMeasures { get; } = Measures.Select(word => (word.Key, (word.Value, false)))
        .Concat([("heads_added", (Measure.Heads, true)), ("fte_added", (Measure.Fte, true)), ("posts_added", (Measure.Posts, true))]).ToDictionary();

    /// <summary>What a lever changes.</summary>
    public static IReadOnlyDictionary<string, LeverParameter> LeverParameters { get; } = LeverRule.All.ToDictionary(rule => rule.Word, rule => rule.Parameter);

    /// <summary>How a lever's size is meant.</summary>
    public static IReadOnlyDictionary<string, LeverEffect> LeverEffects { get; } = new Dictionary<string, LeverEffect>
    {
        ["multiply"] = LeverEffect.Multiply,
        ["add"] = LeverEffect.Add,
    };

    /// <summary>How a lever grows.</summary>
    public static IReadOnlyDictionary<string, Ramp> Ramps { get; } = new Dictionary<string, Ramp>
    {
        ["step"] = Ramp.Step,
        ["linear"] = Ramp.Linear,
        ["s_curve"] = Ramp.SCurve,
    };

    /// <summary>Yes and no in YAML.</summary>
    internal static IReadOnlyDictionary<string, bool> Truths { get; } = new Dictionary<string, bool> { ["true"] = true, ["false"] = false };

    /// <summary>Whether a target asks for at least its value.</summary>
    internal static IReadOnlyDictionary<string, bool> AtLeast { get; } = new Dictionary<string, bool> { [">="] = true, ["<="] = false };

    /// <summary>Kinds of source of candidates.</summary>
    public static IReadOnlyDictionary<string, SupplyKind> SupplyKinds { get; } = new Dictionary<string, SupplyKind>
    {
        ["education"] = SupplyKind.Education,
        ["return_to_practice"] = SupplyKind.ReturnToPractice,
        ["international"] = SupplyKind.International,
    };

    /// <summary>How a need is worked out.</summary>
    public static IReadOnlyDictionary<string, NeedMethod> NeedMethods { get; } = new Dictionary<string, NeedMethod>
    {
        ["trajectory"] = NeedMethod.Trajectory,
        ["workload"] = NeedMethod.Workload,
        ["cover"] = NeedMethod.Cover,
    };

    /// <summary>A method of need as files write it.</summary>
    internal static string Of(NeedMethod method) => NeedMethods.First(word => word.Value == method).Key;

    /// <summary>A family of distribution as files write it.</summary>
    internal static string Of(DistributionFamily family) => Distributions.First(word => word.Value == family).Key;

    /// <summary>A sector of employers as files write it.</summary>
    internal static string Of(EmployerSector sector) => CountedSectors.First(word => word.Value == sector).Key;

    /// <summary>An exit as files write it.</summary>
    internal static string Of(Exit exit) => Exits.First(word => word.Value == exit).Key;

    /// <summary>A kind of source as files write it.</summary>
    internal static string Of(SupplyKind kind) => SupplyKinds.First(word => word.Value == kind).Key;

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
