namespace Cadre.Engine.Results;

/// <summary>Need and gap to need of two scenarios side by side, FTE. Differences are the second's less the first's.</summary>
/// <param name="A">The first scenario's row.</param>
/// <param name="B">The second scenario's row, of the same place, service and staff group.</param>
/// <param name="Need">The difference in need: of the central runs, and over the futures, each taken before percentiles.</param>
/// <param name="CentralGap">The difference in the gap of the central runs.</param>
/// <param name="Gap">The difference in the gap with its range; null where the runs do not hold the futures' staff in the month.</param>
public readonly record struct ComparedNeed(NeedRow A, NeedRow B, Summary Need, double CentralGap, Summary? Gap);
