namespace Cadre.Core.Frameworks;

/// <summary>A version of a framework without its content.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The framework's name.</param>
/// <param name="Title">One line for a reader.</param>
/// <param name="Digest">Digest of its files.</param>
/// <param name="ImportedUtc">When it was imported.</param>
public sealed record FrameworkSummary(Guid Id, string Name, string Title, string Digest, DateTime ImportedUtc);
