using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Puts published rates into the register: in the place of the row of the same scope, whichever file has it, or as a new row of assumptions_imported.csv.</summary>
internal sealed class RegisterEdit(PublicationWork work)
{
    /// <summary>A rate that changes by more than this share of itself makes what was fitted to it stale.</summary>
    private const double LargeChange = 0.02;

    private readonly TableEdit _people = TableEdit.Read(work.Folder, FrameworkTables.Assumptions, "id");
    private readonly TableEdit _imported = TableEdit.Read(work.Folder, FrameworkTables.AssumptionsImported, "id");
    private readonly List<PublishedFigure> _figures = [];
    private readonly List<string> _stale = [];
    private readonly HashSet<string> _replaced = [];
    private readonly HashSet<string> _ids = [.. work.Framework.Register.Select(entry => entry.Assumption.Id)];

    /// <summary>The rates that were put, before and now.</summary>
    public IReadOnlyList<PublishedFigure> Figures => _figures;

    /// <summary>Puts a rate.</summary>
    public void Put(PublishedRate rate)
    {
        var (place, group) = (work.Model.Places[rate.Place], work.Model.StaffGroups[rate.StaffGroup]);
        var scope = place.Level == PlaceLevel.Nation ? "" : place.Code;
        var before = work.Framework.Register.FirstOrDefault(entry => IsOf(entry, rate));
        var table = before?.File == FrameworkTables.Assumptions.File ? _people : _imported;
        var row = before is null ? null : table.Find(before.Assumption.Id);
        var id = before?.Assumption.Id ?? NewId(rate.Parameter, group.Code, scope);
        string Kept(string column) => row?[column] ?? "";
        table.Put(
            id, rate.Parameter, row is null ? scope : Kept("place"), Kept("service"), group.Code, "", ParameterRule.Of(ParameterRule.Words[rate.Parameter]).Unit,
            rate.Low, rate.Central, rate.High, "pert", Kept("correlation_group"), Kept("correlation"),
            work.Grade(Grade.C), work.Source, work.KnownOn, Kept("review"), NoteOf(rate));
        _figures.Add(new PublishedFigure(
            $"{group.Name}, {place.Name}: {(rate.Parameter == "leaving_rate" ? "leaving" : "net change")}",
            before is null ? "" : Percent(before.Central), Percent(rate.Central), $"{Percent(rate.Low)} to {Percent(rate.High)}", rate.From));
        if (before is not null)
            _replaced.Add(id);
        if (before is not null && Math.Abs(rate.Central - before.Central) > LargeChange * Math.Max(1, Math.Abs(before.Central)))
            _stale.Add($"{id} ({Percent(before.Central)} to {Percent(rate.Central)})");
        else if (before is null)
            _stale.Add($"{id} (new, {Percent(rate.Central)})");
    }

    /// <summary>Writes the files of the register that hold changed rows.</summary>
    /// <param name="fromRows">Rows of the publication that stand behind them.</param>
    public List<WrittenTable> Save(int fromRows)
    {
        if (_figures.Count == 0)
            return [];
        WrittenTable[] tables = [_people.Save(work.Folder, fromRows), _imported.Save(work.Folder, fromRows)];
        return [.. tables.Where(table => table.Added + table.Changed + table.Removed > 0 || table.File == FrameworkTables.AssumptionsImported.File)];
    }

    /// <summary>What was made for the rates before.</summary>
    public List<string> NoLongerFits()
    {
        const int most = 6;
        var sentences = new List<string>();
        if (_stale.Count > 0)
        {
            var more = _stale.Count > most ? $" and {_stale.Count - most} more" : "";
            sentences.Add(
                "Supply was fitted to the rates before and is as it was (scales.csv, seasons.csv, supply.csv): with other rates of leaving it brings too many or too few joiners. "
                + $"Rates that are new or changed: {string.Join(", ", _stale.Take(most))}{more}.");
        }

        bool IsReplaced(ChangeEntry change) => _replaced.Contains(work.Framework.Register[change.Row].Assumption.Id);
        string[] scenarios = [.. work.Framework.Scenarios.Where(entry => entry.Changes.Any(IsReplaced)).Select(entry => entry.Scenario.Name)];
        if (scenarios.Length > 0)
            sentences.Add($"Scenarios that give these rates values of their own, made for the rates before: {string.Join(", ", scenarios)}.");
        if (File.Exists(Path.Combine(work.Folder, FrameworkTables.ImportFile)))
            sentences.Add("Another import with --data makes assumptions_imported.csv anew, without these rows.");
        return sentences;
    }

    private bool IsOf(AssumptionEntry entry, PublishedRate rate)
    {
        var row = entry.Assumption;
        var isPlace = row.Place is { } place ? place == rate.Place : work.Model.Places[rate.Place].Level == PlaceLevel.Nation;
        return isPlace && row.StaffGroup == rate.StaffGroup && (row.Service is null || work.Model.Services.Count == 1) && ParameterRule.Of(row.Parameter).Word == rate.Parameter;
    }

    private string NewId(string parameter, string group, string place)
    {
        var id = $"{parameter}.{group}{(place.Length > 0 ? $".{place}" : "")}";
        while (!_ids.Add(id))
            id += ".published";
        return id;
    }

    private string NoteOf(PublishedRate rate)
    {
        var (what, least) = rate.Parameter == "leaving_rate"
            ? ("leavers over the mean of staff at start and end", $"a factor of {Plain(work.Columns.LeavingFactor)}")
            : ("joiners less leavers over the mean of staff at start and end", $"{Plain(work.Columns.NetChangePoints)} points");
        return $"{what}, FTE, {rate.From}; range: the published years, on each side at least {least}; all NHS trusts, not mental-health trusts alone";
    }

    private static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double value) => $"{value.ToString("0.00", CultureInfo.InvariantCulture)}%";
}
