using Cadre.Engine.Model;

namespace Cadre.Engine.Fitting;

/// <summary>A fitted model, and how well it meets each target.</summary>
/// <param name="Model">The model with its scales, seasons and pools.</param>
/// <param name="Residuals">Every target with what the fitted model gives.</param>
public sealed record FitResult(NationalModel Model, IReadOnlyList<FitResidual> Residuals);

/// <summary>One target of the fit.</summary>
/// <param name="StaffGroup">Index of the staff group.</param>
/// <param name="Catchment">Index of the pool's place; null for the whole group.</param>
/// <param name="Quantity">What is compared.</param>
/// <param name="Target">What it should be, in FTE or as a share per year.</param>
/// <param name="Fitted">What the model gives.</param>
/// <param name="LimitedByWants">
/// True when wants, not candidates, limit the pool's first month, so that its month 1 could not be fitted.
/// </param>
public readonly record struct FitResidual(
    int StaffGroup, int? Catchment, FitQuantity Quantity, double Target, double Fitted, bool LimitedByWants = false)
{
    /// <summary>Fitted less target.</summary>
    public double Residual => Fitted - Target;
}

/// <summary>What the fit compares.</summary>
public enum FitQuantity
{
    /// <summary>Leavers of month 1, FTE.</summary>
    LeaversInMonthOne,

    /// <summary>Leavers of twelve months over average staff, share per year.</summary>
    LeavingRate,

    /// <summary>Joiners of month 1, FTE.</summary>
    JoinersInMonthOne,

    /// <summary>Joiners of twelve months, FTE.</summary>
    JoinersInYearOne,
}
