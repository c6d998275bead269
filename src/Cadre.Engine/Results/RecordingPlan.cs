using Cadre.Engine.Model;
using Cadre.Engine.Simulation;

namespace Cadre.Engine.Results;

/// <summary>
/// What a run keeps of every future, and which lines can be read from it. Kept are sums over the cohorts that nation and regions count
/// alike, every month, and each cohort in the sampled months; a line is a weighted sum of these: nation and regions every month, systems
/// and trusts in the sampled months. A line that no cohort feeds cannot be read. Where the model has employers of more than one sector,
/// nation and regions are told apart by sector too.
/// </summary>
internal sealed class RecordingPlan
{
    /// <summary>The measures kept; the vacancy rate is worked out from two of them.</summary>
    public static readonly Measure[] Kept =
        [Measure.Heads, Measure.Fte, Measure.Posts, Measure.Vacancies, Measure.OverEstablishment, Measure.Joiners, Measure.Leavers, Measure.Moves, Measure.Cover];

    private readonly NationalModel _model;
    private readonly EmployerSectors _sectors;
    private readonly bool _detail;
    private readonly int _everybody;
    private readonly Dictionary<Line, RecordedTerm[]> _monthly;
    private readonly Dictionary<Line, RecordedTerm[]> _sampled;
    private readonly Dictionary<NeedSum, RecordedTerm[]> _needStaff = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _sampleAt;
    private readonly bool[] _needed;
    private readonly Dictionary<int, double>[] _placesAbove;
    private readonly RecordedFigure[] _nationByMonth;

    public RecordingPlan(NationalModel model, int months, bool detail, bool monthly = false)
    {
        (_model, _sectors, _detail, _everybody, Months) = (model, model.Sectors, detail, model.Everybody, months);
        TellsSectorsApart = _sectors.All.Count > 1;
        _sampleAt = SampleOrdinals(model, months, detail, monthly);
        Samples = _sampleAt.Count(ordinal => ordinal >= 0);
        _placesAbove = [.. model.Places.Select((_, place) => WeightsAbove(place))];
        Sums = [.. model.Cohorts.Index().GroupBy(cohort => KeyOf(cohort.Item)).Select(alike => alike.Select(cohort => cohort.Index).ToArray())];
        NeedSums = NeedSum.Of(model, PlacesAbove);
        _needed = new bool[model.Cohorts.Count];
        foreach (var part in NeedSums.Where(sum => !sum.IsWholeLine).SelectMany(sum => sum.Parts).Where(part => part.Cohort >= 0))
            _needed[part.Cohort] = true;
        Stride = Kept.Length + (_needed.Contains(true) ? 1 : 0);
        CohortsAt = Sums.Length * months * Stride;
        Size = CohortsAt + (model.Cohorts.Count * Samples * Stride);
        (_monthly, _sampled) = (LinesOfSums(), LinesOfCohorts());
        FindNeedStaff();
        _nationByMonth = [.. Enumerable.Range(1, months).Select(month => Find(new Line(model.Nation, null, model.Everybody), month) ?? new RecordedFigure([], 0))];
    }

    /// <summary>Months of the run.</summary>
    public int Months { get; }

    /// <summary>Whether nation and regions are kept by sector too.</summary>
    public bool TellsSectorsApart { get; }

    /// <summary>Length of a future's record.</summary>
    public int Size { get; }

    /// <summary>The sums that are kept every month: the cohorts of each, in the order of the model.</summary>
    public int[][] Sums { get; }

    /// <summary>How many numbers a sum or cohort has in a month: <see cref="Kept"/>, and where there is need the FTE of those who have one.</summary>
    public int Stride { get; }

    /// <summary>The rows of need.</summary>
    public IReadOnlyList<NeedSum> NeedSums { get; }

    /// <summary>The lines of nation and regions.</summary>
    public IEnumerable<Line> MonthlyLines => _monthly.Keys;

    /// <summary>The lines of systems and trusts.</summary>
    public IEnumerable<Line> SampledLines => _sampled.Keys;

    /// <summary>Where the cohorts' part of a record begins.</summary>
    private int CohortsAt { get; }

    private int Samples { get; }

    /// <summary>Where the sums of a month begin: lines of one month are read together.</summary>
    private int AtMonth(int month) => (month - 1) * Sums.Length * Stride;

    /// <summary>Where a sampled month begins in the cohorts' part.</summary>
    private int AtSample(int month) => _sampleAt[month - 1] * _model.Cohorts.Count * Stride;

    /// <summary>Whether month <paramref name="month"/> of systems and trusts is kept.</summary>
    public bool IsSampled(int month) => _sampleAt[month - 1] >= 0;

    /// <summary>Whether the staff of a cohort are kept apart as those who have a need.</summary>
    public bool IsNeeded(int cohort) => _needed[cohort];

