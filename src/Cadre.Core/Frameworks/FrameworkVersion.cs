using Cadre.Core.Auditing;

namespace Cadre.Core.Frameworks;

/// <summary>A framework as it was imported. It never changes: another digest is another version.</summary>
public sealed class FrameworkVersion : IAudited
{
    /// <summary>Unique, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The framework's name.</summary>
    public required string Name { get; init; }

    /// <summary>One line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>SHA-256 over its files (docs/frameworks.md), of the scenarios too.</summary>
    public required string Digest { get; init; }

    /// <summary>Its folder as a zip.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTime ImportedUtc { get; init; }
}
