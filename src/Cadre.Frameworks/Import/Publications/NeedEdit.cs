using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Puts activities into need_activities.csv, and a need by workload into need.csv where there is none for them.</summary>
/// <param name="work">The import.</param>
/// <param name="isRounded">Whether the publisher rounds its counts to 5.</param>
internal sealed class NeedEdit(PublicationWork work, bool isRounded)
{
    private const int MostNamed = 6;

    private readonly TableEdit _needs = TableEdit.Read(work.Folder, FrameworkTables.Need, "place", "service", "staff_group");
    private readonly TableEdit _activities = TableEdit.Read(work.Folder, FrameworkTables.NeedActivities, "place", "service", "staff_group", "activity");
    private readonly List<PublishedFigure> _figures = [];
    private readonly HashSet<(string, string, string)> _touched = [];
    private readonly HashSet<(string, string, string, string)> _put = [];
    private int _withoutGrowth;

    /// <summary>The activities that were put, before and now.</summary>
    public IReadOnlyList<PublishedFigure> Figures => _figures;

    /// <summary>Puts an activity; a need of its place, service and staff group that is worked out in another way is reported.</summary>
    public void Put(ActivityVolume volume)
    {
        var (rule, service, group) = volume.Activity;
        var place = work.Model.Places[volume.Place];
        var key = (place.Code, work.Model.Services[service].Code, work.Model.StaffGroups[group].Code);
        if (!BeginNeed(key))
            return;
        var before = _activities.Find(key.Item1, key.Item2, key.Item3, rule.Code);
        var grade = Worse(Enum.Parse<Grade>(work.Grade(volume.Grade)), rule.HoursGrade);
        _withoutGrowth += volume.Growth is null ? 1 : 0;
        _activities.Put(
            key.Item1, key.Item2, key.Item3, rule.Code, rule.Name, volume.Volume, volume.Growth ?? 0, rule.Hours, work.Source, grade.ToString(), work.KnownOn, NoteOf(volume));
        _put.Add((key.Item1, key.Item2, key.Item3, rule.Code));
        var was = before is null ? "" : PublicationWork.Shown(double.Parse(before["volume"], CultureInfo.InvariantCulture));
        var growing = volume.Growth is { } growth ? $", growth {growth.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)}%" : "";
        _figures.Add(new PublishedFigure(
            $"{rule.Name}, {place.Name} ({work.Model.StaffGroups[group].Name})", was, PublicationWork.Shown(volume.Volume), "", $"{volume.From}{growing}"));
    }

    private string NoteOf(ActivityVolume volume)
    {
        var rule = volume.Activity.Rule;
        var rounded = isRounded ? ", rounded to 5 by the publisher" : "";
        var growth = volume.Growth is null ? "growth is not known" : rule.Growth is null ? "growth: over the twelve months before" : "growth is a judgement";
        return $"volume: {rule.Measure.Value}, {volume.From} (grade {work.Grade(volume.Grade)}){rounded}; hours are a judgement (grade {rule.HoursGrade}); {growth}";
    }

    /// <summary>Writes both tables.</summary>
    /// <param name="fromRows">Rows of the publication that stand behind them.</param>
    public List<WrittenTable> Save(int fromRows) => _figures.Count == 0 ? [] : [_needs.Save(work.Folder, 0), _activities.Save(work.Folder, fromRows)];

    /// <summary>What stands beside the activities from before, and what is not known of them.</summary>
    public List<string> NoLongerFits()
    {
        var sentences = new List<string>();
        string[] others =
        [
            .. _activities.Rows.Where(row => _touched.Contains((row["place"], row["service"], row["staff_group"])))
                .Where(row => !_put.Contains((row["place"], row["service"], row["staff_group"], row["activity"])))
                .Select(row => $"{row["activity"]} ({row["place"]}/{row["service"]}/{row["staff_group"]})"),
        ];
        if (others.Length > 0)
        {
            var more = others.Length > MostNamed ? $" and {others.Length - MostNamed} more" : "";
            var named = string.Join(", ", others.Take(MostNamed));
            sentences.Add($"The same needs have other activities from before, which stay: {named}{more}. Make sure that nothing is counted twice.");
        }

        var activities = _withoutGrowth == 1 ? "activity" : "activities";
        if (_withoutGrowth > 0)
            sentences.Add($"Of {_withoutGrowth} {activities} no growth is known, neither of the publication nor of the columns file (key growth): it is 0.");
        if (_figures.Count > 0)
            sentences.Add("Need stands beside posts and staff and changes neither; posts, targets and training places that were made for another need are as they were.");
        return sentences;
    }

    /// <summary>Makes a need by workload where there is none; false, reported, where there is one of another method.</summary>
    private bool BeginNeed((string Place, string Service, string StaffGroup) key)
    {
        const string workload = "workload";
        if (!_touched.Add(key))
            return _needs.Find(key.Place, key.Service, key.StaffGroup)?["method"] == workload;
        if (_needs.Find(key.Place, key.Service, key.StaffGroup) is { } need)
        {
            const string expected = $"{workload}, of which the publication gives activities; or no row, and the import makes one";
            if (need["method"] != workload)
                work.Problems.Add(FrameworkTables.Need.File, "method", $"\"{need["method"]}\" of {key.Place}/{key.Service}/{key.StaffGroup}", expected);
            return need["method"] == workload;
        }

        _needs.Put(
            key.Place, key.Service, key.StaffGroup, workload, "", "", work.Columns.CategoryAllowance, work.Columns.IndividualAllowance, work.Source, "D", work.KnownOn,
            "allowances of the columns file, a judgement; 0 unless given");
        return true;
    }

    private static Grade Worse(Grade one, Grade other) => one > other ? one : other;
}
