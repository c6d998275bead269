namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>In which order a staff list writes the parts of a day.</summary>
internal enum DayOrder
{
    /// <summary>2025-09-30.</summary>
    YearMonthDay,

    /// <summary>30/9/2025.</summary>
    DayMonthYear,

    /// <summary>9/30/2025.</summary>
    MonthDayYear,
}
