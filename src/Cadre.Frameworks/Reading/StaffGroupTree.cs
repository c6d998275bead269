namespace Cadre.Frameworks.Reading;

/// <summary>The tree of staff groups, before ages, scales and seasons are known.</summary>
/// <param name="Names">By staff group.</param>
/// <param name="Parents">By staff group; null for <c>all</c> and where it could not be read.</param>
/// <param name="IsWhole">Whether every row and parent could be read, so that leaves are known.</param>
internal sealed record StaffGroupTree(IReadOnlyList<string> Names, IReadOnlyList<int?> Parents, bool IsWhole)
{
    /// <summary>Code of the group at the top of the tree.</summary>
    public const string Root = "all";

    private readonly HashSet<int> _holders = [.. Parents.OfType<int>()];

    /// <summary>Whether a staff group holds staff: no other has it as its parent.</summary>
    public bool IsLeaf(int group) => !_holders.Contains(group);

    /// <summary>The leaves; none when it is not known which they are.</summary>
    public IEnumerable<int> KnownLeaves => IsWhole ? Enumerable.Range(0, Names.Count).Where(IsLeaf) : [];
}
