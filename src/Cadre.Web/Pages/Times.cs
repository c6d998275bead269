using System.Globalization;

namespace Cadre.Web.Pages;

/// <summary>Times as a reader in England knows them.</summary>
internal static class Times
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>5 March 2026 at 14:05.</summary>
    public static string Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, London).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);
}
