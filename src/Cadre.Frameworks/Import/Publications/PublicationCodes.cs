using System.Text;
using Cadre.Engine.Model;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Finds the place, staff group and service of a framework that texts of a publication stand for.</summary>
internal sealed class PublicationCodes
{
    private const int LengthOfTrustCode = 3;

    /// <summary>Texts for which what is near is looked for, a slow thing: more different ones that stand for nothing are no slips of the pen.</summary>
    private const int MostLookedFor = 2_000;

    private readonly Framework _framework;
    private readonly string _columnsFile;
    private readonly Problems _problems;
    private readonly Dictionary<string, int> _places = [];
    private readonly List<(string Start, int Index)> _placeStarts = [];
    private readonly Dictionary<string, int> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Start, int Index)> _groupStarts = [];
    private readonly NearNames _nearPlaces = new();
    private readonly NearNames _nearTrusts = new();
    private readonly NearNames _nearGroups = new();
    private readonly Dictionary<(string, string, bool), string?> _foundPlaces = [];
    private readonly Dictionary<string, string?> _foundGroups = [];

    public PublicationCodes(Framework framework, string folder, PublicationColumns columns, Problems problems)
    {
        (_framework, _columnsFile, _problems) = (framework, columns.File ?? "", problems);
        AddPlaces(columns);
        AddStaffGroups(folder, columns);
        DefaultService = columns.DefaultService is { } pair ? Service(pair) : framework.Model.Services.Count == 1 ? 0 : -1;
    }

    private NationalModel Model => _framework.Model;

    /// <summary>The service where no other is given; -1 where there are several and none was named.</summary>
    public int DefaultService { get; }

    /// <summary>The place of an organisation, system or region: the columns file's for it, or for its longest beginning, else the one with its code; -1 for none.</summary>
    public int PlaceOf(string code) => Find(code, _places, _placeStarts);

    /// <summary>The staff group of a published one, likewise; else that of import.yaml, or the one with its code or name.</summary>
    public int StaffGroupOf(string published) => Find(published, _groups, _groupStarts);

    /// <summary>A place that an unknown code or name may mean: one that is near, or the trust that a site's code begins with; null for none.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name; blank where the publication has none.</param>
    /// <param name="isTrust">Whether it is an organisation, which is never a system or region.</param>
    public string? NearPlace(string code, string name, bool isTrust)
    {
        var names = isTrust ? _nearTrusts : _nearPlaces;
        if (code.Length > LengthOfTrustCode && Model.Places.FirstOrDefault(place => place.Code == code[..LengthOfTrustCode] && place.Level == PlaceLevel.Trust) is { } trust)
            return $"{trust.Code} ({trust.Name})";
        if (!_foundPlaces.TryGetValue((code, name, isTrust), out var near) && _foundPlaces.Count < MostLookedFor)
            _foundPlaces[(code, name, isTrust)] = near = names.Find(Encoding.UTF8.GetBytes(code)) ?? (name.Length > 0 ? names.Find(Encoding.UTF8.GetBytes(name)) : null);
        return near;
    }

    /// <summary>A staff group that an unknown one may mean; null for none.</summary>
    public string? NearStaffGroup(string published)
    {
        if (!_foundGroups.TryGetValue(published, out var near) && _foundGroups.Count < MostLookedFor)
            _foundGroups[published] = near = _nearGroups.Find(Encoding.UTF8.GetBytes(published));
        return near;
    }

    /// <summary>Whether a staff group has no groups below it.</summary>
    public bool IsLeaf(int group) => Model.StaffGroups.All(other => other.Parent != group);

    /// <summary>A service that the columns file names; -1, reported, where it is none of the framework's.</summary>
    public int Service(YamlPair pair) => Reference(pair, Model.Services.Select(service => service.Code), _ => true, "the code of a service in framework.yaml");

    /// <summary>A leaf that the columns file names; -1, reported, where it is none of the framework's.</summary>
    public int Leaf(YamlPair pair) =>
        Reference(pair, Model.StaffGroups.Select(group => group.Code), IsLeaf, "the code of a staff group in staff_groups.csv without groups below it");

    private void AddPlaces(PublicationColumns columns)
    {
        foreach (var (index, place) in Model.Places.Index())
        {
            _places[place.Code] = index;
            AddNear(_nearPlaces, place.Code, place.Name);
            if (place.Level == PlaceLevel.Trust)
                AddNear(_nearTrusts, place.Code, place.Name);
        }

        foreach (var pair in columns.Organisations)
            Set(pair, Reference(pair, Model.Places.Select(place => place.Code), _ => true, "the code of a place in places.csv"), _places, _placeStarts);
    }

    private void AddStaffGroups(string folder, PublicationColumns columns)
    {
        foreach (var (index, group) in Model.StaffGroups.Index())
        {
            AddNear(_nearGroups, group.Code, group.Name);
            _groups.TryAdd(group.Name, index);
        }

        foreach (var (index, group) in Model.StaffGroups.Index())
            _groups[group.Code] = index;
        foreach (var (published, group) in PublishedNames(folder))
            _groups[published] = Model.StaffGroups.Select(each => each.Code).ToList().IndexOf(group);
        foreach (var pair in columns.StaffGroups)
            Set(pair, Reference(pair, Model.StaffGroups.Select(group => group.Code), _ => true, "the code of a staff group in staff_groups.csv"), _groups, _groupStarts);
    }

    /// <summary>What import.yaml says that publications call the leaves; a name that several leaves have stands for none of them.</summary>
    private static IEnumerable<(string Published, string Group)> PublishedNames(string folder)
    {
        if (!File.Exists(Path.Combine(folder, FrameworkTables.ImportFile)))
            return [];
        var settings = ImportSettings.Read(folder);
        var names = settings.Plan is { } plan
            ? plan.StaffGroups.Select(group => (group.Value.Published, group.Key))
            : settings.StaffGroups.Select(group => (group.Value.Published, group.Key));
        return names.Where(name => name.Published.Length > 0).GroupBy(name => name.Published).Where(same => same.Count() == 1).Select(same => same.Single());
    }

    private static int Find(string text, Dictionary<string, int> whole, List<(string Start, int Index)> starts)
    {
        if (whole.TryGetValue(text, out var index))
            return index;
        return starts.Where(item => text.StartsWith(item.Start, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.Start.Length).Select(item => item.Index).FirstOrDefault(-1);
    }

    private static void Set(YamlPair pair, int index, Dictionary<string, int> whole, List<(string Start, int Index)> starts)
    {
        if (index >= 0 && pair.Key.EndsWith('*'))
            starts.Add((pair.Key[..^1], index));
        else if (index >= 0)
            whole[pair.Key] = index;
    }

    private static void AddNear(NearNames names, string code, string name)
    {
        var shown = name.Length == 0 || name == code ? code : $"{code} ({name})";
        names.Add(code, shown);
        names.Add(name, shown);
    }

    private int Reference(YamlPair pair, IEnumerable<string> codes, Func<int, bool> allows, string expected)
    {
        List<string> known = [.. codes];
        var index = known.IndexOf(pair.Value);
        if (index >= 0 && allows(index))
            return index;
        _problems.Add(new Problem(_columnsFile, pair.Line, pair.Path, $"\"{pair.Value}\"", $"{expected}{Nearest.Suggestion(pair.Value, known)}"));
        return -1;
    }
}
