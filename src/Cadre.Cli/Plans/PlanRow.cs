using Cadre.Engine.Model;
using Cadre.Engine.Results;

namespace Cadre.Cli.Plans;

/// <summary>A staff group, a region or the employers of a sector in the plan.</summary>
internal sealed record PlanRow
{
    /// <summary>What the results call it.</summary>
    public required Line Line { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Steps below the top row.</summary>
    public required int Depth { get; init; }

    /// <summary>Staff on the opening day, FTE.</summary>
    public required double OpeningFte { get; init; }

    /// <summary>Staff in the months of <see cref="Plan.Marches"/>, FTE; empty when the row holds no staff.</summary>
    public required IReadOnlyList<Summary> Fte { get; init; }

    /// <summary>Posts in the last of the months, FTE.</summary>
    public required Summary Posts { get; init; }

    /// <summary>Vacancies in the last of the months, FTE.</summary>
    public required Summary Vacancies { get; init; }

    /// <summary>Vacancies over posts in the last of the months.</summary>
    public required Summary VacancyRate { get; init; }

    /// <summary>Joiners in the <see cref="Plan.FlowMonths"/> to the last of the months, heads.</summary>
    public required Summary Joiners { get; init; }

    /// <summary>Leavers in the same months, heads.</summary>
    public required Summary Leavers { get; init; }

    /// <summary>People who live there; null where none is published or the row is a staff group.</summary>
    public double? Population { get; init; }

    /// <summary>Staff in the last of the months for every 100,000 people, central run, FTE.</summary>
    public double? FtePer100000 => Population is > 0 && Fte.Count > 0 ? Fte[^1].Central / Population * 100_000 : null;
}

/// <summary>An assumption that moves a target.</summary>
/// <param name="Assumption">The row of the register.</param>
/// <param name="Scope">Where it applies, in words.</param>
/// <param name="Weight">Squared rank correlation of its draws with the target's measure.</param>
/// <param name="Source">Title of its evidence.</param>
internal sealed record PlanDriver(Assumption Assumption, string Scope, double Weight, string Source);

/// <summary>One month of the nation.</summary>
/// <param name="Month">Number of the month.</param>
/// <param name="Fte">Staff in post, FTE.</param>
/// <param name="Posts">Posts, FTE.</param>
internal readonly record struct PlanMonth(int Month, Summary Fte, Summary Posts);

/// <summary>The nation in one of <see cref="Plan.Marches"/>, with the flows of the year to it.</summary>
/// <param name="Month">Number of the month.</param>
/// <param name="FlowMonths">Months that the flows add up: 12, fewer where the run begins later.</param>
/// <param name="Fte">Staff in post, FTE.</param>
/// <param name="Posts">Posts, FTE.</param>
/// <param name="Vacancies">Vacancies, FTE.</param>
/// <param name="VacancyRate">Vacancies over posts.</param>
/// <param name="Cover">Temporary staff in vacant posts, FTE.</param>
/// <param name="Joiners">Joiners, heads.</param>
/// <param name="Leavers">Leavers, heads.</param>
internal sealed record PlanYear(
    int Month, int FlowMonths, Summary Fte, Summary Posts, Summary Vacancies, Summary VacancyRate, Summary Cover, Summary Joiners, Summary Leavers);
