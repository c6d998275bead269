using System.IO.Compression;
using System.Xml;

namespace Cadre.Frameworks.Reading.Workbooks;

/// <summary>The zip file that a workbook is, checked before any part of it is read; what it may not hold is refused by name.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const string AsSaved = "a workbook as a spreadsheet program saves it, without macros and links to other files";

    private readonly string _name;
    private readonly WorkbookLimits _limits;
    private readonly ZipArchive _zip;

    private WorkbookPackage(string name, ZipArchive zip, WorkbookLimits limits) => (_name, _zip, _limits) = (name, zip, limits);

    /// <summary>Opens and checks a workbook.</summary>
    /// <exception cref="FrameworkException">It is refused.</exception>
    public static WorkbookPackage Open(string path, string name, WorkbookLimits limits) => Open(() => ZipFile.OpenRead(path), name, limits);

    /// <summary>The same of bytes.</summary>
    public static WorkbookPackage Open(byte[] bytes, string name, WorkbookLimits limits) => Open(() => new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read), name, limits);

    private static WorkbookPackage Open(Func<ZipArchive> open, string name, WorkbookLimits limits)
    {
        try
        {
            var package = new WorkbookPackage(name, open(), limits);
            try
            {
                package.Check();
                return package;
            }
            catch
            {
                package.Dispose();
                throw;
            }
        }
        catch (InvalidDataException)
        {
            throw Refused(name, "a file that is no .xlsx workbook or breaks off", AsSaved);
        }
    }

    /// <summary>Reads an XML part.</summary>
    /// <param name="part">Its name in the zip file.</param>
    /// <param name="read">What is done with it.</param>
    /// <exception cref="FrameworkException">There is no such part, or it cannot be read.</exception>
    public T Read<T>(string part, Func<XmlReader, T> read)
    {
        var entry = _zip.GetEntry(part) ?? throw Refused(_name, $"no part {part}", AsSaved);
        try
        {
            using var bytes = new BoundedStream(entry.Open(), entry.Length);
            using var xml = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            return read(xml);
        }
        catch (XmlException wrong)
        {
            throw Refused(_name, $"a part {part} that is not the XML of a workbook ({(wrong.Message.Contains("DTD", StringComparison.Ordinal) ? "it has a DTD" : $"line {wrong.LineNumber}")})", AsSaved);
        }
        catch (InvalidDataException)
        {
            throw Refused(_name, $"a part {part} that cannot be unpacked or is longer than it says", AsSaved);
        }
    }

    /// <summary>Whether there is a part.</summary>
    public bool Has(string part) => _zip.GetEntry(part) is not null;

    /// <summary>A fault of the workbook as a whole.</summary>
    public static FrameworkException Refused(string name, string found, string expected) => new([new Problem(name, 0, null, found, expected)]);

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private void Check()
    {
        if (_zip.Entries.Count > _limits.Entries) throw Refused(_name, $"{_zip.Entries.Count:#,0} entries in the zip file", $"at most {_limits.Entries:#,0}");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long bytes = 0;
        foreach (var entry in _zip.Entries)
        {
            if (!names.Add(entry.FullName)) throw Refused(_name, $"the entry {entry.FullName} a second time", AsSaved);
            CheckName(entry.FullName);
            CheckSize(entry, bytes += entry.Length);
        }

        Read("[Content_Types].xml", types =>
        {
            while (types.Read())
            {
                if (types.GetAttribute("ContentType") is { } type && type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                    throw Refused(_name, $"a workbook with macros ({types.GetAttribute("PartName")})", AsSaved);
            }

            return true;
        });
    }

    private void CheckName(string entry)
    {
        if (entry.StartsWith('/') || entry.Contains('\\', StringComparison.Ordinal) || entry.Contains(':', StringComparison.Ordinal) || entry.Split('/').Contains(".."))
            throw Refused(_name, $"an entry that leads out of the workbook, {entry}", AsSaved);
        if (entry.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase))
            throw Refused(_name, $"macros ({entry})", AsSaved);
        if (entry.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))
            throw Refused(_name, $"links to other workbooks ({entry})", AsSaved);
    }

    private void CheckSize(ZipArchiveEntry entry, long total)
    {
        if (total > _limits.Bytes || total < 0) throw Refused(_name, $"more than {_limits.Bytes:#,0} bytes when unpacked", "a smaller workbook, or the sheet as CSV");
        if (entry.Length > WorkbookLimits.SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > _limits.Ratio)
            throw Refused(_name, $"an entry, {entry.FullName}, that unpacks to over {_limits.Ratio} times its size", AsSaved);
    }
}
