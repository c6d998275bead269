using System.Text;
using static Cadre.Cli.Reports.RunTable;

namespace Cadre.Cli.Reports;

/// <summary>Picks out of a run's tables what a report shows.</summary>
internal sealed class ReportTables
{
    private readonly string _folder;
    private readonly RunStatement _statement;
    private readonly RunAbout _about;
    private readonly string _nation;
    private readonly string _everybody;
    private readonly string _last;
    private readonly string? _lastMarch;
    private readonly string _answers;
    private readonly List<ReportTarget> _targets;

    public ReportTables(string folder, RunStatement statement, RunAbout about)
    {
        (_folder, _statement, _about) = (folder, statement, about);
        (_nation, _everybody) = (about.Regions[0].Code, about.StaffGroups[0].Code);
        _last = about.FlowYears[^1].Month;
        _lastMarch = about.FlowYears.LastOrDefault(year => year.Month.EndsWith("-03", StringComparison.Ordinal))?.Month;
        _targets = Targets();
        _answers = ReportRun.MonthOfAnswers(_targets)?.ToString() ?? _last;
    }

    /// <summary>Reads the tables.</summary>
    public ReportRun ReadAll()
    {
        var figures = Percentiles();
        return new ReportRun
        {
            Statement = _statement,
            About = _about,
            Nation = NationOf(figures),
            StaffGroups = [.. _about.StaffGroups.Select(group => RowOf(figures, (_last, _nation, group.Code), group))],
            Regions = [.. _about.Regions.Select(place => RowOf(figures, (_last, place.Code, _everybody), place))],
            AnswerStaffGroups = [.. _about.StaffGroups.Select(group => RowOf(figures, (_answers, _nation, group.Code), group))],
            AnswerRegions = [.. _about.Regions.Select(place => RowOf(figures, (_answers, place.Code, _everybody), place))],
            Systems = SystemsOf(figures),
            SystemsMonth = _lastMarch is null ? null : Month(_lastMarch),
            Targets = _targets,
            Trials = Trials(),
            Flows = Flows(),
            Needs = Needs(),
            Costs = Costs(),
            Delivery = Delivery(),
            Chance = Chance(figures),
            LeverCosts = LeverCosts(),
        };
    }

    private static bool BeginsWithOne(ReadOnlySpan<byte> line, byte[][] beginnings)
    {
        foreach (var beginning in beginnings)
            if (line.StartsWith(beginning)) return true;
        return false;
    }

    private Dictionary<(string Month, string Place, string Group, string Measure), Band> Percentiles()
    {
        var nation = Encoding.UTF8.GetBytes($"{_nation},all,{_everybody},");
        byte[][] months = [.. new[] { _last, _lastMarch, _answers }.OfType<string>().Distinct().Select(month => Encoding.UTF8.GetBytes(month + ","))];
        var table = RunTable.Read(_folder, "percentiles.csv", line => line[(line.IndexOf((byte)',') + 1)..].StartsWith(nation) || BeginsWithOne(line, months));
        int Column(string name) => table.Column(name);
        var (month, place, service, group, sector, measure) = (Column("month"), Column("place"), Column("service"), Column("staff_group"), Column("sector"), Column("measure"));
        var (central, p5, p25, p75, p95) = (Column("central"), Column("p5"), Column("p25"), Column("p75"), Column("p95"));
        var figures = new Dictionary<(string, string, string, string), Band>();
        foreach (var row in table.Rows)
        {
            if (row[service] == "all" && row[sector].Length == 0 && (row[place] == _nation || row[group] == _everybody) && row[measure] is "fte" or "heads" or "posts" or "vacancies" or "vacancy_rate")
                figures[(row[month], row[place], row[group], row[measure])] = new Band(Number(row[central]), Number(row[p5]), Number(row[p25]), Number(row[p75]), Number(row[p95]));
        }

        return figures;
    }

