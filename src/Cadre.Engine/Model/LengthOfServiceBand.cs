namespace Cadre.Engine.Model;

/// <summary>A band of length of service of a staff group (docs/method.md section 2.3).</summary>
/// <param name="Code">Code, unique within its staff group.</param>
/// <param name="Months">Its length in months, 1 or more; 0 for the last one, which is open.</param>
/// <param name="LeavingMultiplier">Leaving over that of other bands, 0 or more; only ratios are used.</param>
public readonly record struct LengthOfServiceBand(string Code, int Months, double LeavingMultiplier);
