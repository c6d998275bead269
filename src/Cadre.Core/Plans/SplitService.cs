namespace Cadre.Core.Plans;

/// <summary>A service that a plan splits posts by.</summary>
/// <param name="Code">Its code in the framework's list; empty for one in words, and for posts that are not split.</param>
/// <param name="Name">Its name.</param>
public readonly record struct SplitService(string Code, string Name)
{
    /// <summary>Posts of no service: nobody said a share.</summary>
    public static readonly SplitService None = new("", "Not split");

    /// <summary>Services in the order of a framework's list, then those in words by name, then posts that are not split.</summary>
    public static IEnumerable<SplitService> InOrder(IEnumerable<SplitService> services, PlanBasis basis)
    {
        var at = basis.Framework.PlanServices.Index().ToDictionary(service => service.Item.Code, service => service.Index);
        return services.OrderBy(service => service == None).ThenBy(service => at.GetValueOrDefault(service.Code, int.MaxValue)).ThenBy(service => service.Name, StringComparer.Ordinal);
    }
}
