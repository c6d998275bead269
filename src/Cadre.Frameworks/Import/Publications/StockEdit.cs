using Cadre.Engine.Model;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Puts published FTE into stock.csv cohort by cohort; heads are at the FTE of a head that the trust's staff group had.</summary>
internal sealed class StockEdit(PublicationWork work)
{
    /// <summary>A staff group that changes by more than this share makes candidates and targets stale.</summary>
    private const double LargeChange = 0.2;
    private const int MostNamed = 5;
    private const int MostTrusts = 10;

    private readonly TableEdit _stock = TableEdit.Read(work.Folder, FrameworkTables.Stock, "place", "service", "staff_group");
    private readonly Dictionary<(int Place, int Service, int StaffGroup), double> _now =
        work.Model.Cohorts.ToDictionary(cohort => (cohort.Place, cohort.Service, cohort.StaffGroup), cohort => cohort.OpeningFte.Value);

    private readonly HashSet<int> _places = [];
    private readonly List<string> _kept = [];

    /// <summary>By cohort the table that does not check without it.</summary>
    private readonly Lazy<Dictionary<CohortCodes, string>> _needed = new(() => NeededBy(work));

    /// <summary>FTE of a trust's staff group in every service, as it was.</summary>
    public double Before(int place, int group) => Cohorts(place, group).Sum(cohort => cohort.OpeningFte.Value);

    /// <summary>Cohorts of a trust's staff group, as they were.</summary>
    public IEnumerable<Cohort> Cohorts(int place, int group) => work.Model.Cohorts.Where(cohort => cohort.Place == place && cohort.StaffGroup == group);

    /// <summary>
    /// Sets the FTE of a cohort; 0 takes it out, unless it was 0 before or another table needs it: services that are planned and new roles open empty.
    /// </summary>
    public void Put(int place, int service, int group, double fte, Grade grade, string note)
    {
        _places.Add(place);
        if (fte == 0 && _now.GetValueOrDefault((place, service, group)) == 0)
            return;
        _now[(place, service, group)] = fte;
        string[] key = [work.Model.Places[place].Code, work.Model.Services[service].Code, work.Model.StaffGroups[group].Code];
        if (fte > 0)
        {
            var ofHead = FtePerHead(place, group);
            var noted = FormattableString.Invariant($"{note}; heads at {ofHead:0.###} FTE of a head, as before");
            _stock.Put(key[0], key[1], key[2], fte / ofHead, fte, work.Source, work.Grade(grade), work.KnownOn, noted);
        }
        else if (_needed.Value.TryGetValue(new CohortCodes(key[0], key[1], key[2]), out var table))
        {
            _stock.Put(key[0], key[1], key[2], "0", "0", work.Source, work.Grade(grade), work.KnownOn, $"{note}; kept at 0: {table} has it");
        }
        else
        {
            _stock.Remove(key);
        }
    }

    /// <summary>Names a cohort that the publication says nothing of: it stays as it was.</summary>
    public void Keep(Cohort cohort)
    {
        if (cohort.OpeningFte.Value > 0)
            _kept.Add($"{NameOf(cohort)} ({PublicationWork.Shown(cohort.OpeningFte.Value)} FTE)");
    }

    /// <summary>Staff groups before and now.</summary>
    public List<PublishedFigure> Figures() =>
    [
        .. work.Model.StaffGroups.Index().Where(group => work.Codes.IsLeaf(group.Index)).Select(group => (group.Item.Name, Was: Was(group.Index), Now: Now(group.Index)))
            .Where(group => group.Was > 0 || group.Now > 0)
            .Select(group => new PublishedFigure(group.Name, PublicationWork.Shown(group.Was), PublicationWork.Shown(group.Now), "", "FTE of every trust")),
        .. work.Model.Services.Count == 1 ? [] : work.Model.Services.Index().Select(service => new PublishedFigure(
            $"Service: {service.Item.Name}", PublicationWork.Shown(work.Model.Cohorts.Where(cohort => cohort.Service == service.Index).Sum(cohort => cohort.OpeningFte.Value)),
            PublicationWork.Shown(_now.Where(cohort => cohort.Key.Service == service.Index).Sum(cohort => cohort.Value)), "", "FTE of every trust")),
    ];

    /// <summary>Writes stock.csv and, where it is asked for, place_rates.csv and adjustments.csv for its cohorts.</summary>
    /// <param name="fromRows">Rows of the publication that stand behind it.</param>
    public List<WrittenTable> Save(int fromRows)
    {
        if (_places.Count == 0)
            return [];
        List<WrittenTable> tables = [_stock.Save(work.Folder, fromRows)];
        if (!work.Options.MatchPlaceRates)
            return tables;
        HashSet<CohortCodes> cohorts = [.. _stock.Rows.Select(CohortCodes.Of)];
        tables.Add(SavePlaceRates(cohorts));
        if (CohortTables.SaveAdjustments(work.Folder, row => !cohorts.Contains(CohortCodes.Of(row))) is { } adjustments)
            tables.Add(adjustments);
        return tables;
    }

