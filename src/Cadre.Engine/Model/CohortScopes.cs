namespace Cadre.Engine.Model;

/// <summary>
/// Which of some rows of the register apply to each cohort. Most rows name a place, so that few come into question for a cohort; where none
/// names a place (or service), cohorts that differ in theirs alone are of one kind.
/// </summary>
internal sealed class CohortScopes
{
    private readonly NationalModel _model;
    private readonly bool _namePlaces;
    private readonly bool _nameServices;
    private readonly List<int> _everywhere = [];
    private readonly List<int>?[] _rowsOf;
    private readonly int[][] _groupsUp;
    private readonly int[]?[] _placesUp;
    private readonly int[]?[] _rowsAt;
    private readonly List<AssumptionScope> _scopes = [];

    /// <param name="model">A model with its places, staff groups, cohorts and assumptions.</param>
    /// <param name="rows">Indexes of the rows, in ascending order.</param>
    public CohortScopes(NationalModel model, List<int> rows)
    {
        _model = model;
        _rowsOf = new List<int>?[model.Places.Count];
        foreach (var row in rows)
        {
            _nameServices |= model.Assumptions[row].Service is not null;
            (model.Assumptions[row].Place is { } place ? _rowsOf[place] ??= [] : _everywhere).Add(row);
        }

        _namePlaces = _everywhere.Count < rows.Count;
        _groupsUp = [.. model.StaffGroups.Select((_, group) => WayUp.FromStaffGroup(model.StaffGroups, group).ToArray())];
        _placesUp = new int[]?[model.Places.Count];
        _rowsAt = new int[]?[model.Places.Count];
    }

    /// <summary>How many kinds of cohort there may be.</summary>
    public int Kinds => (_namePlaces ? _model.Places.Count : 1) * (_nameServices ? _model.Services.Count : 1) * _model.StaffGroups.Count;

    /// <summary>The kind of a cohort: the rows apply alike to cohorts of one kind.</summary>
    public int KindOf(Cohort cohort)
    {
        var place = _namePlaces ? cohort.Place : 0;
        var atService = _nameServices ? (place * _model.Services.Count) + cohort.Service : place;
        return (atService * _model.StaffGroups.Count) + cohort.StaffGroup;
    }

    /// <summary>The rows that apply to a cohort, in the order of the register. The one list is filled anew at each call.</summary>
    public List<AssumptionScope> Of(Cohort cohort)
    {
        var places = _placesUp[cohort.Place] ??= [.. WayUp.FromPlace(_model.Places, cohort.Place)];
        _scopes.Clear();
        foreach (var index in _rowsAt[cohort.Place] ??= [.. places.SelectMany(place => _rowsOf[place] ?? []).Concat(_everywhere).Order()])
        {
            var row = _model.Assumptions[index];
            var service = row.Service is { } named ? named == cohort.Service ? 0 : -1 : AssumptionScope.Everywhere;
            var scope = new AssumptionScope(index, AssumptionScope.Steps(places, row.Place), service, AssumptionScope.Steps(_groupsUp[cohort.StaffGroup], row.StaffGroup));
            if (scope.Applies) _scopes.Add(scope);
        }

        return _scopes;
    }
}
