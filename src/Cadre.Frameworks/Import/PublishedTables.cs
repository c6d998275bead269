using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import;

/// <summary>The imported tables that need no fit; where a fit follows, values that make the framework readable.</summary>
internal sealed class PublishedTables(ImportSettings settings, PublishedFigures figures)
{
    private const string AllServices = "all";
    private readonly (string Source, string KnownOn, string Note) _month = Cite(settings.Month);
    private readonly (string Source, string KnownOn, string Note) _year = Cite(settings.Year);
    private readonly (string Source, string KnownOn, string Note) _population = Cite(settings.Population);

    /// <summary>Writes the tables and returns their names.</summary>
    public List<string> Save(string folder)
    {
        Save(folder, FrameworkTables.Places, AddPlaces);
        Save(folder, FrameworkTables.Population, AddPopulation);
        TableSchema[] ages = HasAges(folder) ? [FrameworkTables.PopulationAges] : [];
        if (ages.Length > 0) Save(folder, FrameworkTables.PopulationAges, AddPopulationAges);
        Save(folder, FrameworkTables.Ages, AddAges);
        Save(folder, FrameworkTables.Stock, AddStock);
        Save(folder, FrameworkTables.Headcount, AddHeadcount);
        Save(folder, FrameworkTables.AssumptionsImported, AddAssumptions);
        Save(folder, FrameworkTables.PlaceRates, AddPlaceRates);
        Save(folder, FrameworkTables.Transfers, AddTransfers);
        Save(folder, FrameworkTables.Adjustments, AddAdjustments);
        Save(folder, FrameworkTables.Scales, AddUnfittedScales);
        Save(folder, FrameworkTables.Seasons, AddUnfittedSeasons);
        Save(folder, FrameworkTables.Supply, AddUnfittedSupply);
        return
        [
            .. ages.Concat(
            [
                FrameworkTables.Places, FrameworkTables.Population, FrameworkTables.Ages, FrameworkTables.Stock, FrameworkTables.Headcount,
                FrameworkTables.AssumptionsImported, FrameworkTables.PlaceRates, FrameworkTables.Transfers, FrameworkTables.Adjustments,
            ]).Select(schema => schema.File),
        ];
    }

    /// <summary>Whether people are written by age: the publication has ages, and the framework weighs them.</summary>
    private bool HasAges(string folder) => figures.Population.AgesByName.Count > 0 && File.Exists(Path.Combine(folder, FrameworkTables.NeedWeights.File));

    private static void Save(string folder, TableSchema schema, Action<ImportTable> fill)
    {
        var table = new ImportTable(schema);
        fill(table);
        table.Save(folder);
    }

    private static (string Source, string KnownOn, string Note) Cite(Publication publication) =>
        (publication.Source, publication.KnownOn, publication.KnownOnNote);

    private static string Join(params string[] notes) => string.Join("; ", notes.Where(note => note.Length > 0));

