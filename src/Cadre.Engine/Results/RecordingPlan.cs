using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// Which sums over cohorts a run keeps, and where each stands in a future's record: nation and regions
/// every month, systems and trusts in the sampled months. A line that no cohort feeds has no place. Where the model has
/// employers of more than one sector, nation and regions are kept by sector too. After the lines come the staff of those who have a
/// need, for the nation and regions every month, where they are not a line by themselves.
/// </summary>
internal sealed class RecordingPlan
{
    /// <summary>The measures kept; the vacancy rate is worked out from two of them.</summary>
    public static readonly Measure[] Kept =
        [Measure.Heads, Measure.Fte, Measure.Posts, Measure.Vacancies, Measure.OverEstablishment, Measure.Joiners, Measure.Leavers, Measure.Moves, Measure.Cover];

    private readonly NationalModel _model;
    private readonly Dictionary<Line, int> _monthly = [];
    private readonly Dictionary<Line, int> _sampled = [];
    private readonly Contribution[][] _monthlyOf;
    private readonly Contribution[][] _sampledOf;
    private readonly int[] _sampleAt;
    private readonly Line _nation;
    private readonly NeedSum[] _needStaff;

    public RecordingPlan(NationalModel model, int months, bool detail)
    {
        (_model, Months) = (model, months);
        TellsSectorsApart = model.Sectors.Count > 1;
        _sampleAt = SampleOrdinals(model, months, detail);
        _monthlyOf = new Contribution[model.Cohorts.Count][];
        _sampledOf = new Contribution[model.Cohorts.Count][];
        for (var c = 0; c < model.Cohorts.Count; c++)
            AddCohort(c);
        _nation = new Line(model.Nation, null, model.Everybody);
        NeedSums = NeedSum.Of(model, PlacesAbove);
        _needStaff = [.. NeedSums.Where(sum => !sum.IsWholeLine && model.Places[sum.Place].IsNationOrRegion)];
        LinesSize = (_monthly.Count * months * Kept.Length) + (_sampled.Count * Samples * Kept.Length);
        Size = LinesSize + (_needStaff.Length * months);
    }

    /// <summary>Months of the run.</summary>
    public int Months { get; }

    /// <summary>Whether nation and regions are kept by sector too.</summary>
    public bool TellsSectorsApart { get; }

    /// <summary>Length of a future's record.</summary>
    public int Size { get; }

    /// <summary>The rows of need.</summary>
    public IReadOnlyList<NeedSum> NeedSums { get; }

    /// <summary>The lines of nation and regions.</summary>
    public IEnumerable<Line> MonthlyLines => _monthly.Keys;

    /// <summary>The lines of systems and trusts.</summary>
    public IEnumerable<Line> SampledLines => _sampled.Keys;

    /// <summary>Length of the lines' part of a record.</summary>
    private int LinesSize { get; }

    private int Samples => _sampleAt.Count(ordinal => ordinal >= 0);

    /// <summary>Whether month <paramref name="month"/> of systems and trusts is kept.</summary>
    public bool IsSampled(int month) => _sampleAt[month - 1] >= 0;

    /// <summary>Where the measures of a line and month begin in a record; null when they are not kept.</summary>
    public int? SlotOf(Line line, int month)
    {
        if (month < 1 || month > Months) return null;
        if (_monthly.TryGetValue(line, out var monthly)) return (((month - 1) * _monthly.Count) + monthly) * Kept.Length;
        if (_sampled.TryGetValue(line, out var sampled) && IsSampled(month)) return SampledSlot(month, sampled);
        return null;
    }

    /// <summary>Where the staff of a row of need stand in a record, FTE; null where they are not kept apart from a line's.</summary>
    public int? StaffSlotOf(NeedSum sum, int month) => Array.IndexOf(_needStaff, sum) is >= 0 and var at ? LinesSize + ((month - 1) * _needStaff.Length) + at : null;

    /// <summary>Every figure kept, in the order of percentiles.csv: month, then nation to trusts, then measure.</summary>
    public IEnumerable<(int Month, Line Line, Measure Measure)> Figures()
    {
        Line[] lines = [.. MonthlyLines.Concat(SampledLines).OrderBy(line => _model.Places[line.Place].Level).ThenBy(line => line.Place).ThenBy(line => line.Service ?? -1).ThenBy(line => line.StaffGroup).ThenBy(line => line.Sector)];
        var measures = Enum.GetValues<Measure>();
        return Enumerable.Range(1, Months)
            .SelectMany(month => lines.Where(line => SlotOf(line, month) is not null)
                .SelectMany(line => measures.Select(measure => (month, line, measure))));
    }

