using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cadre.Frameworks.Import.Publications;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli;

/// <summary>The options of <c>cadre import</c> that go with a staff list, and those of them that go with a publication.</summary>
internal sealed class StaffListArguments
{
    private readonly Option<string?> _columns = new("--columns") { Description = "What the headers and codes of the list or publication mean, where they are not the usual ones", HelpName = "file.yaml" };
    private readonly Option<DateOnly?> _on = Day("--on", "The day that the list describes [default: the framework's opening day]");
    private readonly Option<string?> _source = new("--source") { Description = "Item of evidence.csv that the file is [default: of a list the item none, where it has one; of a publication its own, which is added]", HelpName = "id" };
    private readonly Option<string?> _grade = new("--grade") { Description = "How good it is [default: of a list D, of a publication what its format says]", HelpName = "A-D" };
    private readonly Option<DateOnly?> _knownOn = Day("--known-on", "The day on which it became known [default: of a list the day that it describes, of a publication the framework's as-of day]");
    private readonly Option<double?> _tolerate = new("--tolerate") { Description = "Largest percentage of faulty rows that are left out and do not stop the import [default: 1]", HelpName = "percent" };
    private readonly Option<bool> _match = new("--match-place-rates") { Description = "Also take rows of cohorts that are gone out of place_rates.csv and adjustments.csv, and give new ones a row in place_rates.csv that changes nothing" };

    public StaffListArguments()
    {
        _grade.Validators.Add(option => Check(option, Words.Grades.ContainsKey, string.Join(", ", Words.Grades.Keys)));
        _tolerate.Validators.Add(option => Check(option, text => double.TryParse(text, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100, "a percentage, 0 to 100"));
    }

    /// <summary>The list itself.</summary>
    public Option<string?> List { get; } = new("--staff-list") { Description = "A staff list to be added up, a row for each post held: CSV, or gzip of it", HelpName = "file" };

    /// <summary>A publication.</summary>
    public Option<string?> Publication { get; } = new("--publication") { Description = "A publisher's file whose format is told by its header: CSV or .xlsx (docs/publications.md)", HelpName = "file" };

    /// <summary>The options that go with a list.</summary>
    public IReadOnlyList<Option> Others => [_columns, _on, _source, _grade, _knownOn, _tolerate, _match];

    /// <summary>Those of them that go with a publication too.</summary>
    public IReadOnlyList<Option> OfPublications => [_columns, _source, _grade, _knownOn, _match];

    /// <summary>What the user asked for.</summary>
    public StaffListOptions Read(ParseResult parsed, string folder) => new()
    {
        Framework = folder,
        List = parsed.GetValue(List)!,
        Columns = parsed.GetValue(_columns),
        On = parsed.GetValue(_on),
        Source = parsed.GetValue(_source),
        Grade = parsed.GetValue(_grade) is { } grade ? Words.Grades[grade] : null,
        KnownOn = parsed.GetValue(_knownOn),
        Tolerance = parsed.GetValue(_tolerate) / 100 ?? StaffListOptions.UsualTolerance,
        MatchPlaceRates = parsed.GetValue(_match),
    };

    /// <summary>What the user asked for of a publication.</summary>
    public PublicationOptions ReadPublication(ParseResult parsed, string folder) => new()
    {
        Framework = folder,
        Publication = parsed.GetValue(Publication)!,
        Columns = parsed.GetValue(_columns),
        Source = parsed.GetValue(_source),
        Grade = parsed.GetValue(_grade) is { } grade ? Words.Grades[grade] : null,
        KnownOn = parsed.GetValue(_knownOn),
        MatchPlaceRates = parsed.GetValue(_match),
    };

    private static void Check(OptionResult option, Func<string, bool> isGood, string expected)
    {
        if (option.Tokens is [var token] && !isGood(token.Value))
            option.AddError($"{option.Option.Name} {token.Value}: expected {expected}.");
    }

    private static Option<DateOnly?> Day(string name, string meaning) => new(name)
    {
        Description = meaning,
        HelpName = "2025-09-30",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name} {result.Tokens[0].Value}: expected a day, written like 2026-01-29.");
            return null;
        },
    };
}
