namespace Cadre.Core.Plans.Sections;

/// <summary>The items of the section of services: shares of the posts of a staff group (docs/plans.md, "Posts by service").</summary>
public static class ServiceItems
{
    /// <summary>Name of the field of the staff group.</summary>
    public const string Group = "staff_group";

    /// <summary>Name of the field of a service of the framework's list.</summary>
    public const string Service = "service";

    /// <summary>Name of the field of a service that the list does not have.</summary>
    public const string Other = "other";

    /// <summary>Name of the field of the share, per cent.</summary>
    public const string Share = "share";

    /// <summary>Name of the field of where the share comes from.</summary>
    public const string Reason = "reason";

    /// <summary>What the shares of all staff groups add up to, per cent.</summary>
    public const decimal Whole = 100;

    /// <summary>What is wrong with the items together: each names one service, none twice in a staff group, and the shares of a staff group add to 100.</summary>
    public static IEnumerable<PlanProblem> Check(IReadOnlyList<IReadOnlyDictionary<string, string>> items, PlannedPlace place)
    {
        var listed = place.Basis.Framework.PlanServices;
        foreach (var (i, item) in items.Index())
        {
            var (code, other) = (Of(item, Service), Of(item, Other));
            if (code.Length == 0 && other.Length == 0) yield return Problem(i, Service, "service", "", "one of the list, or another service in words");
            if (code.Length > 0 && other.Length > 0) yield return Problem(i, Other, "another service", other, "nothing, where a service of the list is chosen");
            if (code.Length == 0 && listed.FirstOrDefault(service => service.Name.Equals(other, StringComparison.OrdinalIgnoreCase)) is { } same)
                yield return Problem(i, Other, "another service", other, $"{same.Name} chosen from the list");
            if (code.Length == 0 && other.Equals(SplitService.None.Name, StringComparison.OrdinalIgnoreCase)) yield return Problem(i, Other, "another service", other, "the name of a service; a staff group without shares is not split");
        }

        foreach (var group in items.Index().Where(item => Of(item.Item, Group).Length > 0).GroupBy(item => (Group: Of(item.Item, Group), Place: Of(item.Item, SectionDefinition.MemberField))))
        {
            foreach (var twice in group.Where(item => KeyOf(item.Item).Length > 0).GroupBy(item => KeyOf(item.Item), StringComparer.OrdinalIgnoreCase).Where(services => services.Count() > 1))
                yield return Problem(twice.Last().Index, Service, "service", NameOf(twice.Last().Item, place), $"each service once for a staff group; share {twice.First().Index + 1} has it already");
            decimal[] shares = [.. group.Select(item => PlanNumbers.TryParse(Of(item.Item, Share), out var share) ? share : -1)];
            if (shares.All(share => share > 0) && shares.Sum() != Whole)
                yield return new PlanProblem(SectionName.Services, group.First().Index, Share, $"Shares of {GroupName(place, group.Key.Group)}{MemberName(place, group.Key.Place)} together", PlanNumbers.Share(shares.Sum()), "100 per cent");
        }
    }

    /// <summary>
    /// Items that mean the same when places come together or part: where some are of one place alone, those for all of them become items of each place without
    /// its own for the staff group, so that no staff group gets two sets of shares.
    /// </summary>
    /// <param name="items">The items of a plan.</param>
    /// <param name="members">The places that it plans for.</param>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Carried(IReadOnlyList<IReadOnlyDictionary<string, string>> items, IReadOnlyList<string> members)
    {
        var own = items.Where(item => MemberOf(item).Length > 0).Select(item => (Of(item, Group), MemberOf(item))).ToHashSet();
        return own.Count == 0
            ? items
            :
            [
                .. items.SelectMany(item => MemberOf(item).Length > 0
                    ? [item]
                    : members.Where(member => !own.Contains((Of(item, Group), member)))
                        .Select(member => (IReadOnlyDictionary<string, string>)item.Where(field => field.Key != SectionDefinition.MemberField).Append(KeyValuePair.Create(SectionDefinition.MemberField, member)).ToDictionary())),
            ];
    }

    private static string MemberOf(IReadOnlyDictionary<string, string> item) => Of(item, SectionDefinition.MemberField);

    /// <summary>The value of a field; empty where the item has none.</summary>
    internal static string Of(IReadOnlyDictionary<string, string> item, string field) => item.GetValueOrDefault(field, "").Trim();

    /// <summary>The name of an item's service.</summary>
    internal static string NameOf(IReadOnlyDictionary<string, string> item, PlannedPlace place) =>
        Of(item, Service) is { Length: > 0 } code ? place.Basis.Framework.PlanServices.FirstOrDefault(service => service.Code == code)?.Name ?? code : Of(item, Other);

    private static string KeyOf(IReadOnlyDictionary<string, string> item) => Of(item, Service) is { Length: > 0 } code ? $"={code}" : Of(item, Other);

    private static string GroupName(PlannedPlace place, string code) => place.Basis.Model.StaffGroups.FirstOrDefault(group => group.Code == code)?.Name ?? code;

    private static string MemberName(PlannedPlace place, string code) =>
        code.Length == 0 ? "" : $" in {PlanMember.TryParse(code)?.NameIn(place.Basis) ?? code}";

    private static PlanProblem Problem(int item, string field, string label, string found, string expected) =>
        new(SectionName.Services, item, field, $"Share {item + 1}, {label}", found, expected);
}
