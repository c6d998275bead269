using Cadre.Core.Words;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Frameworks;

/// <summary>What overrides a row of the register: a scenario's other values, and rows of the same parameter for a part of its scope.</summary>
/// <param name="model">The model.</param>
/// <param name="scenario">The scenario.</param>
public sealed class OverridingRows(NationalModel model, ScenarioEntry scenario)
{
    /// <summary>Rows that are named; more are counted.</summary>
    private const int Named = 3;

    private readonly ILookup<Parameter, int> _rows = Enumerable.Range(0, model.Assumptions.Count).ToLookup(row => model.Assumptions[row].Parameter);
    private readonly HashSet<int>[] _above = [.. Enumerable.Range(0, model.Places.Count).Select(place => WayUp.FromPlace(model.Places, place).ToHashSet())];

    /// <summary>What overrides a row; nothing where nothing does.</summary>
    /// <param name="row">Index of the row.</param>
    public string Of(int row)
    {
        var parts = new List<string>();
        if (scenario.Changes.FirstOrDefault(change => change.Row == row) is { } change)
        {
            var (central, range) = Figures.OfAssumption(change.Assumption);
            parts.Add($"scenario {scenario.Scenario.Name}: {central} ({range}){(change.Reason.Length > 0 ? $", {change.Reason}" : "")}");
        }

        string[] ids = [.. Within(row).Select(other => model.Assumptions[other].Id)];
        if (ids.Length > 0) parts.Add(string.Join(", ", ids.Take(Named)) + (ids.Length > Named ? $" and {ids.Length - Named} more" : ""));
        return string.Join("; ", parts);
    }

    /// <summary>The rows of the same parameter that rule within a row's scope instead of it.</summary>
    /// <param name="row">Index of the row.</param>
    public IEnumerable<int> Within(int row) => _rows[model.Assumptions[row].Parameter].Where(other => other != row && IsWithin(model.Assumptions[other], model.Assumptions[row]));

    /// <summary>Whether a row of the same parameter is for a part of what another is for.</summary>
    private bool IsWithin(Assumption part, Assumption whole) =>
        part.Supply == whole.Supply && part.Conversion == whole.Conversion
        && Covers(whole.Stage, part.Stage) && Covers(whole.Service, part.Service)
        && (whole.Place is not { } place || (part.Place is { } own && _above[own].Contains(place)))
        && (whole.StaffGroup is not { } group || (part.StaffGroup is { } narrower && WayUp.FromStaffGroup(model.StaffGroups, narrower).Contains(group)));

    private static bool Covers(int? whole, int? part) => whole is null || whole == part;
}
