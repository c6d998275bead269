namespace Cadre.Engine.Model;

/// <summary>
/// Which row of the register rules where: of the rows that apply, the one that every other applicable row
/// contains (docs/method.md section 4).
/// </summary>
public static class AssumptionResolver
{
    private const int Everywhere = int.MaxValue;

    /// <summary>The row for each cohort.</summary>
    /// <param name="model">A model with its places, staff groups, cohorts and assumptions.</param>
    /// <param name="parameter">A parameter that is resolved per cohort.</param>
    /// <returns>By cohort: index in <see cref="NationalModel.Assumptions"/>, -1 where no row applies.</returns>
    public static int[] ForCohorts(NationalModel model, Parameter parameter) =>
        [.. ScopesOfCohorts(model, parameter).Select(MostSpecific)];

    /// <summary>The row for each staff group, whether it holds staff or only adds up others.</summary>
    /// <param name="model">A model with its staff groups and assumptions.</param>
    /// <param name="parameter">A parameter that is resolved per staff group.</param>
    /// <returns>By staff group: index in <see cref="NationalModel.Assumptions"/>, -1 where no row applies.</returns>
    public static int[] ForStaffGroups(NationalModel model, Parameter parameter) =>
        [.. ScopesOfStaffGroups(model, parameter).Select(MostSpecific)];

    /// <summary>The row for a stage of a source of candidates: one for the stage goes before one for the source.</summary>
    /// <param name="model">A model with its sources and assumptions.</param>
    /// <param name="parameter">A parameter of sources.</param>
    /// <param name="supply">Index of the source.</param>
    /// <param name="stage">Index of the stage; null for the source as a whole.</param>
    /// <returns>Index in <see cref="NationalModel.Assumptions"/>, -1 where no row applies.</returns>
    public static int ForSource(NationalModel model, Parameter parameter, int supply, int? stage)
    {
        var rows = Rows(model, parameter).Where(row => row.Assumption.Supply == supply && (row.Assumption.Stage is null || row.Assumption.Stage == stage)).ToList();
        return rows.Count == 0 ? -1 : rows.MaxBy(row => row.Assumption.Stage is not null).Index;
    }

    /// <summary>The row for a conversion.</summary>
    /// <param name="model">A model with its conversions and assumptions.</param>
    /// <param name="conversion">Index of the conversion.</param>
    /// <returns>Index in <see cref="NationalModel.Assumptions"/>, -1 where no row applies.</returns>
    public static int ForConversion(NationalModel model, int conversion) =>
        Rows(model, Parameter.Converting).Where(row => row.Assumption.Conversion == conversion).Select(row => row.Index).FirstOrDefault(-1);

    /// <summary>
    /// The pairs of rows that apply to one cohort (or staff group) and of which neither is more specific than the
    /// other. A model with such a pair has no answer, and the reader of frameworks refuses it.
    /// </summary>
    /// <param name="model">A model with its places, staff groups, cohorts and assumptions.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="perCohort">Whether the parameter is resolved per cohort.</param>
    /// <returns>Each pair once, the index of the earlier row first.</returns>
    public static IReadOnlyList<(int Earlier, int Later)> Ambiguities(NationalModel model, Parameter parameter, bool perCohort)
    {
        var pairs = new SortedSet<(int Earlier, int Later)>();
        foreach (var applicable in perCohort ? ScopesOfCohorts(model, parameter) : ScopesOfStaffGroups(model, parameter))
        {
            var ruling = MostSpecific(applicable);
            foreach (var one in applicable.Where(scope => scope.Row == ruling))
            {
                pairs.UnionWith(applicable
                    .Where(other => other.Row != one.Row && !(other.Contains(one) && !one.Contains(other)))
                    .Select(other => (Math.Min(one.Row, other.Row), Math.Max(one.Row, other.Row))));
            }
        }

        return [.. pairs];
    }

    private static int MostSpecific(List<Scope> applicable)
    {
        Scope? best = null;
        foreach (var scope in applicable)
        {
            if (best is null || best.Value.Contains(scope))
                best = scope;
        }

        return best?.Row ?? -1;
    }

    /// <summary>By cohort: the rows that apply, in the order of the register. Most rows name a place, so that few come into question for a cohort. The one list is filled anew for each.</summary>
    private static IEnumerable<List<Scope>> ScopesOfCohorts(NationalModel model, Parameter parameter)
    {
        var rows = Rows(model, parameter).ToLookup(row => row.Assumption.Place ?? Everywhere);
        int[][] groupsUp = [.. model.StaffGroups.Select((_, group) => WayUp.FromStaffGroup(model.StaffGroups, group).ToArray())];
        int[][] placesUp = [.. model.Places.Select((_, place) => WayUp.FromPlace(model.Places, place).ToArray())];
        (int Index, Assumption Assumption)[][] rowsAt = [.. placesUp.Select(wayUp => wayUp.Append(Everywhere).SelectMany(place => rows[place]).OrderBy(row => row.Index).ToArray())];
        var scopes = new List<Scope>();
        foreach (var cohort in model.Cohorts)
        {
            scopes.Clear();
            foreach (var (index, row) in rowsAt[cohort.Place])
            {
                var service = row.Service is { } named ? named == cohort.Service ? 0 : -1 : Everywhere;
                var scope = new Scope(index, Steps(placesUp[cohort.Place], row.Place), service, Steps(groupsUp[cohort.StaffGroup], row.StaffGroup));
                if (scope.Applies) scopes.Add(scope);
            }

            yield return scopes;
        }
    }

    private static IEnumerable<List<Scope>> ScopesOfStaffGroups(NationalModel model, Parameter parameter)
    {
        var rows = Rows(model, parameter);
        for (var g = 0; g < model.StaffGroups.Count; g++)
        {
            int[] groups = [.. WayUp.FromStaffGroup(model.StaffGroups, g)];
            yield return
            [
                .. rows
                    .Select(row => new Scope(row.Index, Everywhere, Everywhere, Steps(groups, row.Assumption.StaffGroup)))
                    .Where(scope => scope.Applies),
            ];
        }
    }

    private static (int Index, Assumption Assumption)[] Rows(NationalModel model, Parameter parameter) =>
        [.. model.Assumptions.Index().Where(row => row.Item.Parameter == parameter)];

    /// <summary>Steps on the way up to the place, service or group that a row names: -1 when it is not on the way.</summary>
    private static int Steps(int[] wayUp, int? named) => named is { } index ? Array.IndexOf(wayUp, index) : Everywhere;

    /// <summary>How far above a cohort a row's place, service and staff group lie.</summary>
    private readonly record struct Scope(int Row, int Place, int Service, int StaffGroup)
    {
        public bool Applies => Place >= 0 && Service >= 0 && StaffGroup >= 0;

        /// <summary>Whether everything that <paramref name="other"/> covers is covered by this row too.</summary>
        public bool Contains(Scope other) =>
            Place >= other.Place && Service >= other.Service && StaffGroup >= other.StaffGroup;
    }
}
