using Cadre.Engine.Model;

namespace Cadre.Core.Accounts;

/// <summary>The account of a financial year, or of the months of it that a run touches.</summary>
/// <param name="Year">The year.</param>
/// <param name="First">The first month, 1 for the first of the run.</param>
/// <param name="Last">The last month.</param>
/// <param name="Account">How opening became closing.</param>
public sealed record YearAccount(FinancialYear Year, int First, int Last, StaffAccount Account);
