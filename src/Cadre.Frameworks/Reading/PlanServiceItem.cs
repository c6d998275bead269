using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A service by which local plans may split their posts.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Id of the evidence that the name comes from.</param>
/// <param name="Grade">How good that is.</param>
public sealed record PlanServiceItem(string Code, string Name, string Source, Grade Grade);
