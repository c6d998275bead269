using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Plans;

/// <summary>The opening stock, FTE by employer and leaf: the listed trusts as published, what is left of the nation in one place, both split where several leaves have one published name.</summary>
internal sealed class PlanStock
{
    /// <summary>Parts up to this share of a published group leave the rest of it as good as published.</summary>
    private const double NearlyNothing = 0.01;

    private readonly PlanImportSettings _settings;
    private readonly Dictionary<(string Place, string Group), double> _fte = [];
    private readonly HashSet<string> _split = [];

    /// <exception cref="FrameworkException">The trusts have more staff than the nation, or a part is larger than its published group.</exception>
    public PlanStock(PlanImportSettings settings, PlanPlaces places, StaffByOrganisationFile file)
    {
        _settings = settings;
        var names = settings.StaffGroups.Values.Select(group => group.Published).Where(name => name.Length > 0).Distinct().ToList();
        var trusts = names.ToDictionary(name => name, name => places.Trusts.Sum(trust => file.Fte(trust, name)));
        var counted = trusts.Values.Sum();
        if (counted > settings.Rest.Whole)
            throw Wrong("plan.rest.whole", $"{settings.Rest.Whole}", $"{counted:0.##}, the listed trusts' FTE, or more");
        foreach (var name in names)
        {
            var whole = trusts[name] / counted * settings.Rest.Whole;
            MarkSplit(name, whole);
            foreach (var trust in places.Trusts)
                Split(trust, name, file.Fte(trust, name), whole);
            Split(places.Rest, name, whole - trusts[name], whole);
        }
    }

    /// <summary>FTE of a leaf at an employer; 0 where it has none.</summary>
    public double Fte(string place, string group) => _fte.GetValueOrDefault((place, group));

    /// <summary>Whether the leaf's figure is a split of a published one, not nearly all of it.</summary>
    public bool IsSplit(string group) => _split.Contains(group);

    private void MarkSplit(string name, double whole)
    {
        var leaves = _settings.StaffGroups.Where(group => group.Value.Published == name).ToList();
        var parts = leaves.Sum(group => group.Value.Part ?? 0);
        _split.UnionWith(leaves.Where(group => group.Value.Part is not null || parts > NearlyNothing * whole).Select(group => group.Key));
    }

    private void Split(string place, string name, double fte, double whole)
    {
        var left = Rounded(fte);
        var leaves = _settings.StaffGroups.Where(group => group.Value.Published == name).ToList();
        foreach (var (code, group) in leaves.Where(group => group.Value.Part is not null))
        {
            var part = Rounded(fte * group.Part!.Value / whole);
            _fte[(place, code)] = part;
            left -= part;
            if (left < 0) throw Wrong($"plan.staff_groups.{code}.part", $"{group.Part}", $"less than {whole:0.##}, the FTE of {name}");
        }

        if (leaves.SingleOrDefault(group => group.Value.Part is null).Key is not { } rest)
            throw Wrong("plan.staff_groups", $"no leaf for what is left of {name}", "one leaf without a part for each published group");
        _fte[(place, rest)] = Rounded(left);
    }

    /// <summary>As published: five decimals.</summary>
    private static double Rounded(double fte) => Math.Round(fte, 5);

    private static FrameworkException Wrong(string key, string found, string expected) => new([new Problem(FrameworkTables.ImportFile, 0, key, found, expected)]);
}
