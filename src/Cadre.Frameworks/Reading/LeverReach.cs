using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Frameworks.Reading;

/// <summary>Which exits and ages a lever works on (docs/method.md section 9): the keys <c>exits</c>, <c>from_age</c> and <c>to_age</c>.</summary>
internal static class LeverReach
{
    private const int End = Ages.Last + 1;

    private static readonly string[] Keys = ["exits", "from_age", "to_age"];

    /// <summary>Exits, empty for all of them, and ages; reports those that the parameter does not take, and a limit beside them.</summary>
    public static (IReadOnlyList<Exit> Exits, int FromAge, int ToAge) Read(YamlMapping yaml, LeverRule? rule)
    {
        foreach (var key in Keys.Where(key => rule is not null && yaml.Has(key) && !rule.Keys.Contains(key)))
            yaml.Report(key, $"no such key: {rule!.Word} works by {string.Join(", ", rule.Keys)}");
        var exits = Takes("exits") ? yaml.WordList("exits", Words.Exits) : [];
        var from = Takes("from_age") ? yaml.Whole("from_age", Quantity.Whole("an age", Ages.First, End - 1)) : Ages.First;
        var to = Takes("to_age") ? yaml.Whole("to_age", Quantity.Whole("an age", Ages.First + 1, End)) : End;
        if (to <= from)
            yaml.Report(yaml.Has("to_age") ? "to_age" : "from_age", yaml.Has("to_age") ? $"an age over from_age, {from}" : $"an age below to_age, {to}");
        if (yaml.Has("limit") && Array.Find(Keys, Takes) is { } named)
            yaml.Report("limit", $"no such key: a lever that names {named} takes no limit");
        return (exits, from ?? Ages.First, to ?? End);

        bool Takes(string key) => yaml.Has(key) && (rule is null || rule.Keys.Contains(key));
    }

    /// <summary>Reports an exit that none of the staff groups the lever works on has at its ages.</summary>
    /// <param name="yaml">The lever.</param>
    /// <param name="lever">The same as the engine takes it; one with exits works on cohorts.</param>
    /// <param name="cohorts">Indexes of the cohorts that it works on.</param>
    /// <param name="model">The framework.</param>
    public static void CheckExits(YamlMapping yaml, Lever lever, IReadOnlyList<int> cohorts, NationalModel model)
    {
        if (lever.Exits.Count == 0) return;
        ExitShare[] shares = [.. cohorts.Select(cohort => model.Cohorts[cohort].StaffGroup).Distinct().SelectMany(group => model.StaffGroups[group].Exits)];
        foreach (var exit in lever.Exits.Where(exit => !Array.Exists(shares, share => share.Exit == exit && IsReached(share))))
            yaml.Report("exits", $"a lever that works nowhere: nobody goes by {Words.Of(exit)}", $"an exit that {FrameworkTables.Exits.File} gives a share over 0 at these ages, in a staff group that the lever works on", yaml.LineOf("exits"));

        bool IsReached(ExitShare share) => share.Share > 0 && share.From < lever.ToAge && share.To > lever.FromAge;
    }
}
