using System.Collections.Concurrent;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans;

/// <summary>What plans begin from, by framework and by allocation. Neither ever changes.</summary>
public sealed class PlanBasisCache
{
    private readonly ConcurrentDictionary<string, Lazy<PlanBasis>> _bases = new();
    private readonly ConcurrentDictionary<(Guid Round, int Number), PostsGrid> _grids = new();

    /// <summary>What the plans inside a framework begin from.</summary>
    public PlanBasis Of(Framework framework) => _bases.GetOrAdd(framework.Digest, _ => new Lazy<PlanBasis>(() => new PlanBasis(framework))).Value;

    /// <summary>The posts of an allocation.</summary>
    public PostsGrid Of(PlanAllocation allocation) => _grids.GetOrAdd((allocation.RoundId, allocation.Number), _ => PostsGrid.Parse(allocation.Content));

    /// <summary>The posts of an allocation that was read before; null where it was not.</summary>
    public PostsGrid? Find(Guid round, int number) => _grids.GetValueOrDefault((round, number));
}
