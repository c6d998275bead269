namespace Cadre.Benchmarks.Pages;

/// <summary>How the page writes figures: three digits that mean something, and the unit that fits.</summary>
internal static class Figure
{
    /// <summary>A plain number.</summary>
    public static string Of(double value) => value switch
    {
        >= 99.95 => $"{value:#,0}",
        >= 9.995 => $"{value:0.0}",
        >= 0.0995 => $"{value:0.00}",
        _ => $"{value:0.0000}",
    };

    /// <summary>A time given in milliseconds.</summary>
    public static string Time(double ms) => ms >= 1000 ? $"{Of(ms / 1000)} s" : $"{Of(ms)} ms";

    /// <summary>An amount of memory.</summary>
    public static string Memory(double bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (1L << 30):0.00} GiB",
        >= 1L << 20 => $"{Of(bytes / (1L << 20))} MiB",
        >= 1L << 10 => $"{Of(bytes / (1L << 10))} KiB",
        _ => $"{bytes:0} B",
    };

    /// <summary>So many times as much.</summary>
    public static string Times(double ratio) => $"{ratio:0.00}";
}