    private List<NationMonth> NationOf(Dictionary<(string Month, string Place, string Group, string Measure), Band> figures) =>
    [
        .. figures.Keys.Where(key => key.Place == _nation && key.Group == _everybody && key.Measure == "fte").Select(key => key.Month).Order(StringComparer.Ordinal)
            .Select(month =>
            {
                Band Of(string measure) => figures.GetValueOrDefault((month, _nation, _everybody, measure));
                return new NationMonth(Month(month), Of("fte"), Of("posts"), Of("vacancies"), Of("vacancy_rate"));
            }),
    ];

    private static GapRow RowOf(Dictionary<(string Month, string Place, string Group, string Measure), Band> figures, (string Month, string Place, string Group) at, NamedRow row)
    {
        Ranged Of(string measure) => figures.GetValueOrDefault((at.Month, at.Place, at.Group, measure)).Ranged;
        return new GapRow(row.Code, row.Name, row.Depth, Of("fte"), Of("posts"), Of("vacancies"), Of("vacancy_rate"));
    }

    private List<GapRow> SystemsOf(Dictionary<(string Month, string Place, string Group, string Measure), Band> figures)
    {
        var table = RunTable.Read(_folder, "places.csv");
        var (code, name, level) = (table.Column("place"), table.Column("name"), table.Column("level"));
        return _lastMarch is null ? [] :
        [
            .. table.Rows.Where(row => row[level] == "system").DistinctBy(row => row[code])
                .Where(row => figures.ContainsKey((_lastMarch, row[code], _everybody, "fte")))
                .Select(row => RowOf(figures, (_lastMarch, row[code], _everybody), new NamedRow(row[code], row[name]))),
        ];
    }

    private List<ReportTarget> Targets()
    {
        var table = RunTable.Read(_folder, "targets.csv");
        int Column(string name) => table.Column(name);
        var (id, description, measure, month, op, value) = (Column("id"), Column("description"), Column("measure"), Column("month"), Column("op"), Column("value"));
        var (central, p5, p95, probability) = (Column("central"), Column("p5"), Column("p95"), Column("probability"));
        return
        [
            .. table.Rows.Select(row => new ReportTarget(
                row[id], row[description], row[measure] == "vacancy_rate", Month(row[month]), row[op] == ">=", Number(row[value]),
                row[central].Length == 0 ? null : new Ranged(Number(row[central]), Number(row[p5]), Number(row[p95])), Maybe(row[probability]) ?? 0) { IsAdded = row[measure].EndsWith("_added", StringComparison.Ordinal) }),
        ];
    }

    private List<ReportFlow> Flows()
    {
        var start = Encoding.UTF8.GetBytes($"{_nation},");
        var table = RunTable.Read(_folder, "flows.csv", line => line[(line.IndexOf((byte)',') + 1)..].StartsWith(start));
        var (month, flow, kind, heads) = (table.Column("month"), table.Column("flow"), table.Column("kind"), table.Column("heads"));
        return
        [
            .. table.Rows.GroupBy(row => (Flow: row[flow], Kind: row[kind]))
                .Select(rows => new ReportFlow(rows.Key.Flow, rows.Key.Kind, rows.GroupBy(row => row[month]).ToDictionary(same => same.Key, same => same.Sum(row => Number(row[heads]))))),
        ];
    }

    private List<ReportNeed> Needs()
    {
        if (!Has("needs.csv")) return [];
        var table = RunTable.Read(_folder, "needs.csv");
        int Column(string name) => table.Column(name);
        var (month, place, service, group) = (Column("month"), Column("place"), Column("service"), Column("staff_group"));
        var (need, posts, staff, gap) = (Column("need"), Column("posts"), Column("staff"), Column("gap_to_need"));
        var (needLow, needHigh, gapLow, gapHigh) = (Column("need_p5"), Column("need_p95"), Column("gap_p5"), Column("gap_p95"));
        return
        [
            .. table.Rows.Where(row => row[place] == _nation).Select(row => new ReportNeed(
                Month(row[month]), row[service], row[group], new Ranged(Number(row[need]), Number(row[needLow]), Number(row[needHigh])), Number(row[posts]), Number(row[staff]), Number(row[gap]),
                row[gapLow].Length == 0 ? null : new Ranged(Number(row[gap]), Number(row[gapLow]), Number(row[gapHigh])))),
        ];
    }

