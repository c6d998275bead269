using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadre.Core.Data;

/// <summary>Times are UTC: another kind is refused on the way in, and the kind is put back on the way out.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => Checked(time), time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime time) =>
        time.Kind == DateTimeKind.Utc ? time : throw new ArgumentException($"{time:O} is not UTC.", nameof(time));
}
