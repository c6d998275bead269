using Cadre.Engine.Fitting;
using Cadre.Engine.Model;

namespace Cadre.Frameworks.Import;

/// <summary>What an import did: which files it read, what it could not use, what it fitted and how well.</summary>
public sealed record ImportReport
{
    /// <summary>The fitted model.</summary>
    public required NationalModel Model { get; init; }

    /// <summary>The publications read.</summary>
    public required IReadOnlyList<FileUse> Files { get; init; }

    /// <summary>Yearly rates of each leaf staff group.</summary>
    public required IReadOnlyList<GroupLevel> Levels { get; init; }

    /// <summary>The pooled ratio of year to month: leaving and joining; null where no month was observed.</summary>
    public required (double Leaving, double Joining)? PooledRatio { get; init; }

    /// <summary>Target, fitted and residual.</summary>
    public required IReadOnlyList<FitResidual> Residuals { get; init; }

    /// <summary>Rows of transfers.csv.</summary>
    public required int Transfers { get; init; }

    /// <summary>Rows of adjustments.csv.</summary>
    public required int Adjustments { get; init; }

    /// <summary>FTE of published regrading and changed hours that no table carries: net, and summed without sign; null where no month was observed.</summary>
    public required (double Net, double Gross)? FteNotCarried { get; init; }

    /// <summary>The tables written.</summary>
    public required IReadOnlyList<string> TablesWritten { get; init; }
}

/// <summary>A publication that was read.</summary>
/// <param name="File">Its path under the data folder.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="NotUsed">Rows not used, by reason.</param>
/// <param name="Notes">What else a reader should know.</param>
public sealed record FileUse(string File, int Rows, IReadOnlyDictionary<string, int> NotUsed, IReadOnlyList<string> Notes);

/// <summary>Yearly rates of a staff group, shares per year over average staff in FTE.</summary>
/// <param name="StaffGroup">Its code.</param>
/// <param name="LeavingRate">Leavers.</param>
/// <param name="JoiningRate">Joiners: published, or leavers and the assumed net change.</param>
/// <param name="LeavingRatio">The country's 12-month rate over twelve times its rate in the month.</param>
/// <param name="JoiningRatio">The same for joiners.</param>
/// <param name="IsPublished">Whether the ratios are the group's own, not the pooled ones.</param>
/// <param name="IsFitted">False for staff of unknown classification.</param>
public sealed record GroupLevel(
    string StaffGroup, double LeavingRate, double JoiningRate, double LeavingRatio, double JoiningRatio, bool IsPublished, bool IsFitted);
