using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Fields;

namespace Cadre.Frameworks.Reading;

/// <summary>What framework.yaml says; null or 0 where it could not be read.</summary>
internal sealed class FrameworkHeader
{
    private const int MostMonths = 600;

    private YamlMapping? _yaml;

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly? AsOf { get; private set; }

    public DateOnly? Opening { get; private set; }

    public int Months { get; private set; }

    public int RunMonths { get; private set; }

    public string Coverage { get; private set; } = "";

    public string Licence { get; private set; } = "";

    public bool Chance { get; private set; }

    /// <summary>Name of the scenario whose levers a run tries; null for none.</summary>
    public string? LeversOf { get; private set; }

    /// <summary>The year in whose prices every sum of money is.</summary>
    public FinancialYear Prices { get; private set; }

    /// <summary>Whether the file could be read and names no such year.</summary>
    public bool LacksPrices { get; private set; }

    public CodeList Services { get; } = new("the code of a service", FrameworkTables.HeaderFile);

    public List<Service> ServiceList { get; } = [];

    /// <summary>The months that a run may reach, for a message; null when they could not be read.</summary>
    public (CalendarMonth First, CalendarMonth Last)? Span =>
        Opening is { } opening && Months > 0
            ? (CalendarMonth.Of(opening).PlusMonths(1), CalendarMonth.Of(opening).PlusMonths(Months))
            : null;

    /// <summary>A month of the run.</summary>
    public Quantity RunMonth => Quantity.Whole("a month of the run", 1, Months > 0 ? Months : MostMonths);

    /// <summary>Reads framework.yaml and reports its faults.</summary>
    public static FrameworkHeader Read(FrameworkFolder folder)
    {
        var header = new FrameworkHeader();
        if (YamlMapping.Read(folder, FrameworkTables.HeaderFile) is { } yaml)
            header.ReadKeys(yaml, folder.Name);
        else
            header.Services.IsComplete = false;
        return header;
    }

    /// <summary>Reports that no such scenario as <see cref="LeversOf"/> can be tried.</summary>
    public void ReportLeversOf() => _yaml!.Report("levers_of", "the name of a scenario in the folder scenarios that has levers and changes no assumption");

    private void ReadKeys(YamlMapping yaml, string folderName)
    {
        _yaml = yaml;
        yaml.CheckKeys(YamlFields.Header);
        ReadName(yaml, folderName);
        Title = yaml.Text("title") ?? "";
        AsOf = yaml.Date("as_of");
        ReadOpening(yaml);
        Months = yaml.Whole("months", Quantity.Whole("months", 1, MostMonths)) ?? 0;
        RunMonths = yaml.Whole("run_months", Quantity.Whole("months", 1, Months > 0 ? Months : MostMonths)) ?? 0;
        Coverage = yaml.Text("coverage") ?? "";
        Licence = yaml.Text("licence") ?? "";
        Chance = yaml.Has("chance") && (yaml.Word("chance", Words.Truths) ?? false);
        LeversOf = yaml.Has("levers_of") ? yaml.Text("levers_of") : null;
        ReadPrices(yaml);
        ReadServices(yaml);
    }

    private void ReadName(YamlMapping yaml, string folderName)
    {
        Name = yaml.Text("name") ?? "";
        if (Name.Length > 0 && (Name != folderName || !Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')))
            yaml.Report("name", $"letters, digits and -, the same as the folder's name, {folderName}");
    }

    private void ReadOpening(YamlMapping yaml)
    {
        Opening = yaml.Date("opening");
        if (Opening is not { } day || day.Day == DateTime.DaysInMonth(day.Year, day.Month))
            return;
        var last = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        yaml.Report("opening", string.Create(CultureInfo.InvariantCulture, $"the last day of a month, such as {last:yyyy-MM-dd}"));
    }

    private void ReadPrices(YamlMapping yaml)
    {
        LacksPrices = !yaml.Has("prices");
        if (LacksPrices || yaml.Text("prices") is not { } text)
            return;
        if (FinancialYear.TryParse(text, out var year))
            Prices = year;
        else
            yaml.Report("prices", "a financial year, written like 2025/26");
    }

    private void ReadServices(YamlMapping yaml)
    {
        if (yaml.Mappings("services") is not { } items)
        {
            Services.IsComplete = false;
            return;
        }

        foreach (var item in items)
        {
            item.CheckKeys(YamlFields.Service);
            var code = item.Code("code");
            var name = item.Text("name");
            if (code is null)
                Services.IsComplete = false;
            else if (!Services.TryAdd(code))
                item.Report("code", "each service once");
            else
                ServiceList.Add(new Service { Code = code, Name = name ?? "" });
            if (code == "all" && items.Count > 1)
                item.Report("code", "another code: all is for a framework without a split");
        }
    }
}
