using System.Globalization;
using Cadre.Benchmarks.Bounds;

namespace Cadre.Benchmarks.Pages;

/// <summary>What the figures were measured on, without names of machines or people.</summary>
internal static class Machine
{
    /// <summary>Other work for a processor, on average, from which it makes times longer.</summary>
    private const double Busy = 0.25;

    private const string Caches = "/sys/devices/system/cpu/cpu0/cache";

    /// <summary>Processor, cores, caches, .NET and the width of its vectors.</summary>
    public static string Line => string.Join("; ", new[] { Processor, $"{Environment.ProcessorCount} processors", CacheSizes, $".NET {Environment.Version}", $"vectors of {VectorWidth.OfThisProcess} bits" }.Where(part => part.Length > 0));

    /// <summary>What else the machine did in the last minute, processes that run or wait to run; empty where the system does not say.</summary>
    public static string Load
    {
        get
        {
            if (!File.Exists("/proc/loadavg")) return "";
            var load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
            return load > Busy * Environment.ProcessorCount
                ? $" The machine had other work when it began (a load of {load:0.0}): times are longer than they would be without."
                : "";
        }
    }

    private static string Processor => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? ""
        : "";

    private static string CacheSizes => Directory.Exists(Caches)
        ? "caches " + string.Join(", ", Directory.GetDirectories(Caches, "index*").Order()
            .Where(cache => Read(cache, "type") != "Instruction")
            .Select(cache => $"L{Read(cache, "level")} {Read(cache, "size")[..^1]} KiB"))
        : "";

    private static string Read(string cache, string what) => File.ReadAllText(Path.Combine(cache, what)).Trim();
}
