namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>A staff group in the stock before a staff list and after it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Heads and FTE before.</param>
/// <param name="Now">Heads and FTE now.</param>
/// <param name="WithAge">Posts of the list whose holder's age is known; the group's ages come from them unless there are none.</param>
/// <param name="Joiners">Those of them that began in the twelve months up to the day.</param>
/// <param name="HasJoinerShares">Whether the ages of joiners come from them: a hundred are enough.</param>
public sealed record StaffListGroup(string Name, (double Heads, double Fte) Before, (double Heads, double Fte) Now, int WithAge, int Joiners, bool HasJoinerShares)
{
    /// <summary>The share of its FTE before by which it has grown or shrunk when candidates and joiners of its old size no longer fit it.</summary>
    public const double LargeChange = 0.2;

    /// <summary>Whether it has changed by more than that.</summary>
    public bool HasOutgrownSupply => Math.Abs(Now.Fte - Before.Fte) > LargeChange * Before.Fte;
}
