using Cadre.Engine.Model;

namespace Cadre.Web.Pages.Results;

/// <summary>Staff groups as they are read.</summary>
internal static class StaffGroupRows
{
    /// <summary>Staff groups with their depth in the tree, parents before their children.</summary>
    public static IReadOnlyList<(int Group, int Depth)> Of(NationalModel model)
    {
        var tree = new List<(int, int)>();
        void Add(int? parent, int depth)
        {
            for (var g = 0; g < model.StaffGroups.Count; g++)
            {
                if (model.StaffGroups[g].Parent != parent) continue;
                tree.Add((g, depth));
                Add(g, depth + 1);
            }
        }

        Add(null, 0);
        return tree;
    }
}
