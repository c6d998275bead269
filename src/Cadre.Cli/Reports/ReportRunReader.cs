using System.Security.Cryptography;
using System.Text.Json;
using Cadre.Frameworks.Writing;

namespace Cadre.Cli.Reports;

/// <summary>Reads a run's folder for a report; says what is wrong with a folder that is none.</summary>
internal static class ReportRunReader
{
    private static readonly string[] Always = ["account.csv", "percentiles.csv", "targets.csv", "flows.csv", "places.csv", RunAboutWriter.File];

    /// <summary>The files under the digest of results, in its order.</summary>
    internal static readonly string[] Digested =
        ["account.csv", "percentiles.csv", "targets.csv", "flows.csv", "needs.csv", "levers.csv", "chance.csv", "cost.csv", "futures.csv", "under_delivery.csv", "targets_by_lever.csv"];

    /// <summary>Reads a run that a user names, and checks that it is whole.</summary>
    /// <exception cref="InputException">It is no run, not whole or of another version.</exception>
    public static ReportRun ReadChecked(string folder)
    {
        if (!Directory.Exists(folder)) throw Wrong(folder, File.Exists(folder) ? "found a file" : "found nothing there");
        if (!File.Exists(Path.Combine(folder, FolderKind.Run.Manifest)))
        {
            throw Wrong(folder, File.Exists(Path.Combine(folder, FolderKind.Comparison.Manifest))
                ? "found a comparison; give 'cadre report' the folders of two runs instead, and it compares them"
                : $"found no {FolderKind.Run.Manifest}");
        }

        var statement = Try(folder, () => ReadStatement(folder));
        if (statement.EngineVersion != ResultManifest.Engine)
            throw new InputException([$"{folder}: found a run of Cadre {statement.EngineVersion}, expected one of {ResultManifest.Engine}; run {statement.Framework} again with this version"]);
        string[] missing = [.. Always.Where(file => !File.Exists(Path.Combine(folder, file)))];
        if (missing.Length > 0)
            throw new InputException([$"{folder}: found an incomplete run without {Wording.List(missing)}; run {statement.Framework} again"]);
        if (Try(folder, () => DigestOf(folder)) != statement.ResultsDigest)
            throw new InputException([$"{folder}: found tables that are not those that {FolderKind.Run.Manifest} describes (their digest differs): the run is incomplete or was changed; run {statement.Framework} again"]);
        return Read(folder);
    }

    /// <summary>Reads a run that has just been written.</summary>
    public static ReportRun Read(string folder) => Try(folder, () =>
    {
        var about = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, RunAboutWriter.File)), ReportJson.Default.RunAbout) ?? throw new FormatException($"{RunAboutWriter.File}: found nothing");
        if (about.Format != RunAbout.Version)
            throw new FormatException($"{RunAboutWriter.File}: found format {about.Format}, expected {RunAbout.Version}; run it again with this version");
        RunCheck.Of(about);
        var run = new ReportTables(folder, ReadStatement(folder), about).ReadAll();
        RunCheck.Of(run);
        return run;
    });

    private static RunStatement ReadStatement(string folder) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FolderKind.Run.Manifest)), ReportJson.Default.RunStatement) ?? throw new FormatException($"{FolderKind.Run.Manifest}: found nothing");

    private static string DigestOf(string folder)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Digested.Select(file => Path.Combine(folder, file)).Where(File.Exists))
            digest.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static T Try<T>(string folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException wrong)
        {
            throw new InputException([$"{folder}: found a file of JSON that cannot be read ({wrong.Message})"]);
        }
        catch (FormatException wrong)
        {
            throw new InputException([$"{folder}: {wrong.Message}"]);
        }
    }

    private static InputException Wrong(string folder, string found) => new([$"{folder}: {found}, expected the folder of a run, which 'cadre run' writes"]);
}
