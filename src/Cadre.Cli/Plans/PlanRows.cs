using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Plans;

/// <summary>Makes the rows of the plan's tables.</summary>
internal sealed class PlanRows(RunResult result, IReadOnlyList<int> marches)
{
    private readonly NationalModel _model = result.Model;
    private readonly Dictionary<Line, double> _opening = OpeningFteOf(result.Model);

    /// <summary>The tree of staff groups, parents before their children, for the nation.</summary>
    public List<PlanRow> OfStaffGroups()
    {
        var rows = new List<PlanRow>();
        void Add(int group, int depth)
        {
            rows.Add(Row(new Line(_model.Nation, null, group), _model.StaffGroups[group].Code, _model.StaffGroups[group].Name, depth, null));
            foreach (var (below, _) in _model.StaffGroups.Index().Where(other => other.Item.Parent == group))
                Add(below, depth + 1);
        }

        foreach (var (top, _) in _model.StaffGroups.Index().Where(group => group.Item.Parent is null))
            Add(top, 0);
        return rows;
    }

    /// <summary>The nation, then its regions, for one staff group.</summary>
    public List<PlanRow> OfRegions(int group) =>
    [
        .. _model.Places.Index().Where(place => place.Item.Level is PlaceLevel.Nation or PlaceLevel.Region).OrderBy(place => place.Item.Level)
            .Select(place => Row(
                new Line(place.Index, null, group), place.Item.Code, place.Item.Name, place.Item.Level == PlaceLevel.Nation ? 0 : 1, place.Item.Population)),
    ];

    /// <summary>All employers of the nation, then those of each sector, for one staff group; nothing where all are of one sector.</summary>
    public List<PlanRow> OfEmployers(int group) => _model.Sectors.All.Count < 2 ? [] :
    [
        Row(new Line(_model.Nation, null, group), "all", "All employers", 0, null),
        .. _model.Sectors.All.Select(sector => Row(new Line(_model.Nation, null, group, sector), Codes.Of(sector), Wording.Of(sector), 1, null)),
    ];

    /// <summary>One staff group of the nation in every March.</summary>
    public List<PlanYear> OfYears(int group)
    {
        var line = new Line(_model.Nation, null, group);
        return
        [
            .. marches.Select(month => new PlanYear(
                month,
                FlowMonthsTo(month),
                Of(line, month, Measure.Fte),
                Of(line, month, Measure.Posts),
                Of(line, month, Measure.Vacancies),
                Of(line, month, Measure.VacancyRate),
                Of(line, month, Measure.Cover),
                OfYear(line, month, Measure.Joiners),
                OfYear(line, month, Measure.Leavers))),
        ];
    }

    /// <summary>Months of the year to a month that the run holds.</summary>
    public static int FlowMonthsTo(int month) => Math.Min(12, month);

    private PlanRow Row(Line line, string code, string name, int depth, double? population)
    {
        var last = marches[^1];
        return new PlanRow
        {
            Line = line,
            Code = code,
            Name = name,
            Depth = depth,
            Population = population,
            OpeningFte = _opening.GetValueOrDefault(line),
            Fte = [.. marches.Select(month => result.Summarise(line, month, Measure.Fte)).OfType<Summary>()],
            Posts = Of(line, last, Measure.Posts),
            Vacancies = Of(line, last, Measure.Vacancies),
            VacancyRate = Of(line, last, Measure.VacancyRate),
            Joiners = OfYear(line, last, Measure.Joiners),
            Leavers = OfYear(line, last, Measure.Leavers),
        };
    }

    private Summary Of(Line line, int month, Measure measure) => result.Summarise(line, month, measure) ?? default;

    private Summary OfYear(Line line, int month, Measure flow) => result.Summarise(line, month - FlowMonthsTo(month) + 1, month, flow) ?? default;

    /// <summary>The opening FTE of every cohort under each place and group that counts it, and under its employer's sector.</summary>
    private static Dictionary<Line, double> OpeningFteOf(NationalModel model)
    {
        var sums = new Dictionary<Line, double>();
        var employers = model.Sectors;
        foreach (var cohort in model.Cohorts)
        {
            EmployerSector?[] sectors = model.Places[cohort.Place].Sector is { } one ? [null, .. employers.CountedIn(one)] : [null];
            foreach (var (place, weight) in Above(model, cohort.Place))
            {
                foreach (var group in WayUp.FromStaffGroup(model.StaffGroups, cohort.StaffGroup))
                {
                    foreach (var sector in sectors)
                    {
                        var line = new Line(place, null, group, sector);
                        sums[line] = sums.GetValueOrDefault(line) + (weight * cohort.OpeningFte.Value);
                    }
                }
            }
        }

        return sums;
    }

    /// <summary>A place and those above it, each with the share of it that is counted there; one that is reached twice stands twice.</summary>
    internal static IEnumerable<(int Place, double Weight)> Above(NationalModel model, int place, double weight = 1) =>
        model.Places[place].Parents
            .SelectMany(parent => Above(model, parent.Place, weight * parent.Weight))
            .Prepend((place, weight));
}
