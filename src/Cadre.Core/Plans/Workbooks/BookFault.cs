namespace Cadre.Core.Plans.Workbooks;

/// <summary>A cell of a workbook that cannot be taken as it is.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">Address of the cell: F12.</param>
/// <param name="Found">What is in it; empty for nothing.</param>
/// <param name="Expected">What should be.</param>
public sealed record BookFault(string Sheet, string Cell, string Found, string Expected)
{
    /// <summary>What is found where a cell is worked out.</summary>
    public const string Formula = "a formula";

    private const int Longest = 40;

    /// <summary>In a sentence: <c>Posts!F12: found "abc", expected 0 to 100,000 FTE with at most two decimals</c>.</summary>
    public string Text => $"{Sheet}!{Cell}: found {FoundText}, expected {Expected}";

    /// <summary>What is in it as people read it, cut short.</summary>
    public string FoundText => Found.Length == 0 ? "nothing" : Found == Formula ? Found : Found.Length > Longest ? $"\"{Found[..Longest]}...\"" : $"\"{Found}\"";
}
