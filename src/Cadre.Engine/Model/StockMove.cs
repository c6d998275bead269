namespace Cadre.Engine.Model;

/// <summary>A published one-off change in a cohort's heads.</summary>
/// <param name="Kind">In which column of the account it stands.</param>
/// <param name="Month">The month in which it is booked, 1 for the first.</param>
/// <param name="Cohort">Index in <see cref="NationalModel.Cohorts"/>.</param>
/// <param name="Heads">Heads moved; 0 or more for transfers, either sign for an adjustment.</param>
public readonly record struct StockMove(StockMoveKind Kind, int Month, int Cohort, double Heads);

/// <summary>The kinds of one-off change.</summary>
public enum StockMoveKind
{
    /// <summary>Staff who came with a transferred service.</summary>
    TransferIn,

    /// <summary>Staff who went with a transferred service.</summary>
    TransferOut,

    /// <summary>A published difference that is neither joining nor leaving (regrading).</summary>
    Adjustment,
}
