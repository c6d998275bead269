using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Where a parent could not be read, what applies from above is not known, and its absence is not reported.</summary>
internal static class Rooted
{
    /// <summary>Whether the way up from a place ends at the nation.</summary>
    public static bool IsPlace(IReadOnlyList<Place> places, int place) =>
        WayUp.FromPlace(places, place).Last() == places.Index().FirstOrDefault(item => item.Item.Level == PlaceLevel.Nation, (-1, null!)).Index;

    /// <summary>Whether the way up from a staff group ends at <c>all</c>.</summary>
    public static bool IsStaffGroup(IReadOnlyList<StaffGroup> staffGroups, int group) =>
        staffGroups[WayUp.FromStaffGroup(staffGroups, group).Last()].Code == StaffGroupTree.Root;
}