    /// <summary>Where a month of a sum begins in a record.</summary>
    public int AtSum(int sum, int month) => AtMonth(month) + (sum * Stride);

    /// <summary>Where a sampled month of a cohort begins in a record.</summary>
    public int AtCohort(int cohort, int month) => CohortsAt + AtSample(month) + (cohort * Stride);

    /// <summary>Where a line and month are read; null when they are not kept.</summary>
    public RecordedFigure? Find(Line line, int month)
    {
        if (month < 1 || month > Months) return null;
        if (_monthly.TryGetValue(line, out var sums)) return new RecordedFigure(sums, AtMonth(month));
        if (_sampled.TryGetValue(line, out var cohorts) && IsSampled(month)) return new RecordedFigure(cohorts, AtSample(month));
        return null;
    }

    /// <summary>Where the staff of a row of need are read, FTE; null where they are a line of their own or are not kept.</summary>
    public RecordedFigure? FindStaff(NeedSum sum, int month) =>
        _needStaff.TryGetValue(sum, out var terms) ? new RecordedFigure(terms, AtMonth(month) + Kept.Length) : null;

    /// <summary>Every line and month kept, in the order of percentiles.csv: month, then nation to trusts.</summary>
    public IEnumerable<(int Month, Line Line, RecordedFigure Figure)> Figures()
    {
        Line[] lines = [.. MonthlyLines.Concat(SampledLines).OrderBy(line => _model.Places[line.Place].Level).ThenBy(line => line.Place).ThenBy(line => line.Service ?? -1).ThenBy(line => line.StaffGroup).ThenBy(line => line.Sector)];
        return
            from month in Enumerable.Range(1, Months)
            from line in lines
            where IsListed(line, month)
            let figure = Find(line, month)
            where figure is not null
            select (month, line, figure.Value);
    }

    /// <summary>The cohorts that a line adds up, and how much of each counts.</summary>
    public IEnumerable<(int Cohort, double Weight)> CohortsOf(Line line) =>
        from cohort in _model.Cohorts.Index()
        where line.Service is null || cohort.Item.Service == line.Service
        where line.Sector is not { } wanted || (_model.Places[cohort.Item.Place].Sector is { } own && _sectors.CountedIn(own).Contains(wanted))
        where WayUp.FromStaffGroup(_model.StaffGroups, cohort.Item.StaffGroup).Contains(line.StaffGroup)
        let weight = _placesAbove[cohort.Item.Place].GetValueOrDefault(line.Place)
        where weight > 0
        select (cohort.Index, weight);

    /// <summary>The same of a line that is kept, at once: each cohort of its sums.</summary>
    public IEnumerable<(int Cohort, double Weight)> KeptCohortsOf(Line line) => _monthly.TryGetValue(line, out var sums)
        ? sums.SelectMany(term => Sums[term.At / Stride].Select(cohort => (cohort, term.Weight)))
        : _sampled[line].Select(term => ((term.At - CohortsAt) / Stride, term.Weight));

    /// <summary>
    /// Whether a line is in the tables of a month. What tells services or sectors apart within a region, or both within the nation, is there in the sampled
    /// months alone, and what tells services and staff groups apart within a system or trust in a detailed run alone: there are many times as many of these
    /// lines as of all others, and few are read month by month.
    /// </summary>
    public bool IsListed(Line line, int month)
    {
        if (!_model.Places[line.Place].IsNationOrRegion) return _detail || line.Service is null || line.StaffGroup == _everybody;
        var parts = (line.Service is null ? 0 : 1) + (line.Sector is null ? 0 : 1);
        return parts <= (line.Place == _model.Nation ? 1 : 0) || IsSampled(month);
    }

    /// <summary>Writes a month of all cohorts to a future's record.</summary>
    public void Record(ReadOnlySpan<CohortMonth> cohorts, int month, double[] record)
    {
        for (var sum = 0; sum < Sums.Length; sum++)
        {
            var kept = record.AsSpan(AtSum(sum, month), Stride);
            kept.Clear();
            foreach (var c in Sums[sum])
                Add(c, cohorts[c], kept);
        }

        if (IsSampled(month))
        {
            for (var c = 0; c < cohorts.Length; c++)
            {
                var kept = record.AsSpan(AtCohort(c, month), Stride);
                kept.Clear();
                Add(c, cohorts[c], kept);
            }
        }

        Invariants.CheckNation(cohorts, Read(record, _nationByMonth[month - 1], Measure.Heads), month);
    }

    /// <summary>A measure of a figure in one record.</summary>
    public static double Read(double[] record, RecordedFigure figure, Measure measure)
    {
        if (measure == Measure.VacancyRate) return Rate(Read(record, figure, Measure.Vacancies), Read(record, figure, Measure.Posts));
        return Read(record, figure with { Offset = figure.Offset + Array.IndexOf(Kept, measure) });
    }

