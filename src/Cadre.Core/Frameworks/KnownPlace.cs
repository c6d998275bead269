using Cadre.Engine.Model;

namespace Cadre.Core.Frameworks;

/// <summary>A place that roles can be confined to.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">Nation, region, system or trust.</param>
public sealed record KnownPlace(string Code, string Name, PlaceLevel Level);
