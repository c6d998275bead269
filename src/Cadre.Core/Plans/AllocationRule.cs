namespace Cadre.Core.Plans;

/// <summary>How the posts that the nation gains or loses after the opening day are shared over places (docs/plans.md).</summary>
public enum AllocationRule
{
    /// <summary>As the framework's central run has them.</summary>
    Framework,

    /// <summary>By staff in post on the opening day, of the same service and staff group.</summary>
    ExistingStaff,

    /// <summary>By the people who live there, each age weighted by its need where the framework has ages.</summary>
    Population,

    /// <summary>The same for each place.</summary>
    Flat,

    /// <summary>By shares that somebody typed.</summary>
    Typed,
}