    /// <summary>Adds a month of all cohorts to a future's record.</summary>
    public void Record(ReadOnlySpan<CohortMonth> cohorts, int month, double[] record)
    {
        var monthly = (month - 1) * _monthly.Count * Kept.Length;
        var sampled = IsSampled(month) ? SampledSlot(month, 0) : -1;
        for (var c = 0; c < cohorts.Length; c++)
        {
            Add(cohorts[c], _monthlyOf[c], record.AsSpan(monthly));
            if (sampled >= 0) Add(cohorts[c], _sampledOf[c], record.AsSpan(sampled));
        }

        for (var i = 0; i < _needStaff.Length; i++)
        {
            foreach (var part in _needStaff[i].Parts)
            {
                if (part.Cohort >= 0) record[LinesSize + ((month - 1) * _needStaff.Length) + i] += part.Weight * cohorts[part.Cohort].Closing.Fte;
            }
        }

        Invariants.CheckNation(cohorts, Read(record, SlotOf(_nation, month)!.Value, Measure.Heads), month);
    }

    /// <summary>A measure of the line and month whose measures begin at <paramref name="slot"/>.</summary>
    public static double Read(double[] record, int slot, Measure measure)
    {
        if (measure != Measure.VacancyRate) return record[slot + Array.IndexOf(Kept, measure)];
        var posts = Read(record, slot, Measure.Posts);
        return posts > 0 ? Read(record, slot, Measure.Vacancies) / posts : 0;
    }

    private static void Add(in CohortMonth month, Contribution[] contributions, Span<double> record)
    {
        foreach (var (offset, weight) in contributions)
        {
            var slot = record.Slice(offset, Kept.Length);
            slot[0] += weight * month.Closing.Heads;
            slot[1] += weight * month.Closing.Fte;
            slot[2] += weight * month.Posts;
            slot[3] += weight * month.Vacancies;
            slot[4] += weight * month.OverEstablishment;
            slot[5] += weight * month.Joiners.Heads;
            slot[6] += weight * month.Leavers.Heads;
            slot[7] += weight * (month.MovesIn.Heads - month.MovesOut.Heads + month.Adjustment.Heads);
            slot[8] += weight * month.Cover;
        }
    }

    private int SampledSlot(int month, int line) =>
        ((Months * _monthly.Count) + (_sampleAt[month - 1] * _sampled.Count) + line) * Kept.Length;

    private void AddCohort(int c)
    {
        var cohort = _model.Cohorts[c];
        var (monthly, sampled) = (new List<Contribution>(), new List<Contribution>());
        int?[] services = _model.Services.Count > 1 ? [null, cohort.Service] : [null];
        foreach (var (place, weight) in PlacesAbove(cohort.Place))
        {
            var everyMonth = _model.Places[place].IsNationOrRegion;
            var (lines, to) = everyMonth ? (_monthly, monthly) : (_sampled, sampled);
            EmployerSector?[] sectors = everyMonth && TellsSectorsApart && _model.Places[cohort.Place].Sector is { } sector ? [null, sector] : [null];
            foreach (var line in LinesOf(place, services, cohort.StaffGroup, sectors))
            {
                if (!lines.TryGetValue(line, out var index)) lines.Add(line, index = lines.Count);
                to.Add(new Contribution(index * Kept.Length, weight));
            }
        }

        (_monthlyOf[c], _sampledOf[c]) = ([.. monthly], [.. sampled]);
    }

    private IEnumerable<Line> LinesOf(int place, int?[] services, int staffGroup, EmployerSector?[] sectors) =>
        from service in services
        from @group in WayUp.FromStaffGroup(_model.StaffGroups, staffGroup)
        from sector in sectors
        select new Line(place, service, @group, sector);

    /// <summary>The place itself and everything above it, with the share of it that each counts.</summary>
    public Dictionary<int, double> PlacesAbove(int place)
    {
        var weights = new Dictionary<int, double>();
        void Visit(int at, double weight)
        {
            weights[at] = weights.GetValueOrDefault(at) + weight;
            foreach (var parent in _model.Places[at].Parents)
                Visit(parent.Place, weight * parent.Weight);
        }

        Visit(place, 1);
        // The nation counts every cohort whole, whatever rounding the weights on the way up carry.
        weights[_model.Nation] = 1;
        return weights;
    }

    private static int[] SampleOrdinals(NationalModel model, int months, bool detail)
    {
        var next = 0;
        return
        [
            .. Enumerable.Range(1, months).Select(month =>
                model.MonthAt(month).Month is 3 || (detail && model.MonthAt(month).Month % 3 == 0) ? next++ : -1),
        ];
    }

    /// <param name="Offset">Where the line's measures begin within the month.</param>
    /// <param name="Weight">Share of the cohort that the line counts.</param>
    private readonly record struct Contribution(int Offset, double Weight);
}
