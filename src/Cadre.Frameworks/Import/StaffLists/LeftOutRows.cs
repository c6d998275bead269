namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Rows of a staff list that are not counted, of one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Rows">How many.</param>
/// <param name="FirstLines">Lines of the first of them, at most five; 1 is the header.</param>
/// <param name="Examples">
/// What stands there, at most five different ones: <c>(blank)</c> for nothing; a code as it is when it has at most 12 characters, no space and five rows or more; of all else the shape
/// alone, with 9 for each digit and x for each letter, because it may be a person's. Of rows that are not UTF-8 what their bytes look like, of those with other cells how many.
/// </param>
/// <param name="Near">Known trusts, staff groups or services that cells may mean, at most five, that of most rows first.</param>
public sealed record LeftOutRows(LeftOutReason Reason, int Rows, IReadOnlyList<long> FirstLines, IReadOnlyList<string> Examples, IReadOnlyList<NearName> Near)
{
    /// <summary>The example of a cell that holds nothing.</summary>
    public const string Blank = "(blank)";

    /// <summary>Whether something is wrong with such rows, and not only that the framework does not count them.</summary>
    public bool IsFault => Reason is not (LeftOutReason.OtherOrganisation or LeftOutReason.NoStaffGroup or LeftOutReason.NoService or LeftOutReason.FteZero or LeftOutReason.StartsLater);
}
