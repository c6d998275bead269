namespace Cadre.Engine.Model;

/// <summary>How far above a cohort (or staff group) the place, service and staff group of a row of the register lie.</summary>
/// <param name="Row">Index of the row.</param>
/// <param name="Place">Steps up to its place; -1 where it is not on the way.</param>
/// <param name="Service">The same of its service.</param>
/// <param name="StaffGroup">The same of its staff group.</param>
internal readonly record struct AssumptionScope(int Row, int Place, int Service, int StaffGroup)
{
    /// <summary>The steps to a place, service or staff group that the row does not name.</summary>
    public const int Everywhere = int.MaxValue;

    /// <summary>Whether the row is about the cohort.</summary>
    public bool Applies => Place >= 0 && Service >= 0 && StaffGroup >= 0;

    /// <summary>Whether everything that <paramref name="other"/> covers is covered by this row too.</summary>
    public bool Contains(AssumptionScope other) =>
        Place >= other.Place && Service >= other.Service && StaffGroup >= other.StaffGroup;

    /// <summary>Steps on the way up to what a row names: -1 when it is not on the way.</summary>
    public static int Steps(int[] wayUp, int? named) => named is { } index ? Array.IndexOf(wayUp, index) : Everywhere;
}
