using System.Diagnostics;

namespace Cadre.TestCommon;

/// <summary>LibreOffice, as a second reader and writer of workbooks; <c>./test</c> installs it where it is missing.</summary>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Comma, quote, UTF-8, from the first line, cells as they are held and not as they are shown.</summary>
    private const string AsHeld = "44,34,76,1,,0,false,false,false";

    private static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>True on a developer's machine without it; never in continuous integration, where its absence fails.</summary>
    public static bool MayBeMissing => Program is null && Environment.GetEnvironmentVariable("CI") != "true";

    /// <summary>Every sheet of a workbook as CSV: by its name, the path of the file.</summary>
    public static Dictionary<string, string> SheetsOf(string workbook, string folder)
    {
        Convert(workbook, $"csv:Text - txt - csv (StarCalc):{AsHeld},false,false,-1", folder);
        var lead = Path.GetFileNameWithoutExtension(workbook) + "-";
        return Directory.GetFiles(folder, $"{lead}*.csv").ToDictionary(file => Path.GetFileNameWithoutExtension(file)[lead.Length..]);
    }

    /// <summary>Converts a file into a folder.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind that it becomes: <c>xlsx</c>.</param>
    /// <param name="folder">Where to; it holds a profile of its own while it works.</param>
    public static void Convert(string file, string kind, string folder)
    {
        Directory.CreateDirectory(folder);
        var profile = Path.Combine(folder, ".profile");
        var start = new ProcessStartInfo(
            Program ?? throw new InvalidOperationException("LibreOffice is missing."),
            [$"-env:UserInstallation={new Uri(profile)}", "--headless", "--convert-to", kind, "--outdir", folder, file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("LibreOffice did not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("LibreOffice did not end.");
        }

        Directory.Delete(profile, recursive: true);
        if (process.ExitCode != 0 || !output.GetAwaiter().GetResult().Contains("convert ", StringComparison.Ordinal))
            throw new InvalidOperationException($"LibreOffice: {error.GetAwaiter().GetResult()}");
    }
}
