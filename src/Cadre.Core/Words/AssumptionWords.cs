using Cadre.Engine.Model;

namespace Cadre.Core.Words;

/// <summary>Rows of the register as a person reads them.</summary>
public static class AssumptionWords
{
    /// <summary>Whom a row is about: London, Nurses; everybody.</summary>
    public static string ScopeOf(NationalModel model, Assumption row)
    {
        string[] of =
        [
            .. row.Place is { } place ? [model.Places[place].Name] : Array.Empty<string>(),
            .. row.Service is { } service ? [model.Services[service].Name] : Array.Empty<string>(),
            .. row.StaffGroup is { } group ? [model.StaffGroups[group].Name] : Array.Empty<string>(),
            .. row.Supply is { } supply ? [model.Sources[supply].Name] : Array.Empty<string>(),
            .. row is { Supply: { } from, Stage: { } stage } ? [model.Sources[from].Stages[stage].Name] : Array.Empty<string>(),
            .. row.Conversion is { } conversion ? [model.Conversions[conversion].Name] : Array.Empty<string>(),
        ];
        return of.Length == 0 ? "everybody" : string.Join(", ", of);
    }
}
