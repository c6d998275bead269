using System.Text.Json.Serialization;
using Cadre.Cli.Plans;

namespace Cadre.Cli.Reports;

/// <summary>What about.json says about a run: the words, names and figures of a report that the tables do not hold.</summary>
internal sealed record RunAbout
{
    /// <summary>The version of the file.</summary>
    public const int Version = 2;

    public required int Format { get; init; }

    public required string Title { get; init; }

    public required string Coverage { get; init; }

    public required string Licence { get; init; }

    /// <summary>The command that makes the run again.</summary>
    public required string Command { get; init; }

    /// <summary>The day of the opening stock, <c>2025-09-30</c>.</summary>
    public required DateOnly Opening { get; init; }

    /// <summary>Nothing in the framework became public after this day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>People as published beside <see cref="PostsHeld"/>; null where none are.</summary>
    public required PublishedPeople? PublishedHeadcount { get; init; }

    /// <summary>Posts held, added over staff groups, on the opening day.</summary>
    public required double PostsHeld { get; init; }

    public required string ScenarioTitle { get; init; }

    public required string ScenarioText { get; init; }

    /// <summary>Posts and vacancies of the nation on the opening day, central run, FTE.</summary>
    public required double OpeningPosts { get; init; }

    public required double OpeningVacancies { get; init; }

    /// <summary>The tree of staff groups, the first is everybody.</summary>
    public required IReadOnlyList<NamedRow> StaffGroups { get; init; }

    /// <summary>The nation and its regions.</summary>
    public required IReadOnlyList<NamedRow> Regions { get; init; }

    public required IReadOnlyList<NamedRow> Services { get; init; }

    /// <summary>The sources of candidates.</summary>
    public required IReadOnlyList<NamedRow> Sources { get; init; }

    /// <summary>Joiners and leavers of the nation in the year to each month shown.</summary>
    public required IReadOnlyList<FlowYear> FlowYears { get; init; }

    /// <summary>The cost of the nation beside what there is to pay for it.</summary>
    public required IReadOnlyList<EnvelopeYear> Envelopes { get; init; }

    /// <summary>Sources of candidates whose training costs are left out.</summary>
    public required IReadOnlyList<string> WithoutTrainingCost { get; init; }

    /// <summary>The levers of the scenario in words.</summary>
    public required IReadOnlyList<AboutLever> Levers { get; init; }

    /// <summary>The levers that were tried without being pulled; null where none were.</summary>
    public required AboutTrials? Tried { get; init; }

    /// <summary>Need of the nation, its regions and the nation's staff groups in the last month, added up within each future; empty where there is none.</summary>
    public required IReadOnlyList<AboutNeed> Needs { get; init; }

    /// <summary>Id of the target that <see cref="AboutAssumption.Weight"/> is about; null for none.</summary>
    public required string? Explained { get; init; }

    /// <summary>The least weight that is not chance.</summary>
    public required double ChanceWeight { get; init; }

    /// <summary>The register as the scenario has it.</summary>
    public required IReadOnlyList<AboutAssumption> Register { get; init; }
}

/// <summary>Something with a name.</summary>
/// <param name="Code">What the tables call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Depth">Steps below the top of its tree.</param>
/// <param name="OpeningFte">Staff on the opening day, FTE; null where it has none of its own.</param>
internal sealed record NamedRow(string Code, string Name, int Depth = 0, double? OpeningFte = null);

/// <summary>A figure with the range of nine futures in ten.</summary>
internal readonly record struct Ranged(double Central, double P5, double P95);

/// <summary>The flows of a year.</summary>
/// <param name="Month">The month that it ends with, <c>2026-03</c>.</param>
/// <param name="Months">Months that it adds up.</param>
/// <param name="Joiners">Heads.</param>
/// <param name="Leavers">Heads.</param>
internal sealed record FlowYear(string Month, int Months, Ranged Joiners, Ranged Leavers);

/// <summary>A financial year's cost beside what there is to pay for it.</summary>
internal sealed record EnvelopeYear(string Year, int Months, double? Envelope, double? Probability);

/// <summary>A lever in words.</summary>
internal sealed record AboutLever(string Id, string Words, string Reason, string Grade, string Source);

/// <summary>Levers that a run tried beside the plan as it stands.</summary>
/// <param name="Scenario">Name of the scenario that they are of.</param>
/// <param name="Title">Its title.</param>
/// <param name="Levers">The levers in words.</param>
/// <param name="ExpectedOn">The day on which the last expectation was written down; null without one.</param>
internal sealed record AboutTrials(string Scenario, string Title, IReadOnlyList<AboutLever> Levers, DateOnly? ExpectedOn);

/// <summary>Need of a place or a staff group in the last month, FTE.</summary>
/// <param name="Code">Code of the place or staff group.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsPlace">Whether it is a place; else a staff group of the nation.</param>
/// <param name="Need">What is needed.</param>
/// <param name="Posts">Posts of those who have a need, central run.</param>
/// <param name="Staff">Staff of those who have a need, central run.</param>
/// <param name="Gap">Need less staff; without a range its ends are the central run's.</param>
internal sealed record AboutNeed(string Code, string Name, bool IsPlace, Ranged Need, double Posts, double Staff, Ranged Gap);

/// <summary>A row of the register.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What its parameter is called.</param>
/// <param name="Scope">Where it applies, in words.</param>
/// <param name="Central">The central value with its unit.</param>
/// <param name="Range">Low to high.</param>
/// <param name="Distribution">How values between are drawn.</param>
/// <param name="Grade">How good its evidence is.</param>
/// <param name="Source">Title of its evidence.</param>
/// <param name="Note">What a reader should know.</param>
/// <param name="Weight">Squared rank correlation with the explained target; null where it moves nothing or nothing is explained.</param>
internal sealed record AboutAssumption(
    string Id, string Name, string Scope, string Central, string Range, string Distribution, string Grade, string Source, string Note, double? Weight);

/// <summary>Reads and writes about.json without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunAbout))]
[JsonSerializable(typeof(RunStatement))]
internal sealed partial class ReportJson : JsonSerializerContext;
