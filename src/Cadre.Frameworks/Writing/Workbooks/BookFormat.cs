namespace Cadre.Frameworks.Writing.Workbooks;

/// <summary>How a cell of a workbook is shown; what it holds is the whole number behind it.</summary>
public enum BookFormat
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number without decimals: 45,123.</summary>
    Whole,

    /// <summary>A number of an assumption: 12.0, 0.375.</summary>
    Fine,

    /// <summary>A share, 0.124 shown as 12.4%.</summary>
    Share,

    /// <summary>Pounds: £45,123.</summary>
    Pounds,

    /// <summary>Pounds of which there are many: £45.1m for 45,123,456.</summary>
    Millions,

    /// <summary>A day: 30 Sep 2025.</summary>
    Day,

    /// <summary>A month, held as its last day: Mar 2031.</summary>
    Month,
}