    private List<ReportCost> Costs()
    {
        if (!Has("cost.csv")) return [];
        var table = RunTable.Read(_folder, "cost.csv");
        int Column(string name) => table.Column(name);
        var (year, months, place, group, item) = (Column("year"), Column("months"), Column("place"), Column("staff_group"), Column("item"));
        var (central, p5, p95) = (Column("central"), Column("p5"), Column("p95"));
        return
        [
            .. table.Rows.Where(row => row[place] == _nation && row[group] == _everybody)
                .Select(row => new ReportCost(row[year], Whole(row[months]), row[item], new Ranged(Number(row[central]), Number(row[p5]), Number(row[p95])))),
        ];
    }

    private List<DeliveryRow> Delivery()
    {
        if (!Has("under_delivery.csv")) return [];
        var table = RunTable.Read(_folder, "under_delivery.csv");
        int Column(string name) => table.Column(name);
        var (part, lever, delivered, measure, target) = (Column("part"), Column("lever"), Column("delivered"), Column("measure"), Column("target"));
        var (value, difference, p5, p95, probability) = (Column("value"), Column("difference"), Column("p5"), Column("p95"), Column("probability"));
        return
        [
            .. table.Rows.Select(row => new DeliveryRow(
                row[part], row[lever], row[delivered], row[measure], row[target], Maybe(row[value]), Maybe(row[difference]), Maybe(row[p5]), Maybe(row[p95]), Maybe(row[probability]))),
        ];
    }

    private List<ReportChance> Chance(Dictionary<(string Month, string Place, string Group, string Measure), Band> figures)
    {
        if (!Has("chance.csv")) return [];
        var table = RunTable.Read(_folder, "chance.csv");
        int Column(string name) => table.Column(name);
        var (month, place, service, group, sector, measure) = (Column("month"), Column("place"), Column("service"), Column("staff_group"), Column("sector"), Column("measure"));
        var (mean, p5, p95) = (Column("mean"), Column("p5"), Column("p95"));
        return
        [
            .. table.Rows.Where(row => (row[month] == _answers || row[month] == _last) && row[place] == _nation && row[service] == "all" && row[sector].Length == 0 && row[measure] == "heads")
                .Select(row => new ReportChance(Month(row[month]), row[group], new Ranged(Number(row[mean]), Number(row[p5]), Number(row[p95])), figures.TryGetValue((row[month], _nation, row[group], "heads"), out var heads) ? heads.Ranged : null)),
        ];
    }

    private List<TrialRow> Trials()
    {
        if (!Has("targets_by_lever.csv")) return [];
        var table = RunTable.Read(_folder, "targets_by_lever.csv");
        int Column(string name) => table.Column(name);
        Ranged? Figure(string[] row, string prefix, string central) =>
            Maybe(row[Column(central)]) is { } value ? new Ranged(value, Number(row[Column($"{prefix}p5")]), Number(row[Column($"{prefix}p95")])) : null;
        var (levers, lever, target, measure, probability) = (Column("levers"), Column("lever"), Column("target"), Column("measure"), Column("probability"));
        var (low, high) = (Column("expected_low"), Column("expected_high"));
        return
        [
            .. table.Rows.Select(row => new TrialRow(
                row[levers], row[lever], row[target], row[measure], Figure(row, "", "central"), Maybe(row[probability]) ?? 0, Figure(row, "added_", "added"),
                row[low].Length == 0 ? null : (Number(row[low]), Number(row[high])))),
        ];
    }

    private Dictionary<string, double> LeverCosts()
    {
        if (!Has("levers.csv")) return [];
        var table = RunTable.Read(_folder, "levers.csv");
        var (lever, cost) = (table.Column("lever"), table.Column("cost"));
        return table.Rows.GroupBy(row => row[lever]).ToDictionary(rows => rows.Key, rows => rows.Sum(row => Number(row[cost])));
    }

    private bool Has(string file) => File.Exists(Path.Combine(_folder, file));
}
