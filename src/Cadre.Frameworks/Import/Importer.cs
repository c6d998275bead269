using Cadre.Engine.Fitting;
using Cadre.Engine.Model;
using Cadre.Frameworks.Import.Plans;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>
/// Makes the imported tables of a framework from publications (docs/method.md section 5). The same publications
/// and settings give the same bytes.
/// </summary>
public static class Importer
{
    /// <summary>
    /// Reads the publications that <c>import.yaml</c> of <paramref name="frameworkFolder"/> names under
    /// <paramref name="dataFolder"/> and writes the imported tables into the framework's folder. All of them are
    /// made and checked in a folder beside it first: on an error nothing is changed.
    /// </summary>
    /// <exception cref="FrameworkException">The settings, a publication or the resulting framework is wrong.</exception>
    /// <exception cref="Cadre.Engine.ModelException">The published figures cannot be fitted.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the framework is as it was.</exception>
    public static ImportReport Import(string frameworkFolder, string dataFolder, CancellationToken cancellation = default)
    {
        FrameworkFormat.ThrowUnlessCurrent(frameworkFolder);
        var settings = ImportSettings.Read(frameworkFolder);
        using var copy = new WorkingCopy(frameworkFolder, SearchOption.AllDirectories);
        cancellation.ThrowIfCancellationRequested();
        var report = settings.Plan is { } plan ? PlanImport.Make(copy.Folder, dataFolder, plan) : Make(copy.Folder, dataFolder, settings);
        cancellation.ThrowIfCancellationRequested();
        TableSwap.Replace(frameworkFolder, copy.Folder, report.TablesWritten);
        return report;
    }

    /// <summary>Writes the tables of one month, one year and a population into a copy of the framework.</summary>
    private static ImportReport Make(string folder, string dataFolder, ImportSettings settings)
    {
        var figures = PublishedFigures.Read(dataFolder, settings);
        var tables = new PublishedTables(settings, figures);
        var written = tables.Save(folder);
        var model = WithSteadyGroups(settings, figures, FrameworkReader.Read(folder).Model);
        var fit = Calibration.Fit(model, FitTargets(settings, figures, model));
        written = [.. written.Concat(new FittedTables(settings, fit).Save(folder)).Distinct()];
        model = FrameworkReader.Read(folder).Model;
        return Report(figures, settings, model, fit, written);
    }

    private static NationalModel WithSteadyGroups(ImportSettings settings, PublishedFigures figures, NationalModel model)
    {
        for (var g = 0; g < model.StaffGroups.Count; g++)
        {
            var code = model.StaffGroups[g].Code;
            if (settings.StaffGroups.TryGetValue(code, out var group) && !group.Fitted)
                model = SteadyStock.Apply(model, g, 1 / (12 * figures.LevelOf(code).LeavingRatio));
        }

        return model;
    }

    private static List<FitTarget> FitTargets(ImportSettings settings, PublishedFigures figures, NationalModel model)
    {
        var targets = new List<FitTarget>();
        for (var g = 0; g < model.StaffGroups.Count; g++)
        {
            var code = model.StaffGroups[g].Code;
            if (!settings.StaffGroups.TryGetValue(code, out var group) || !group.Fitted || figures.CellsOf(code).Count == 0) continue;
            var cells = figures.CellsOf(code).Select(cell => cell.Cell).ToList();
            targets.Add(new FitTarget
            {
                StaffGroup = g,
                LeaversInMonthOne = cells.Sum(cell => cell.Leavers.Fte),
                LeavingRate = Central(model, Parameter.LeavingRate, g),
                JoinersInMonthOne = cells.Sum(cell => cell.Joiners.Fte),
                JoiningRate = Central(model, Parameter.LeavingRate, g) + Central(model, Parameter.NetChange, g),
                PoolShares = figures.RegionShares(code).ToDictionary(
                    share => Enumerable.Range(0, model.Pools.Count).Single(p =>
                        model.Pools[p].StaffGroup == g && model.Places[model.Pools[p].Catchment].Code == share.Key),
                    share => share.Value),
            });
        }

        return targets;
    }

    /// <summary>The central value of a parameter for a staff group, over all places and services.</summary>
    internal static double Central(NationalModel model, Parameter parameter, int group) =>
        model.Assumptions[AssumptionResolver.ForStaffGroups(model, parameter)[group]].Central;

    private static ImportReport Report(PublishedFigures figures, ImportSettings settings, NationalModel model, FitResult fit, List<string> written) => new()
    {
        Model = model,
        Files = figures.Files,
        Levels =
        [
            .. settings.StaffGroups.Select(group =>
            {
                var level = figures.LevelOf(group.Key);
                var g = model.StaffGroups.Select((staffGroup, i) => (staffGroup, i)).Single(pair => pair.staffGroup.Code == group.Key).i;
                var joining = level.JoiningRate ?? (level.LeavingRate + Central(model, Parameter.NetChange, g));
                return new GroupLevel(group.Key, level.LeavingRate, joining, level.LeavingRatio, level.JoiningRatio, level.IsPublished, group.Value.Fitted);
            }),
        ],
        PooledRatio = figures.PooledRatio,
        Residuals = fit.Residuals,
        Transfers = model.Moves.Count(move => move.Kind != StockMoveKind.Adjustment),
        Adjustments = model.Moves.Count(move => move.Kind == StockMoveKind.Adjustment),
        FteNotCarried = figures.FteNotCarried,
        TablesWritten = written,
    };
}
