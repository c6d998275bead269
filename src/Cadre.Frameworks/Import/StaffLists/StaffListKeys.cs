using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Finds the place, staff group and service that cells of a staff list stand for.</summary>
internal sealed class StaffListKeys
{
    private readonly StaffListFramework _framework;
    private readonly Problems _problems;
    private readonly string _file;
    private readonly Utf8Keys _places = new();
    private readonly Utf8Keys _mappedGroups = new();
    private readonly Utf8Keys _groupPrefixes = new();
    private readonly Utf8Keys _knownGroups = new();
    private readonly Utf8Keys _services = new();
    private readonly NearNames _nearPlaces = new();
    private readonly NearNames _nearGroups = new();
    private readonly NearNames _nearServices = new();
    private int _longestPrefix = -1;
    private int _defaultService = -1;

    private StaffListKeys(StaffListFramework framework, StaffListColumns columns, Problems problems) =>
        (_framework, _problems, _file) = (framework, problems, columns.File ?? "");

    /// <summary>Takes the framework's codes and the columns file's maps, which come first; reports values that the framework does not have.</summary>
    public static StaffListKeys Create(StaffListFramework framework, StaffListColumns columns, Problems problems)
    {
        var keys = new StaffListKeys(framework, columns, problems);
        keys.AddPlaces(columns);
        keys.AddStaffGroups(columns);
        keys.AddServices(columns);
        return keys;
    }

    /// <summary>The place of an organisation; -1 when it is no trust of the framework.</summary>
    public int PlaceOf(ReadOnlySpan<byte> organisation) => _places.Find(organisation);

    /// <summary>
    /// The staff group of a code: the columns file's for it, else the file's for its longest beginning, else the leaf or occupation code that it is; -1 when there is none.
    /// </summary>
    public int StaffGroupOf(ReadOnlySpan<byte> code)
    {
        var group = _mappedGroups.Find(code);
        for (var length = Math.Min(_longestPrefix, code.Length); group < 0 && length >= 0; length--)
            group = _groupPrefixes.Find(code[..length]);
        return group >= 0 ? group : _knownGroups.Find(code);
    }

    /// <summary>The service of a cell, of a blank one the default; -1 when there is none.</summary>
    public int ServiceOf(ReadOnlySpan<byte> service) => StaffListCell.IsBlank(service) ? _defaultService : _services.Find(service);

    /// <summary>What cells may mean of rows that are left out for a reason; null where a cell is no code.</summary>
    public NearNames? Near(LeftOutReason reason) => reason switch
    {
        LeftOutReason.OtherOrganisation => _nearPlaces,
        LeftOutReason.NoStaffGroup => _nearGroups,
        LeftOutReason.NoService => _nearServices,
        _ => null,
    };

    private void AddPlaces(StaffListColumns columns)
    {
        foreach (var (index, place) in _framework.Places.Index().Where(item => IsTrust(item.Index)))
        {
            _places.Set(place.Code, index);
            AddNear(_nearPlaces, place.Code, place.Name);
        }

        foreach (var pair in columns.Organisations)
        {
            Set(_places, pair.Key, Reference(pair, _framework.Context.Places, IsTrust, "the code of a trust"));
            _nearPlaces.Add(pair.Key, pair.Key);
        }
    }

    private void AddStaffGroups(StaffListColumns columns)
    {
        var groups = _framework.Context.StaffGroups;
        foreach (var group in _framework.Tree.KnownLeaves)
        {
            _knownGroups.Set(groups[group], group);
            AddNear(_nearGroups, groups[group], _framework.Tree.Names[group]);
        }

        foreach (var (code, group) in OccupationCodes.Read(_framework, columns, _problems))
        {
            if (groups.IndexOf(group) is >= 0 and var index && _framework.Tree.IsLeaf(index))
                AddOccupation(code, index);
        }

        foreach (var pair in columns.StaffGroups)
        {
            var group = Reference(pair, groups, _framework.Tree.IsLeaf, "the code of a staff group without groups below it");
            if (!pair.Key.EndsWith('*'))
            {
                Set(_mappedGroups, pair.Key, group);
                _nearGroups.Add(pair.Key, pair.Key);
                continue;
            }

            Set(_groupPrefixes, pair.Key[..^1], group);
            _longestPrefix = Math.Max(_longestPrefix, System.Text.Encoding.UTF8.GetByteCount(pair.Key) - 1);
        }
    }

    private void AddServices(StaffListColumns columns)
    {
        var services = _framework.Context.Services;
        for (var i = 0; i < services.Count; i++)
        {
            _services.Set(services[i], i);
            AddNear(_nearServices, services[i], _framework.Header.ServiceList[i].Name);
        }

        foreach (var pair in columns.Services)
        {
            Set(_services, pair.Key, Reference(pair, services, _ => true, "the code of a service"));
            _nearServices.Add(pair.Key, pair.Key);
        }

        if (columns.DefaultService is { } service)
            _defaultService = Reference(service, services, _ => true, "the code of a service");
        else if (services.Count == 1)
            _defaultService = 0;
    }

    private void AddOccupation(string code, int group)
    {
        _knownGroups.TryAdd(code, group);
        _nearGroups.Add(code, code);
    }

    private static void AddNear(NearNames names, string code, string name)
    {
        var shown = name.Length == 0 || name == code ? code : $"{code} ({name})";
        names.Add(code, shown);
        names.Add(name, shown);
    }

    private bool IsTrust(int place) => _framework.Places[place].Level == PlaceLevel.Trust;

    private static void Set(Utf8Keys keys, string name, int index)
    {
        if (index >= 0)
            keys.Set(name, index);
    }

    private int Reference(YamlPair pair, CodeList codes, Func<int, bool> allows, string expected)
    {
        var index = codes.IndexOf(pair.Value);
        if (index >= 0 && allows(index))
            return index;
        _problems.Add(new Problem(_file, pair.Line, pair.Path, $"\"{pair.Value}\"", $"{expected} in {codes.File}{codes.Suggestion(pair.Value)}"));
        return -1;
    }
}
