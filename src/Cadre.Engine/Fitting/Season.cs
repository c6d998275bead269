namespace Cadre.Engine.Fitting;

/// <summary>A year's flow by calendar month when one month is published (docs/method.md section 5.3).</summary>
internal static class Season
{
    /// <summary>A month's share where every month has the same.</summary>
    public const double Even = 1.0 / 12;

    /// <summary>Twelve shares, January first: <paramref name="share"/> in <paramref name="month"/> (1 to 12), the rest equally.</summary>
    public static double[] WithOneMonth(int month, double share)
    {
        var season = new double[12];
        Array.Fill(season, (1 - share) / 11);
        season[month - 1] = share;
        return season;
    }
}