    /// <summary>What stands at a figure's first place in one record.</summary>
    public static double Read(double[] record, RecordedFigure figure)
    {
        double sum = 0;
        foreach (var (at, weight) in figure.Terms)
            sum += weight * record[at + figure.Offset];
        return sum;
    }

    /// <summary>Vacancies over posts; 0 where there are no posts.</summary>
    public static double Rate(double vacancies, double posts) => posts > 0 ? vacancies / posts : 0;

    /// <summary>The heads of the nation in a month, as lines add them up.</summary>
    public RecordedFigure NationIn(int month) => _nationByMonth[month - 1];

    /// <summary>The place itself and everything above it, with the share of it that each counts.</summary>
    public Dictionary<int, double> PlacesAbove(int place) => _placesAbove[place];

    private void Add(int c, in CohortMonth month, Span<double> kept)
    {
        kept[0] += month.Closing.Heads;
        kept[1] += month.Closing.Fte;
        kept[2] += month.Posts;
        kept[3] += month.Vacancies;
        kept[4] += month.OverEstablishment;
        kept[5] += month.Joiners.Heads;
        kept[6] += month.Leavers.Heads;
        kept[7] += month.MovesIn.Heads - month.MovesOut.Heads + month.Adjustment.Heads;
        kept[8] += month.Cover;
        if (_needed[c]) kept[^1] += month.Closing.Fte;
    }

    /// <summary>Cohorts with the same key are counted alike by every line of nation and regions.</summary>
    private string KeyOf(Cohort cohort)
    {
        var weights = _placesAbove[cohort.Place].Where(above => _model.Places[above.Key].IsNationOrRegion).OrderBy(above => above.Key).Select(above => $"{above.Key}*{above.Value:R}");
        return $"{cohort.StaffGroup}/{cohort.Service}/{(TellsSectorsApart ? _model.Places[cohort.Place].Sector : null)}/{string.Join('+', weights)}";
    }

    private Dictionary<Line, RecordedTerm[]> LinesOfSums()
    {
        var lines = new Dictionary<Line, List<RecordedTerm>>();
        for (var sum = 0; sum < Sums.Length; sum++)
        {
            var cohort = _model.Cohorts[Sums[sum][0]];
            EmployerSector?[] sectors = TellsSectorsApart && _model.Places[cohort.Place].Sector is { } sector ? [null, .. _sectors.CountedIn(sector)] : [null];
            foreach (var (place, weight) in _placesAbove[cohort.Place].Where(above => _model.Places[above.Key].IsNationOrRegion))
                AddTerms(lines, place, cohort, sectors, new RecordedTerm(sum * Stride, weight));
        }

        return lines.ToDictionary(line => line.Key, line => line.Value.ToArray());
    }

    private Dictionary<Line, RecordedTerm[]> LinesOfCohorts()
    {
        var lines = new Dictionary<Line, List<RecordedTerm>>();
        foreach (var (c, cohort) in _model.Cohorts.Index())
        {
            foreach (var (place, weight) in _placesAbove[cohort.Place].Where(above => !_model.Places[above.Key].IsNationOrRegion))
                AddTerms(lines, place, cohort, [null], new RecordedTerm(CohortsAt + (c * Stride), weight));
        }

        return lines.ToDictionary(line => line.Key, line => line.Value.ToArray());
    }

    private void AddTerms(Dictionary<Line, List<RecordedTerm>> lines, int place, Cohort cohort, EmployerSector?[] sectors, RecordedTerm term)
    {
        int?[] services = _model.Services.Count > 1 ? [null, cohort.Service] : [null];
        foreach (var line in from service in services
                             from @group in WayUp.FromStaffGroup(_model.StaffGroups, cohort.StaffGroup)
                             from sector in sectors
                             select new Line(place, service, @group, sector))
        {
            if (!lines.TryGetValue(line, out var terms)) lines.Add(line, terms = []);
            terms.Add(term);
        }
    }

    private void FindNeedStaff()
    {
        var sumOf = new int[_model.Cohorts.Count];
        foreach (var (sum, cohorts) in Sums.Index())
        {
            foreach (var c in cohorts)
                sumOf[c] = sum;
        }

        foreach (var need in NeedSums.Where(need => !need.IsWholeLine && _model.Places[need.Place].IsNationOrRegion))
            _needStaff[need] = [.. need.Parts.Where(part => part.Cohort >= 0).DistinctBy(part => sumOf[part.Cohort]).Select(part => new RecordedTerm(sumOf[part.Cohort] * Stride, part.Weight))];
    }

    private Dictionary<int, double> WeightsAbove(int place)
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

    private static int[] SampleOrdinals(NationalModel model, int months, bool detail, bool monthly)
    {
        var next = 0;
        return
        [
            .. Enumerable.Range(1, months).Select(month =>
                monthly || model.MonthAt(month).Month is 3 || (detail && model.MonthAt(month).Month % 3 == 0) ? next++ : -1),
        ];
    }
}
