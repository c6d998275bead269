using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Upgrading;

/// <summary>Takes the folder of a framework to the version of the file format that this program reads.</summary>
public static class FrameworkUpgrade
{
    /// <summary>
    /// Changes only what the newer version asks for: everything else stays as it is, byte for byte. All files are made
    /// beside their place first; on a failure the folder is as it was. What an upgrade that was cut short has replaced is put
    /// back before, so that each begins from the originals.
    /// </summary>
    /// <param name="folder">Path of the folder.</param>
    /// <returns>What was changed; nothing where the folder is of this version already.</returns>
    /// <exception cref="FrameworkException">The version is none that is known, or a file that must change cannot be read.</exception>
    /// <exception cref="IOException">
    /// A file cannot be written, or the originals of an earlier upgrade are in the way; the message says where originals are that are not back in their place.
    /// </exception>
    public static UpgradeReport Upgrade(string folder)
    {
        var problems = new Problems();
        var header = FrameworkFormat.Header(folder, problems);
        problems.ThrowIfAny();
        if (header is null)
            throw new FrameworkException([new Problem(FrameworkTables.HeaderFile, 0, null, "no such file", "every framework to have it")]);

        var version = ReadVersion(header);
        problems.ThrowIfAny();
        var swap = new FileSwap(folder);
        if (version is FrameworkFormat.Current)
        {
            swap.ThrowIfOriginals();
            return new UpgradeReport(FrameworkFormat.Current, FrameworkFormat.Current, []);
        }

        swap.PutBack();
        var changes = FormatTwo.Changes(folder, header, problems);
        problems.ThrowIfAny();
        swap.Replace(changes);
        return new UpgradeReport(version!.Value, FrameworkFormat.Current, [.. changes.Select(change => (change.File, change.What))]);
    }

    private static int? ReadVersion(YamlMapping header)
    {
        var expected = FormattableString.Invariant($"{FrameworkFormat.First} to {FrameworkFormat.Current}, the versions of the format that this program knows");
        var version = FrameworkFormat.Of(header);
        if (!header.Has(FrameworkFormat.Key))
            header.Report(FrameworkFormat.Key, "no such key", expected);
        else if (version is not (>= FrameworkFormat.First and <= FrameworkFormat.Current))
            header.Report(FrameworkFormat.Key, expected);
        return version;
    }
}
