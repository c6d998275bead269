using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Reads need.csv, and with it need_activities.csv and need_trajectory.csv.</summary>
internal static class NeedReader
{
    /// <summary>The needs in the order of the file.</summary>
    public static List<Need> Read(ReadContext context, IReadOnlyList<Place> places, CohortIndex cohorts)
    {
        var table = context.Table(FrameworkTables.Need);
        var index = new NeedIndex(table, cohorts, context.Problems);
        var needs = new List<Need>();
        foreach (var row in table.Rows)
        {
            var key = ReadKey(row, places, index);
            var method = row.Word("method", Words.NeedMethods);
            var need = ReadNeed(row, key, method);
            Provenance.Read(row, context);
            if (index.TryAdd(row, key, method))
                needs.Add(need);
        }

        var activities = NeedActivitiesReader.Read(context, index);
        var trajectories = NeedTrajectoryReader.Read(context, index);
        return [.. needs.Select((need, n) => need with { Activities = activities[n], Trajectory = trajectories[n] })];
    }

    private static RowKey ReadKey(CsvRow row, IReadOnlyList<Place> places, NeedIndex index)
    {
        var key = index.ReadKey(row);
        if (key.First < 0 || places[key.First].Level == PlaceLevel.Trust)
            return key;
        row.Report("place", "a place of level trust");
        return key with { First = -1 };
    }

    private static Need ReadNeed(CsvRow row, RowKey key, NeedMethod? method)
    {
        var isCover = IsBy(row, method, NeedMethod.Cover, "positions", "hours_per_week");
        var isWorkload = IsBy(row, method, NeedMethod.Workload, "category_allowance", "individual_allowance");
        return new Need
        {
            Place = key.First,
            Service = key.Second,
            StaffGroup = key.Third,
            Method = method ?? default,
            Positions = isCover ? row.Number("positions", Quantity.Positions) : 0,
            HoursPerWeek = isCover ? row.Number("hours_per_week", Quantity.HoursPerWeek) : 0,
            CategoryAllowance = isWorkload ? row.Number("category_allowance", Quantity.CategoryAllowance) / 100 : 0,
            IndividualAllowance = isWorkload ? row.Number("individual_allowance", Quantity.Fte) : 0,
        };
    }

    /// <summary>Whether the need is worked out by the method that has these columns; reports those that another method fills.</summary>
    private static bool IsBy(CsvRow row, NeedMethod? method, NeedMethod owner, params ReadOnlySpan<string> columns)
    {
        if (method is null || method == owner)
            return method == owner;
        foreach (var column in columns)
        {
            if (row.OptionalText(column).Length > 0)
                row.Report(column, $"an empty cell: {column} is for {Words.Of(owner)}");
        }

        return false;
    }
}
