using Cadre.Engine.Fitting;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>The tables that hold fitted values: scales, seasons and supply.</summary>
internal sealed class FittedTables(ImportSettings settings, FitResult fit)
{
    /// <summary>The flows of seasons.csv.</summary>
    public static readonly string[] Flows = ["leaving", "arriving"];

    private readonly NationalModel _model = fit.Model;

    /// <summary>Writes the tables and returns their names.</summary>
    public List<string> Save(string folder)
    {
        ImportTable[] tables = [new(FrameworkTables.Scales), new(FrameworkTables.Seasons), new(FrameworkTables.Supply)];
        AddScales(tables[0]);
        AddSeasons(tables[1]);
        AddSupply(tables[2]);
        foreach (var table in tables)
            table.Save(folder);
        return [FrameworkTables.Scales.File, FrameworkTables.Seasons.File, FrameworkTables.Supply.File];
    }

    private IEnumerable<StaffGroup> Leaves => settings.StaffGroups.Keys.Select(code => _model.StaffGroups.Single(group => group.Code == code));

    private void AddScales(ImportTable table)
    {
        foreach (var group in Leaves)
            table.Add(group.Code, group.LeavingScale, settings.Month.Source, "D", settings.Month.KnownOn, Note(group, "fitted: first year's leavers over average staff = leaving_rate"));
    }

    private void AddSeasons(ImportTable table)
    {
        var observed = _model.MonthAt(1).Month;
        foreach (var flow in Flows)
        {
            foreach (var group in Leaves)
            {
                var season = flow == Flows[0] ? group.LeavingSeason : group.ArrivalSeason;
                for (var month = 1; month <= 12; month++)
                {
                    var note = month == observed ? Note(group, "fitted to the published month; moves inside the NHS cannot be told from the season") : "no source: the months not published share the rest equally";
                    table.Add(flow, group.Code, month, season[month - 1], settings.Month.Source, "D", settings.Month.KnownOn, note);
                }
            }
        }
    }

    private void AddSupply(ImportTable table)
    {
        foreach (var pool in _model.Pools)
        {
            var group = _model.StaffGroups[pool.StaffGroup];
            var residual = fit.Residuals.FirstOrDefault(row => row.StaffGroup == pool.StaffGroup && row.Catchment == pool.Catchment);
            var note = residual.LimitedByWants
                ? "fitted: first twelve months' joiners; wants limit month 1"
                : "fitted: month 1's and first twelve months' joiners";
            table.Add(
                group.Code, _model.Places[pool.Catchment].Code, pool.InflowPerYear, pool.OpeningPool, pool.JoinersPerYear,
                settings.Month.Source, "D", settings.Month.KnownOn, Note(group, note));
        }
    }

    private string Note(StaffGroup group, string fitted) =>
        settings.StaffGroups[group.Code].Fitted ? fitted : "not fitted: staff of unknown classification keep their stock";
}
