using Cadre.Engine.Model;

namespace Cadre.Core.Plans;

/// <summary>A quarter that is planned for.</summary>
/// <param name="Month">Its last month, counted from the opening day; 0 for the opening day itself.</param>
/// <param name="First">Its first month; 0 for the opening day itself.</param>
/// <param name="Ends">The calendar month in which it ends.</param>
public readonly record struct PlanQuarter(int Month, int First, CalendarMonth Ends)
{
    /// <summary>As in files and addresses: the month in which it ends, "2026-03".</summary>
    public string Code => Ends.ToString();
}
