using System.IO.Compression;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Core.Plans.Tracking;

/// <summary>What publications call a framework's staff groups: the names in its import.yaml, and its own names and codes.</summary>
public static class PublishedNames
{
    /// <summary>Codes of the staff groups that people belong to, by any of their names.</summary>
    /// <param name="model">The framework's model.</param>
    /// <param name="zip">The framework's folder.</param>
    public static IReadOnlyDictionary<string, string> Of(NationalModel model, byte[] zip)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var leaves = model.Cohorts.Select(cohort => cohort.StaffGroup).Distinct().Order().Select(group => model.StaffGroups[group]).ToDictionary(group => group.Code, group => group.Name);
        foreach (var (code, group) in SettingsOf(zip)?.StaffGroups ?? [])
            if (leaves.ContainsKey(code)) names.TryAdd(group.Published, code);
        foreach (var (code, name) in leaves)
        {
            names.TryAdd(name, code);
            names.TryAdd(code, code);
        }

        return names;
    }

    /// <summary>The settings of the framework's own import; null where it has none that can be read: its names are then its own.</summary>
    private static ImportSettings? SettingsOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        if (archive.GetEntry(FrameworkTables.ImportFile) is not { } entry) return null;
        var folder = Directory.CreateTempSubdirectory("cadre-names-");
        try
        {
            entry.ExtractToFile(Path.Combine(folder.FullName, FrameworkTables.ImportFile));
            return ImportSettings.Read(folder.FullName);
        }
        catch (FrameworkException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
