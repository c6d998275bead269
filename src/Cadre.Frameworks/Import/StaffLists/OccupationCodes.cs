using System.Reflection;
using CsvHelper;

namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>The occupation codes of the NHS with the staff groups that they are published in: the file occupation-codes.csv beside this one.</summary>
internal static class OccupationCodes
{
    private const string Resource = "occupation-codes.csv";

    /// <summary>The codes in the order of the file, each with its staff group.</summary>
    public static IEnumerable<(string Code, string StaffGroup)> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = CsvReader.Create(file, new CsvReaderOptions { Separator = ',', CommentPrefix = '#' });
        while (reader.Read())
            yield return (reader.GetString(0), reader.GetString(1));
    }
}
