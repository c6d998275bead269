namespace Cadre.Engine.Model;

/// <summary>
/// Which row of the register rules where: of the rows that apply, the one that every other applicable row
/// contains (docs/method.md section 4).
/// </summary>
public static class AssumptionResolver
{
    /// <summary>The row for each cohort.</summary>
    /// <param name="model">A model with its places, staff groups, cohorts and assumptions.</param>
    /// <param name="parameter">A parameter that is resolved per cohort.</param>
    /// <returns>By cohort: index in <see cref="NationalModel.Assumptions"/>, -1 where no row applies.</returns>
    public static int[] ForCohorts(NationalModel model, Parameter parameter)
    {
        var scopes = new CohortScopes(model, Rows(model, parameter));
        var ruling = new int?[scopes.Kinds];
        return [.. model.Cohorts.Select(cohort => ruling[scopes.KindOf(cohort)] ??= MostSpecific(scopes.Of(cohort)))];
    }

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
        var ruling = -1;
        foreach (var row in Rows(model, parameter))
        {
            var scope = model.Assumptions[row];
            if (scope.Supply == supply && (ruling < 0 ? scope.Stage is null || scope.Stage == stage : scope.Stage == stage && model.Assumptions[ruling].Stage != stage))
                ruling = row;
        }

        return ruling;
    }

    /// <summary>The row for a conversion.</summary>
    /// <param name="model">A model with its conversions and assumptions.</param>
    /// <param name="conversion">Index of the conversion.</param>
    /// <returns>Index in <see cref="NationalModel.Assumptions"/>, -1 where no row applies.</returns>
    public static int ForConversion(NationalModel model, int conversion) =>
        Rows(model, Parameter.Converting).Where(row => model.Assumptions[row].Conversion == conversion).FirstOrDefault(-1);

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
            if (applicable.Count < 2) continue;
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

    private static int MostSpecific(List<AssumptionScope> applicable)
    {
        AssumptionScope? best = null;
        foreach (var scope in applicable)
        {
            if (best is null || best.Value.Contains(scope))
                best = scope;
        }

        return best?.Row ?? -1;
    }

    /// <summary>By kind of cohort: the rows that apply. The one list is filled anew for each.</summary>
    private static IEnumerable<List<AssumptionScope>> ScopesOfCohorts(NationalModel model, Parameter parameter)
    {
        var scopes = new CohortScopes(model, Rows(model, parameter));
        var isDone = new bool[scopes.Kinds];
        foreach (var cohort in model.Cohorts)
        {
            if (isDone[scopes.KindOf(cohort)]) continue;
            isDone[scopes.KindOf(cohort)] = true;
            yield return scopes.Of(cohort);
        }
    }

    private static IEnumerable<List<AssumptionScope>> ScopesOfStaffGroups(NationalModel model, Parameter parameter)
    {
        var rows = Rows(model, parameter);
        for (var g = 0; g < model.StaffGroups.Count; g++)
        {
            int[] groups = [.. WayUp.FromStaffGroup(model.StaffGroups, g)];
            yield return
            [
                .. rows
                    .Select(row => new AssumptionScope(row, AssumptionScope.Everywhere, AssumptionScope.Everywhere, AssumptionScope.Steps(groups, model.Assumptions[row].StaffGroup)))
                    .Where(scope => scope.Applies),
            ];
        }
    }

    /// <summary>The rows about a parameter, in the order of the register.</summary>
    private static List<int> Rows(NationalModel model, Parameter parameter)
    {
        var rows = new List<int>();
        for (var row = 0; row < model.Assumptions.Count; row++)
        {
            if (model.Assumptions[row].Parameter == parameter) rows.Add(row);
        }

        return rows;
    }
}
