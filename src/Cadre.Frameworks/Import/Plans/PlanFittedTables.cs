using Cadre.Engine.Fitting;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>The tables of a plan's import that hold fitted values: scales, seasons and supply.</summary>
internal sealed class PlanFittedTables(PlanImportSettings settings, FitResult fit)
{
    private readonly NationalModel _model = fit.Model;

    /// <summary>Writes the tables.</summary>
    public void Save(string folder)
    {
        ImportTable[] tables = [new(FrameworkTables.Scales), new(FrameworkTables.Seasons), new(FrameworkTables.Supply)];
        foreach (var group in Leaves)
            Add(tables[0], Note(group, "fitted: first year's leavers over average staff = leaving_rate"), group.Code, group.LeavingScale);
        foreach (var flow in FittedTables.Flows)
        {
            foreach (var group in Leaves)
            {
                for (var month = 1; month <= 12; month++)
                    Add(tables[1], "no month observed: the same every month", flow, group.Code, month, flow == FittedTables.Flows[0] ? group.LeavingSeason[month - 1] : group.ArrivalSeason[month - 1]);
            }
        }

        foreach (var pool in _model.Pools)
        {
            var group = _model.StaffGroups[pool.StaffGroup];
            Add(tables[2], Note(group, "fitted: first twelve months' joiners, sources included, of the opening stock's service"), group.Code, _model.Places[pool.Catchment].Code, pool.InflowPerYear, pool.OpeningPool, pool.JoinersPerYear);
        }

        foreach (var table in tables)
            table.Save(folder);
    }

    private IEnumerable<StaffGroup> Leaves => settings.StaffGroups.Keys.Select(code => _model.StaffGroups.Single(group => group.Code == code));

    private void Add(ImportTable table, string note, params object[] cells) => table.Add([.. cells, "none", "D", settings.FittedKnownOn, note]);

    private string Note(StaffGroup group, string fitted) => settings.StaffGroups[group.Code] switch
    {
        { Fitted: true } => fitted,
        { Published.Length: 0 } => "not fitted: a new role, which people come to by conversion alone",
        _ => "not fitted: staff of unknown classification keep their stock",
    };
}