    /// <summary>What was made for the staff before.</summary>
    public List<string> NoLongerFits()
    {
        var sentences = new List<string>();
        string[] changed =
        [
            .. work.Model.StaffGroups.Index().Where(group => work.Codes.IsLeaf(group.Index) && Math.Abs(Now(group.Index) - Was(group.Index)) > LargeChange * Was(group.Index))
                .Select(group => $"{group.Item.Name} ({PublicationWork.Shown(Was(group.Index))} FTE before, {PublicationWork.Shown(Now(group.Index))} now)"),
        ];
        if (changed.Length > 0)
        {
            string[] tables = [.. StaffListSummary.OfASize.Select(table => table.File).Where(file => File.Exists(Path.Combine(work.Folder, file)))];
            sentences.Add(
                $"Changed by more than 20%: {string.Join("; ", changed.Take(MostNamed))}{More(changed.Length, MostNamed)}. Still of the size of the staff before: "
                + $"{string.Join(", ", tables)}, and assumptions that are heads; until they fit, a run has candidates and joiners of the old size.");
        }

        int[] kept = [.. work.Model.Cohorts.Select(cohort => cohort.Place).Distinct().Where(place => !_places.Contains(place))];
        if (kept.Length > 0)
        {
            var (trusts, keep) = kept.Length == 1 ? ("trust", "keeps its") : ("trusts", "keep their");
            var codes = string.Join(", ", kept.Take(MostTrusts).Select(place => work.Model.Places[place].Code));
            sentences.Add($"{kept.Length} {trusts} without a row that is used {keep} stock: {codes}{More(kept.Length, MostTrusts)}.");
        }

        if (_kept.Count > 0)
        {
            sentences.Add(
                $"Kept as before, without a row of the trust's staff group in the file (absent is not 0; a row with 0 makes it 0): {PublicationWork.Listed(_kept)}.");
        }

        sentences.Add("Ages, rates, headcount and all that is fitted are as they were.");
        return sentences;
    }

    private static string More(int count, int named) => count > named ? $" and {count - named} more" : "";

    private double Was(int group) => work.Model.Cohorts.Where(cohort => cohort.StaffGroup == group).Sum(cohort => cohort.OpeningFte.Value);

    private double Now(int group) => _now.Where(cohort => cohort.Key.StaffGroup == group).Sum(cohort => cohort.Value);

    /// <summary>FTE of a head: of the trust's staff group, else of the staff group, else as its ages have it.</summary>
    private double FtePerHead(int place, int group)
    {
        Cohort[] ofTrust = [.. Cohorts(place, group)];
        Cohort[] ofGroup = [.. work.Model.Cohorts.Where(cohort => cohort.StaffGroup == group)];
        foreach (var cohorts in new[] { ofTrust, ofGroup })
        {
            var heads = cohorts.Sum(cohort => cohort.OpeningHeads.Value);
            if (heads > 0)
                return cohorts.Sum(cohort => cohort.OpeningFte.Value) / heads;
        }

        return work.Model.StaffGroups[group].AgeBands.Sum(band => band.StockShare * band.FtePerHead);
    }

    private string NameOf(Cohort cohort) =>
        $"{work.Model.Places[cohort.Place].Code}/{work.Model.Services[cohort.Service].Code}/{work.Model.StaffGroups[cohort.StaffGroup].Code}";

    private static Dictionary<CohortCodes, string> NeededBy(PublicationWork work)
    {
        var needed = new Dictionary<CohortCodes, string>();
        foreach (var table in new[] { FrameworkTables.PlannedPosts, FrameworkTables.Transfers })
        {
            foreach (var row in TableEdit.Read(work.Folder, table, "place", "service", "staff_group").Rows)
                needed.TryAdd(CohortCodes.Of(row), table.File);
        }

        return needed;
    }

    /// <summary>A new cohort has the rates of its staff group in another service of the trust, or 1 and 1, which change nothing.</summary>
    private WrittenTable SavePlaceRates(HashSet<CohortCodes> cohorts)
    {
        var before = TableEdit.Read(work.Folder, FrameworkTables.PlaceRates, "place", "service", "staff_group").Rows
            .GroupBy(row => (row["place"], row["staff_group"])).ToDictionary(rows => rows.Key, rows => rows.First());
        return CohortTables.SavePlaceRates(work.Folder, row => !cohorts.Contains(CohortCodes.Of(row)), cohorts, CellsOf);

        object[] CellsOf(CohortCodes cohort)
        {
            var like = before.GetValueOrDefault((cohort.Place, cohort.StaffGroup));
            var note = like is null ? "new with the publication: 1 changes nothing" : $"as the staff group has it in the service {like["service"]} of the trust";
            return [like?["leaving_multiplier"] ?? "1", like?["attractiveness"] ?? "1", work.Source, "D", work.KnownOn, note];
        }
    }
}
