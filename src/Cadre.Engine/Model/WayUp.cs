namespace Cadre.Engine.Model;

/// <summary>The ways up the two trees of a model; the trees have no cycles.</summary>
public static class WayUp
{
    /// <summary>
    /// The place, its main parent, and so on to the nation. The main parent is the one that takes the largest
    /// share, the first listed among equals (docs/method.md section 3.3).
    /// </summary>
    /// <param name="places">The places of the model.</param>
    /// <param name="place">Index of the place to start from.</param>
    public static IEnumerable<int> FromPlace(IReadOnlyList<Place> places, int place)
    {
        yield return place;
        while (places[place].Parents.Count > 0)
        {
            place = places[place].Parents.MaxBy(parent => parent.Weight).Place;
            yield return place;
        }
    }

    /// <summary>The staff group, its parent, and so on to <c>all</c>.</summary>
    /// <param name="staffGroups">The staff groups of the model.</param>
    /// <param name="staffGroup">Index of the staff group to start from.</param>
    public static IEnumerable<int> FromStaffGroup(IReadOnlyList<StaffGroup> staffGroups, int staffGroup)
    {
        for (int? group = staffGroup; group is { } index; group = staffGroups[index].Parent)
            yield return index;
    }
}