    private void AddPlaces(ImportTable table)
    {
        table.Add(settings.Nation.Code, settings.Nation.Name, "nation", "", "", "", _month.Source, "A", _month.KnownOn, _month.Note);
        foreach (var (code, name) in figures.Month.Regions)
            table.Add(code, name, "region", settings.Nation.Code, 1, "", _month.Source, "A", _month.KnownOn, _month.Note);
        var withStaff = figures.Month.Organisations.Values.Select(organisation => organisation.System).ToHashSet();
        foreach (var (code, (name, region)) in figures.Month.Systems)
        {
            var note = withStaff.Contains(code) ? _month.Note : settings.NoteForSystemsWithoutStaff;
            table.Add(code, name, "system", region, 1, "", _month.Source, "A", _month.KnownOn, note);
        }

        foreach (var (code, organisation) in figures.Month.Organisations.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            table.Add(code, organisation.Name, "trust", organisation.System, 1, Words.Of(EmployerSector.NhsMentalHealth), _month.Source, "A", _month.KnownOn, Join("counted whole in its published system", _month.Note));
    }

    private void AddPopulation(ImportTable table)
    {
        var unmatched = new SortedDictionary<string, double>(figures.Population.PeopleByName, StringComparer.OrdinalIgnoreCase);
        var problems = new List<Problem>();
        foreach (var (code, (name, _)) in figures.Month.Systems)
        {
            if (unmatched.Remove(name, out var people))
                table.Add(code, settings.Population.Period, people, _population.Source, "A", _population.KnownOn, Join("ages and sexes added up", _population.Note));
            else
                problems.Add(new Problem(settings.Population.File, 0, "icb_name", $"no rows for {name} ({code})", "the population of every system of the turnover file"));
        }

        problems.AddRange(unmatched.Keys.Select(name => new Problem(settings.Population.File, 0, "icb_name", $"\"{name}\"", "a system of the turnover file")));
        if (problems.Count > 0) throw new FrameworkException(problems);
    }

    private void AddPopulationAges(ImportTable table)
    {
        foreach (var (code, (name, _)) in figures.Month.Systems)
        {
            foreach (var (from, (to, people)) in figures.Population.AgesByName.GetValueOrDefault(name) ?? [])
                table.Add(code, from, to is { } end ? end : "", people, _population.Source, "A", _population.KnownOn, Join("sexes added up", _population.Note));
        }
    }

    private void AddAges(ImportTable table)
    {
        foreach (var (code, group) in settings.StaffGroups)
        {
            var lender = group.AgesLike ?? code;
            var bands = Reweighted(figures.Year.BandsOf(settings.StaffGroups[lender].Published, group.Youngest), group.Reweight);
            var note = group.AgesLike is null ? "the country's staff of this group, all kinds of trust; average staff = end - (joiners - leavers) / 2"
                : group.Reweight.Count == 0 ? $"no ages published for this group: shape of {lender}"
                : $"no ages published for this group: shape of {lender} from {group.Youngest}, stock reweighted to {group.ReweightSource}";
            foreach (var band in bands)
            {
                table.Add(
                    code, band.From, band.To, band.StockShare, band.FtePerHead, 100 * band.LeavingRate, band.JoinerShare,
                    _year.Source, group.AgesLike is null ? "B" : "D", _year.KnownOn, Join(note, _year.Note));
            }
        }
    }

    /// <summary>
    /// Gives the bands from each named age up to the next named one their stated share of the stock, percent, in
    /// the borrowed proportions; the bands below share the rest.
    /// </summary>
    private static PublishedBand[] Reweighted(PublishedBand[] bands, Dictionary<int, double> shares)
    {
        if (shares.Count == 0) return bands;
        int StartOf(PublishedBand band) => shares.Keys.Where(from => from <= band.From).DefaultIfEmpty(int.MinValue).Max();
        double WeightOf(int start) => start == int.MinValue ? 1 - (shares.Values.Sum() / 100) : shares[start] / 100;
        var borrowed = bands.GroupBy(StartOf).ToDictionary(part => part.Key, part => part.Sum(band => band.StockShare));
        return [.. bands.Select(band => band with { StockShare = band.StockShare / borrowed[StartOf(band)] * WeightOf(StartOf(band)) })];
    }

    private IEnumerable<RegularGroupCell> CellsByPlace() =>
        settings.StaffGroups.Keys.SelectMany((group, i) => figures.CellsOf(group).Select(cell => (cell, i)))
            .OrderBy(pair => pair.cell.Organisation, StringComparer.Ordinal).ThenBy(pair => pair.i).Select(pair => pair.cell);

    private void AddStock(ImportTable table)
    {
        foreach (var cell in CellsByPlace())
        {
            var start = cell.Cell.Published.Start;
            table.Add(cell.Organisation, AllServices, cell.StaffGroup, start.Heads, start.Fte, _month.Source, "A", _month.KnownOn, _month.Note);
        }
    }

    private void AddHeadcount(ImportTable table)
    {
        foreach (var (key, cell) in figures.Month.Cells.Where(cell => cell.Key.Group == TurnoverFile.AllStaffGroups).OrderBy(cell => cell.Key.Organisation, StringComparer.Ordinal))
            table.Add(key.Organisation, cell.Start.Heads, _month.Source, "A", _month.KnownOn, _month.Note);
    }

    private void AddAssumptions(ImportTable table)
    {
        foreach (var (code, group) in settings.StaffGroups)
        {
            var level = figures.LevelOf(code);
            var published = level.IsPublished && group.Fitted;
            var (width, grade) = published ? (settings.Ranges.LeavingPublished, "B") : (settings.Ranges.LeavingPooled, "D");
            var how = !group.Fitted ? "rate of all staff with the pooled ratio"
                : published ? "month's rate here x the country's 12-month rate / (12 x its rate in the month)"
                : "no 12-month figure: month's rate here x the pooled ratio of the groups that have one";
            var note = Join(
                string.Create(CultureInfo.InvariantCulture, $"{how} = {level.LeavingRatio:0.0000}"),
                "everyone who leaves a trust: moves inside the NHS cannot be told from the season in one month's data", settings.Ranges.Note, _month.Note);
            var percent = Percent(level.LeavingRate);
            AddAssumption(table, "leaving_rate", code, percent / width, percent, percent * width, "lognormal", grade, note);
            if (!published) continue;
            var net = Percent(level.JoiningRate!.Value) - percent;
            var netNote = Join(
                string.Create(CultureInfo.InvariantCulture, $"joining rate {Percent(level.JoiningRate.Value):0.00}% (ratio {level.JoiningRatio:0.0000}) less leaving rate"),
                "everyone who joins or leaves a trust: moves inside the NHS cannot be told from the season in one month's data", settings.Ranges.Note, _month.Note);
            AddAssumption(table, "net_change", code, net - settings.Ranges.NetChangePublished, net, net + settings.Ranges.NetChangePublished, "normal", "B", netNote);
        }
    }

    /// <summary>A share as a percentage with four decimals, so that derived rows agree with what a reader adds up.</summary>
    private static double Percent(double share) => Math.Round(100 * share, 4);

    private void AddAssumption(ImportTable table, string parameter, string group, double low, double central, double high, string distribution, string grade, string note) =>
        table.Add($"{parameter}.{group}", parameter, "", "", group, "", "percent_per_year", low, central, high, distribution, "", "", grade, _month.Source, _month.KnownOn, "", note);

    private void AddPlaceRates(ImportTable table)
    {
        var multipliers = new Dictionary<(string, string), (double Leaving, double Attractiveness)>();
        foreach (var (code, group) in settings.StaffGroups)
        {
            var cells = figures.CellsOf(code);
            if (cells.Count == 0) continue;
            var (leaving, attractiveness) = (figures.LeavingMultipliers(code), figures.Attractiveness(code));
            for (var i = 0; i < cells.Count; i++)
                multipliers.Add((cells[i].Organisation, code), group.Fitted ? (leaving[i], attractiveness[i]) : (1, 1));
        }

        foreach (var cell in CellsByPlace())
        {
            var (leaving, attractiveness) = multipliers[(cell.Organisation, cell.StaffGroup)];
            table.Add(
                cell.Organisation, AllServices, cell.StaffGroup, leaving, attractiveness, _month.Source, "B", _month.KnownOn,
                Join("one month's joiners and leavers, transfers left out, shrunk to the staff group's", _month.Note));
        }
    }

    private void AddTransfers(ImportTable table)
    {
        foreach (var cell in CellsByPlace())
        {
            Add(cell.Cell.TransferIn, "in", cell.Cell.Published.Joiners, "joiners");
            Add(cell.Cell.TransferOut, "out", cell.Cell.Published.Leavers, "leavers");

            void Add(Flow transfer, string direction, Flow published, string flow)
            {
                if (transfer.Heads <= 0) return;
                var reason = string.Create(CultureInfo.InvariantCulture, $"one-off: {published.Heads} {flow} in the month, {published.Heads - transfer.Heads} expected of {cell.Heads} staff");
                table.Add(1, cell.Organisation, AllServices, cell.StaffGroup, direction, transfer.Heads, transfer.Fte, reason, _month.Source, "D", _month.KnownOn);
            }
        }
    }

    private void AddAdjustments(ImportTable table)
    {
        foreach (var cell in CellsByPlace().Where(cell => cell.Cell.Regraded != 0))
            table.Add(1, cell.Organisation, AllServices, cell.StaffGroup, cell.Cell.Regraded, "end less start less joiners plus leavers: regrading and moves between staff groups", _month.Source, "B", _month.KnownOn);
    }

    private void AddUnfittedScales(ImportTable table)
    {
        foreach (var code in settings.StaffGroups.Keys)
            table.Add(code, 1, _month.Source, "D", _month.KnownOn, "");
    }

    private void AddUnfittedSeasons(ImportTable table)
    {
        foreach (var flow in FittedTables.Flows)
        {
            foreach (var code in settings.StaffGroups.Keys)
            {
                for (var month = 1; month <= 12; month++)
                    table.Add(flow, code, month, 1.0 / 12, _month.Source, "D", _month.KnownOn, "");
            }
        }
    }

    private void AddUnfittedSupply(ImportTable table)
    {
        foreach (var code in settings.StaffGroups.Keys)
        {
            foreach (var region in figures.CellsOf(code).Select(cell => cell.Region).Distinct().Order(StringComparer.Ordinal))
                table.Add(code, region, 1, 0, 1, _month.Source, "D", _month.KnownOn, "");
        }
    }
}
