using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Words;

namespace Cadre.Web.Pages.Rounds;

/// <summary>Posts before and after a change of places, as a page shows them.</summary>
/// <param name="Basis">What the plans begin from.</param>
/// <param name="Name">Name of the place after.</param>
/// <param name="Pieces">What comes to it.</param>
/// <param name="Bridge">The posts.</param>
public sealed record BridgeView(PlanBasis Basis, string Name, IReadOnlyList<PlanPiece> Pieces, MergerBridge Bridge)
{
    /// <summary>Whether anything is lost or gained.</summary>
    public string Sentence => Bridge.Closes
        ? $"Before and after are equal in each of {Wording.Count(Bridge.Lines.Count, "line")} and {Basis.Quarters.Count} quarters: the difference is 0.00."
        : "Before and after are not equal: the plan after was changed since, or what counts has another allocation.";

    /// <summary>Staff group of a line, with its service where there are several.</summary>
    public string NameOf(PlanLine line)
    {
        var (service, group) = Basis.IndexOf(line)!.Value;
        return Basis.Model.Services.Count > 1 ? $"{Basis.Model.StaffGroups[group].Name}, {Basis.Model.Services[service].Name}" : Basis.Model.StaffGroups[group].Name;
    }
}
