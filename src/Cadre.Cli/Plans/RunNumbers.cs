using System.CommandLine;
using System.Globalization;
using Cadre.Engine;
using Cadre.Engine.Model;
using Cadre.Engine.Results;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Plans;

/// <summary>The options of <c>cadre run</c> that say what is computed, read as text so that all faults are told at once.</summary>
internal sealed class RunNumbers
{
    /// <summary>The most futures that a design may have.</summary>
    public const int MostFutures = 100_000;

    private const int MostThreads = 512;

    private readonly Option<string?> _futures = new("--futures") { Description = "Futures in the design [default: 200]", HelpName = "number" };
    private readonly Option<string?> _only = new("--only") { Description = "Run these futures of the design alone, such as 1-50", HelpName = "first-last" };
    private readonly Option<string?> _seed = new("--seed") { Description = "Seed of the design [default: 7]", HelpName = "number" };
    private readonly Option<string?> _months = new("--months") { Description = "Months to run [default: the framework's run_months]", HelpName = "number" };
    private readonly Option<string?> _threads = new("--threads") { Description = "Threads; results do not depend on them [default: all processors]", HelpName = "number" };
    private readonly Option<bool> _chance = new("--chance") { Description = "Also show what chance does to individuals, for small teams" };
    private readonly Option<bool> _detail = new("--detail") { Description = "Also write the nation in every future, and systems and trusts each quarter" };

    public IReadOnlyList<Option> Options => [_futures, _only, _seed, _months, _threads, _detail, _chance];

    /// <summary>The options of a command that runs the whole design and keeps no detail.</summary>
    public IReadOnlyList<Option> OptionsOfWholeDesign => [_futures, _seed, _months, _threads];

    /// <summary>The options' values; adds what is wrong with them to <paramref name="problems"/>.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="framework">The framework; null when it could not be read.</param>
    /// <param name="problems">Takes a line for each wrong value.</param>
    public RunOptions Read(ParseResult parsed, Framework? framework, List<string> problems)
    {
        var before = problems.Count;
        var futures = Whole(parsed, _futures, 200, 1, MostFutures, "", problems);
        var futuresAreGood = problems.Count == before;
        return new RunOptions
        {
            Futures = futures,
            Only = ReadOnly(parsed.GetValue(_only), futuresAreGood ? futures : MostFutures, problems),
            Seed = ReadSeed(parsed.GetValue(_seed), problems),
            Months = ReadMonths(parsed, _months, framework, problems),
            Threads = Whole(parsed, _threads, Math.Min(Environment.ProcessorCount, MostThreads), 1, MostThreads, "", problems),
            Detail = parsed.GetValue(_detail),
            Chance = ReadChance(parsed, framework, problems),
        };
    }

    /// <summary>The months to run, 1 up to the framework's.</summary>
    public static int ReadMonths(ParseResult parsed, Option<string?> option, Framework? framework, List<string> problems) =>
        framework is null
            ? Whole(parsed, option, 1, 1, int.MaxValue, "", problems)
            : Whole(parsed, option, framework.RunMonths, 1, framework.Months, $", the months of {framework.Name}, to {LastMonth(framework)}", problems);

    /// <summary>Whether chance is drawn: where the framework or the command line asks for it.</summary>
    private bool ReadChance(ParseResult parsed, Framework? framework, List<string> problems)
    {
        var isAsked = parsed.CommandResult.Command.Options.Contains(_chance) && (parsed.GetValue(_chance) || framework is { Chance: true });
        if (!isAsked || framework is null) return false;
        problems.AddRange(ChanceRuns.Reasons(framework.Model).Select(reason => $"chance cannot be drawn: {reason}"));
        return true;
    }

    private static CalendarMonth LastMonth(Framework framework) => framework.Model.MonthAt(framework.Months);

    /// <summary>An option's whole number; adds what is wrong with it to <paramref name="problems"/>.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">The option.</param>
    /// <param name="otherwise">What holds without it.</param>
    /// <param name="least">The least value allowed.</param>
    /// <param name="most">The greatest value allowed.</param>
    /// <param name="why">What a message adds to the range.</param>
    /// <param name="problems">Takes a line where it is wrong.</param>
    public static int Whole(ParseResult parsed, Option<string?> option, int otherwise, int least, int most, string why, List<string> problems)
    {
        if (parsed.GetValue(option) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        var range = most == int.MaxValue ? $"{least} or more" : string.Create(CultureInfo.InvariantCulture, $"{least} to {most:#,0}");
        problems.Add($"{option.Name}: found \"{text}\", expected a whole number, {range}{why}");
        return otherwise;
    }

    private static ulong ReadSeed(string? text, List<string> problems)
    {
        if (text is null) return 7;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        problems.Add($"--seed: found \"{text}\", expected a whole number, 0 to {ulong.MaxValue}");
        return 0;
    }

    private static FutureRange? ReadOnly(string? text, int futures, List<string> problems)
    {
        if (text is null) return null;
        var parts = text.Split('-');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first >= 1 && first <= last && last <= futures)
        {
            return new FutureRange(first, last);
        }

        problems.Add($"--only: found \"{text}\", expected the first and the last future, 1 to {futures.ToString("#,0", CultureInfo.InvariantCulture)}, such as 1-{Math.Min(50, futures)}");
        return null;
    }
}
