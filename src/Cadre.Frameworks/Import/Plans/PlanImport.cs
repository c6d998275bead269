using Cadre.Engine.Fitting;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>Makes a framework's tables from one publication of staff and a plan's totals (docs/method.md section 5.7).</summary>
internal static class PlanImport
{
    /// <summary>Writes the tables into a copy of the framework, fits them, and says what it did.</summary>
    /// <exception cref="FrameworkException">The settings, the publication or the resulting framework is wrong.</exception>
    /// <exception cref="Cadre.Engine.ModelException">The figures cannot be fitted.</exception>
    public static ImportReport Make(string folder, string dataFolder, PlanImportSettings settings)
    {
        var places = PlanPlaces.Read(folder, settings);
        var file = StaffByOrganisationFile.Read(dataFolder, settings, places.Trusts);
        var stock = new PlanStock(settings, places, file);
        var tables = new PlanTables(settings, places, stock, new PlanPosts(settings, places, stock));
        var written = tables.Save(folder);

        // The plan's posts are no part of the fit: supply that filled them would be supply fitted to the plan.
        File.Delete(Path.Combine(folder, FrameworkTables.PlannedPosts.File));
        var model = WithSteadyGroups(settings, FrameworkReader.Read(folder).Model);
        var fit = Calibration.Fit(model, FitTargets(settings, model));
        new PlanFittedTables(settings, fit).Save(folder);
        written.Add(tables.SavePlannedPosts(folder));
        return Report(settings, file, FrameworkReader.Read(folder).Model, fit, written);
    }

    private static NationalModel WithSteadyGroups(PlanImportSettings settings, NationalModel model)
    {
        foreach (var code in settings.StaffGroups.Where(group => !group.Value.Fitted).Select(group => group.Key))
            model = SteadyStock.Apply(model, IndexOf(model, code), 1.0 / 12);
        return model;
    }

    private static List<FitTarget> FitTargets(PlanImportSettings settings, NationalModel model) =>
        [.. settings.StaffGroups.Where(group => group.Value.Fitted).Select(group => Target(model, IndexOf(model, group.Key)))];

    private static FitTarget Target(NationalModel model, int group)
    {
        var staff = model.Cohorts.Where(cohort => cohort.StaffGroup == group).Sum(cohort => cohort.OpeningFte.Value);
        double StaffOf(int pool) => model.Cohorts.Where(cohort => cohort.Pools.Contains(pool)).Sum(cohort => cohort.OpeningFte.Value);
        var leaving = Importer.Central(model, Parameter.LeavingRate, group);
        return new FitTarget
        {
            StaffGroup = group,
            LeaversInMonthOne = null,
            LeavingRate = leaving,
            JoinersInMonthOne = null,
            JoiningRate = leaving + Importer.Central(model, Parameter.NetChange, group),
            PoolShares = Enumerable.Range(0, model.Pools.Count).Where(p => model.Pools[p].StaffGroup == group).ToDictionary(p => p, p => StaffOf(p) / staff),
        };
    }

    private static int IndexOf(NationalModel model, string code) =>
        Enumerable.Range(0, model.StaffGroups.Count).Single(g => model.StaffGroups[g].Code == code);

    private static ImportReport Report(PlanImportSettings settings, StaffByOrganisationFile file, NationalModel model, FitResult fit, List<string> written) => new()
    {
        Model = model,
        Files = [new FileUse(settings.Stock.File, file.RowCount, file.NotUsed, [])],
        Levels =
        [
            .. settings.StaffGroups.Where(group => group.Value.Published.Length > 0).Select(group =>
            {
                var leaving = Importer.Central(model, Parameter.LeavingRate, IndexOf(model, group.Key));
                var joining = leaving + (group.Value.Fitted ? Importer.Central(model, Parameter.NetChange, IndexOf(model, group.Key)) : 0);
                return new GroupLevel(group.Key, leaving, joining, LeavingRatio: 1, JoiningRatio: 1, IsPublished: false, group.Value.Fitted);
            }),
        ],
        PooledRatio = null,
        Residuals = fit.Residuals,
        Transfers = 0,
        Adjustments = 0,
        FteNotCarried = null,
        TablesWritten = written,
    };
}
