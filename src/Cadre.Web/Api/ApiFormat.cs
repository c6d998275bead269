using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cadre.Web.Api;

/// <summary>The form of answers: JSON in the words of the files, or CSV where a table is the answer.</summary>
internal static class ApiFormat
{
    /// <summary>Names like those of the files; words for enums; numbers are numbers.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    /// <summary>Whether a request would rather have CSV than JSON.</summary>
    public static bool WantsCsv(HttpRequest request)
    {
        double Quality(string type) => request.GetTypedHeaders().Accept.Where(accepted => accepted.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(accepted => accepted.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Quality("text/csv") > Quality("application/json");
    }

    /// <summary>A table as CSV.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes the table.</param>
    public static IResult Csv(string name, Action<TextWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(text);
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", name);
    }

    /// <summary>The number of a save as a header holds it.</summary>
    public static string TagOf(int number) => string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");

    /// <summary>The number of the header If-Match; null where there is none.</summary>
    /// <returns>Whether it could be read.</returns>
    public static bool TryReadTag(string? header, out int? number)
    {
        number = null;
        if (string.IsNullOrEmpty(header)) return true;
        if (!EntityTagHeaderValue.TryParse(header, out var tag) || !int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return false;
        number = read;
        return true;
    }
}
