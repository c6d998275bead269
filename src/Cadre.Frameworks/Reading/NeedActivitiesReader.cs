using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads need_activities.csv: what the staff of every need by workload do.</summary>
internal static class NeedActivitiesReader
{
    /// <summary>By need: its activities in the order of the file.</summary>
    public static List<NeedActivity>[] Read(ReadContext context, NeedIndex index)
    {
        var table = context.Table(FrameworkTables.NeedActivities);
        var activities = Enumerable.Range(0, index.Count).Select(_ => new List<NeedActivity>()).ToArray();
        var lines = new Dictionary<(int Need, string Code), int>();
        var unread = new List<RowKey>();
        foreach (var row in table.Rows)
        {
            var key = index.ReadKey(row);
            var need = index.Read(row, key, NeedMethod.Workload);
            var activity = ReadActivity(row);
            Provenance.Read(row, context);
            if (need < 0 || activity.Code.Length == 0)
                unread.Add(key);
            else if (lines.TryAdd((need, activity.Code), row.Line))
                activities[need].Add(activity);
            else
                row.Report("activity", $"\"{activity.Code}\" of {index.Name(key)} a second time", $"each activity once; line {lines[(need, activity.Code)]} has it already");
        }

        index.ReportWithout(table, "activity", NeedMethod.Workload, need => activities[need].Count > 0, unread);
        return activities;
    }

    private static NeedActivity ReadActivity(CsvRow row) => new()
    {
        Code = row.Code("activity") ?? "",
        Name = row.Text("name"),
        Volume = row.Number("volume", Quantity.Volume),
        Growth = row.Number("growth", Quantity.VolumeGrowth) / 100,
        Hours = row.Number("hours", Quantity.HoursPerUnit),
    };
}
