using System.Globalization;
using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Import.Publications;

/// <summary>What an import of a publication works with.</summary>
internal sealed class PublicationWork
{
    private const int MostListed = 30;

    /// <summary>What the user asked for.</summary>
    public required PublicationOptions Options { get; init; }

    /// <summary>The framework as it is.</summary>
    public required Framework Framework { get; init; }

    /// <summary>Folder of the working copy, in which tables are written.</summary>
    public required string Folder { get; init; }

    /// <summary>The publication.</summary>
    public required PublicationFile File { get; init; }

    /// <summary>What the columns file says.</summary>
    public required PublicationColumns Columns { get; init; }

    /// <summary>What texts of the publication stand for.</summary>
    public required PublicationCodes Codes { get; init; }

    /// <summary>How its days are written.</summary>
    public required PublishedDays Days { get; init; }

    /// <summary>Which rows are used and which are not.</summary>
    public PublicationTally Tally { get; } = new();

    /// <summary>Faults of the columns file and the publication.</summary>
    public required Problems Problems { get; init; }

    /// <summary>Id of the item of evidence.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the figures became known, as a cell writes it.</summary>
    public required string KnownOn { get; init; }

    /// <summary>The model as it is.</summary>
    public NationalModel Model => Framework.Model;

    /// <summary>The grade that the user gave; else what the format says.</summary>
    public string Grade(Grade usual) => (Options.Grade ?? Columns.Grade ?? usual).ToString();

    /// <summary>Whether a month is over only after the framework's as_of: on that day nobody could know its figures.</summary>
    public bool EndsAfterAsOf(CalendarMonth month) => new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)) > Framework.AsOf;

    /// <summary>A figure as the screen shows it.</summary>
    public static string Shown(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Texts with commas between them, the first few alone with how many more there are.</summary>
    public static string Listed(IReadOnlyCollection<string> texts) =>
        $"{string.Join(", ", texts.Take(MostListed))}{(texts.Count > MostListed ? $" and {texts.Count - MostListed} more" : "")}";

    /// <summary>Text of the publication, as it is.</summary>
    public string Text(PublishedRow row, string column) => File.Text(row, column);
}
