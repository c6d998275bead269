using System.Globalization;

namespace Cadre.Frameworks.Reading;

/// <summary>The version of the file format that a framework's folder is written in: the key <c>format</c> of framework.yaml.</summary>
public static class FrameworkFormat
{
    /// <summary>The version that this program reads and writes.</summary>
    public const int Current = 2;

    /// <summary>The first version; it and those up to <see cref="Current"/> can be upgraded.</summary>
    public const int First = 1;

    internal const string Key = "format";

    /// <summary>
    /// Reports another version before anything else of the folder is read: what else would be found only follows from it.
    /// A folder whose version cannot be told is left to the readers.
    /// </summary>
    /// <param name="folder">Path of the folder, as the user wrote it.</param>
    /// <exception cref="FrameworkException">The folder is of another version; the one fault says what to do.</exception>
    public static void ThrowUnlessCurrent(string folder)
    {
        var faults = new Problems();
        if (Header(folder, faults) is not { } yaml || !yaml.Has(Key) || Of(yaml) == Current)
            return;
        var reads = FormattableString.Invariant($"{Current}, the version of the format that this program reads");
        yaml.Report(Key, Of(yaml) is >= First and < Current ? $"{reads}; run: cadre upgrade {(folder.Contains(' ') ? $"\"{folder}\"" : folder)}" : reads);
        faults.ThrowIfAny();
    }

    /// <summary>The version in the text of framework.yaml; null where there is none that is a whole number.</summary>
    internal static int? Of(YamlMapping yaml) =>
        int.TryParse(yaml.PlainText(Key), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>framework.yaml of a folder; null where it is not there or not readable, whose faults go to <paramref name="problems"/>.</summary>
    internal static YamlMapping? Header(string folder, Problems problems)
    {
        var path = Path.Combine(folder, FrameworkTables.HeaderFile);
        return File.Exists(path) && LinkedFile.FaultOf(path, folder) is null && BoundedFile.Read(path, FrameworkTables.HeaderFile, problems) is { } bytes
            ? YamlMapping.Read(bytes, FrameworkTables.HeaderFile, problems)
            : null;
    }
}
