using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>Tells the format of a publication by its header.</summary>
internal static class PublicationRecognition
{
    private const int MostShown = 30;
    private const int LongestShown = 50;

    /// <summary>The format whose required headers the file has all of, the one with most where there are several.</summary>
    /// <exception cref="FrameworkException">
    /// The file has the header of none; the faults name every format with what is missing, the nearest first. Or a header stands there twice.
    /// </exception>
    public static PublicationFormat Of(PublicationFile file, PublicationColumns columns, IReadOnlyList<PublicationFormat> formats)
    {
        Rename(file, columns, formats);
        var found = formats.Where(format => format.Required.All(file.Has)).MaxBy(format => format.Required.Count);
        if (found is null)
            throw new FrameworkException(formats.OrderBy(format => (double)Missing(file, format).Length / format.Required.Count).Select(format => Unlike(file, format)));
        Problem[] repeated =
        [
            .. found.Required.Concat(found.Optional).Where(column => file.Count(column) > 1)
                .Select(column => new Problem(file.Name, file.HeaderLine, column, $"the header {file.Count(column)} times", "each header once") { Sheet = file.Sheet }),
        ];
        return repeated.Length == 0 ? found : throw new FrameworkException(repeated);
    }

    private static void Rename(PublicationFile file, PublicationColumns columns, IReadOnlyList<PublicationFormat> formats)
    {
        var known = formats.SelectMany(format => format.Required.Concat(format.Optional)).Distinct().ToList();
        var problems = new List<Problem>();
        foreach (var pair in columns.Headers)
        {
            var plain = PublicationFile.Plain(pair.Value);
            if (!known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
                problems.Add(new Problem(columns.File!, pair.Line, pair.Path, $"\"{pair.Key}\"", $"a header of a format that is known{Nearest.Suggestion(pair.Key, known)}"));
            else if (!file.Has(plain))
                problems.Add(NoHeader(file, columns, pair, plain));
            else
                file.Rename(pair.Key, plain);
        }

        if (problems.Count > 0)
            throw new FrameworkException(problems);
    }

    private static Problem NoHeader(PublicationFile file, PublicationColumns columns, YamlPair pair, string plain)
    {
        var near = Nearest.Suggestion(plain, file.Header.Select(PublicationFile.Plain));
        return new Problem(columns.File!, pair.Line, pair.Path, FoundText.Quoted(pair.Value), $"a header of {file.Name}{near}");
    }

    private static string[] Missing(PublicationFile file, PublicationFormat format) => [.. format.Required.Where(column => !file.Has(column))];

    private static Problem Unlike(PublicationFile file, PublicationFormat format)
    {
        string[] missing = Missing(file, format);
        string[] spare = [.. file.Header.Select(PublicationFile.Plain).Where(header => header.Length > 0 && !format.Required.Contains(header, StringComparer.OrdinalIgnoreCase))];
        string[] near =
        [
            .. missing.Select(column => (column, near: Nearest.Find(column, spare) ?? LongerWord(column, spare))).Where(item => item.near is not null)
                .Select(item => $"is {item.near} meant for {item.column}?"),
        ];
        var hint = near.Length == 0 ? "" : $"; {string.Join(" ", near)} (key columns of the columns file)";
        return new Problem(
            file.Name, file.HeaderLine, null, missing.Length == format.Required.Count ? $"none of its headers, but {Shown(file)}" : $"no header {string.Join(", ", missing)}",
            $"for {format.Name} the headers {string.Join(", ", format.Required)}{hint}") { Sheet = file.Sheet };
    }

    /// <summary>A header of one word of which the first word of another is the beginning: ORGANISATION of ORG_CODE.</summary>
    private static string? LongerWord(string column, string[] headers)
    {
        var start = column.Split('_')[0];
        return Array.Find(headers, header => header.Length > start.Length && !header.Contains('_', StringComparison.Ordinal) && header.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    private static string Shown(PublicationFile file)
    {
        static string Short(string header) => header.Length > LongestShown ? $"{header[..LongestShown]}..." : header;
        string[] headers = [.. file.Header.Where(header => header.Trim().Length > 0).Take(MostShown).Select(Short)];
        return $"{string.Join(", ", headers)}{(file.Header.Count > headers.Length ? " ..." : "")}";
    }
}
