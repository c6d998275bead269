using System.Xml;

namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Part">Its part of the zip file.</param>
/// <param name="IsHidden">Whether a reader of the workbook sees it.</param>
internal sealed record WorkbookSheet(string Name, string Part, bool IsHidden);

/// <summary>What a workbook is made of: its sheets, the texts that they share, and which styles are days.</summary>
internal sealed class WorkbookParts
{
    private readonly WorkbookPackage _package;
    private readonly string _name;
    private readonly WorkbookLimits _limits;
    private readonly Dictionary<string, string> _targets = [];
    private readonly string? _texts;
    private readonly string? _styles;

    /// <exception cref="FrameworkException">It is refused.</exception>
    public WorkbookParts(WorkbookPackage package, string name, WorkbookLimits limits)
    {
        (_package, _name, _limits) = (package, name, limits);
        var main = RelationsOf("_rels/.rels", "").FirstOrDefault(relation => relation.Type == "officeDocument").Part ?? "xl/workbook.xml";
        var folder = main.LastIndexOf('/') is var slash && slash < 0 ? "" : main[..(slash + 1)];
        foreach (var (id, type, part) in RelationsOf($"{folder}_rels/{main[folder.Length..]}.rels", folder))
        {
            if (type is "externalLink" or "externalLinkPath") throw WorkbookPackage.Refused(name, $"links to other workbooks ({part})", "a workbook that stands for itself");
            _targets[id] = part;
            if (type == "sharedStrings") _texts = part;
            if (type == "styles") _styles = part;
        }

        Sheets = package.Read(main, ReadSheets);
    }

    /// <summary>The sheets in the order of the tabs.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>Whether days are counted from 1 January 1904.</summary>
    public bool CountsFrom1904 { get; private set; }

    /// <summary>The texts that sheets share.</summary>
    public List<string> ReadTexts() => _texts is null || !_package.Has(_texts) ? [] : _package.Read(_texts, xml =>
    {
        var texts = new List<string>();
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                xml.Read();
                continue;
            }

            texts.Add(RichText.Read(xml));
            if (texts.Count > _limits.Cells) throw WorkbookPackage.Refused(_name, $"more than {_limits.Cells:#,0} shared texts", "a smaller workbook, or the sheet as CSV");
        }

        return texts;
    });

    /// <summary>By number of a style: whether its numbers are days.</summary>
    public List<bool> ReadDayStyles() => _styles is null || !_package.Has(_styles) ? [] : _package.Read(_styles, xml =>
    {
        var (codes, days, isInCells) = (new Dictionary<string, string>(), new List<bool>(), false);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") isInCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id) codes[id] = xml.GetAttribute("formatCode") ?? "";
            if (isInCells && xml.LocalName == "xf") days.Add(DayFormat.IsOne(xml.GetAttribute("numFmtId") ?? "0", codes));
        }

        return days;
    });

    private List<WorkbookSheet> ReadSheets(XmlReader xml)
    {
        var sheets = new List<WorkbookSheet>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var sheet = xml.GetAttribute("name") ?? "";
            var isHidden = xml.GetAttribute("state") is "hidden" or "veryHidden";
            string? id = null;
            while (xml.MoveToNextAttribute())
            {
                if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0) id = xml.Value;
            }

            xml.MoveToElement();
            if (id is null || !_targets.TryGetValue(id, out var part)) throw WorkbookPackage.Refused(_name, $"a sheet {sheet} without a part", "a part for each sheet");
            sheets.Add(new WorkbookSheet(sheet, part, isHidden));
        }

        return sheets;
    }

    private List<(string Id, string Type, string Part)> RelationsOf(string part, string folder) => !_package.Has(part) ? [] : _package.Read(part, xml =>
    {
        var relations = new List<(string, string, string)>();
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }) continue;
            var target = xml.GetAttribute("Target") ?? "";
            var type = xml.GetAttribute("Type") ?? "";
            relations.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : folder + target));
        }

        return relations;
    });
}
