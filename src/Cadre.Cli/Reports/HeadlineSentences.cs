using Cadre.Cli.Reports.Sections;

namespace Cadre.Cli.Reports;

/// <summary>The four answers of a report: will we hit it, where not, why, how sure; each an answer and what it rests on.</summary>
internal sealed class HeadlineSentences(ReportRun run)
{
    /// <summary>From where on a target is called likely.</summary>
    public const double Likely = 2.0 / 3;

    /// <summary>Staff groups and places with a smaller share of all posts are not named as the largest gap.</summary>
    private const double FewPosts = 0.005;

    private const double HardlyAnyChange = 0.005;

    /// <summary>A probability in words.</summary>
    public static string Word(double probability) => probability switch
    {
        >= 0.9 => "very likely",
        >= Likely => "likely",
        >= 1.0 / 3 => "about as likely as not",
        >= 0.1 => "unlikely",
        _ => "very unlikely",
    };

    /// <summary>Will we hit it?</summary>
    public (string Answer, string Because) WillWe()
    {
        ReportTarget[] reached = [.. run.Targets.Where(target => target.Figure is not null).OrderByDescending(target => target.Probability)];
        if (run.Targets.Count == 0) return ("No target is set", "The framework sets no target, so this report shows what comes and not whether it is enough.");
        if (reached.Length == 0) return ("Beyond this run", $"Every target lies after {Wording.Long(run.Last)}, when the run ends.");
        if (!run.HasRange)
        {
            var hold = reached.Count(target => target.HoldsCentrally);
            return ($"{hold} of {Wording.Count(reached.Length, "target")} {(hold == 1 ? "holds" : "hold")} in the central run", $"The run has one future, so it cannot say how likely that is.{TargetWords.Misses(run, reached)}");
        }

        var likely = reached.Count(target => target.Probability >= Likely);
        var answer = (likely, reached.Length) switch
        {
            (_, 1) => Wording.Capital(Word(reached[0].Probability)),
            (0, var all) => $"Not as things stand: none of {all} targets is likely",
            var (some, all) when some == all => $"Yes, as things stand: all {all} targets are likely",
            var (some, all) => $"In part: {some} of {all} targets {(some == 1 ? "is" : "are")} likely",
        };
        return (answer, TargetWords.Ends(run, reached) + TargetWords.Misses(run, reached) + WithLevers(reached.Length));
    }

    /// <summary>Where not?</summary>
    public (string Answer, string Because) WhereNot()
    {
        var (total, month) = (run.AnswerTotal, Wording.Long(run.AnswerMonth));
        if (total.Vacancies.Central < 0.05) return ("No gap", $"Staff fill every post in {month} in the central run.");
        var groups = Leaves(run.AnswerStaffGroups);
        var places = run.AnswerRegions.Skip(1).ToArray();
        string Share(GapRow row) => $"{row.Name}, {Figures.Percent(row.VacancyRate.Central)}";
        var alike = GapSection.Alike([.. places.Where(IsCounted), total]);
        var worst = new[] { Worst(groups, row => row.VacancyRate.Central), alike is null ? Worst(places, row => row.VacancyRate.Central) : null }.OfType<GapRow>().Select(Share)
            .Concat(alike is not null && places.Count(IsCounted) > 1 ? [$"regions hardly differ ({alike})"] : []).ToArray();
        var most = new[] { (By: "staff group", Row: Worst(groups, row => row.Vacancies.Central)), (By: "region", Row: alike is null ? Worst(places, row => row.Vacancies.Central) : null) }
            .Where(found => found.Row is not null).Select(found => $"; most by {found.By}: {found.Row!.Name}, {run.Fte(found.Row.Vacancies.Central)}");
        return (
            worst.Length == 0 ? $"{Figures.Percent(total.VacancyRate.Central)} of posts vacant" : $"Most posts vacant: {string.Join("; ", worst)}",
            $"Share of posts in {month}. {run.Fte(total.Vacancies.Central)} FTE are vacant{run.InBrackets(total.Vacancies)}{string.Concat(most)}.");
    }

    /// <summary>Why?</summary>
    public (string Answer, string Because) Why()
    {
        var total = run.AnswerTotal;
        var (staff, posts) = (Growth(run.OpeningFte, total.Staff.Central), Growth(run.About.OpeningPosts, total.Posts.Central));
        var answer = (Math.Abs(staff - posts) <= HardlyAnyChange, staff > posts) switch
        {
            (true, _) => "Staff and posts change at the same pace",
            (_, true) => posts > 0 ? "Staff grow faster than posts" : staff > 0 ? "Staff grow while posts do not" : "Posts fall faster than staff",
            (_, false) => staff > 0 ? "Posts grow faster than staff" : posts > 0 ? "Posts grow while staff do not" : "Staff fall faster than posts",
        };
        return (answer, $"By {Wording.Long(run.AnswerMonth)} staff {Percent(staff)} {run.Fte(total.Staff.Central)} FTE, funded posts {Percent(posts)} {run.Fte(total.Posts.Central)}.{Flows()}{Driver()}");
    }

    /// <summary>How sure?</summary>
    public (string Answer, string Because) HowSure()
    {
        var register = run.About.Register;
        var published = register.Count(row => row.Grade is "A" or "B");
        var evidence = register.Count == 0 ? "" : $" {published} of {Wording.Count(register.Count, "assumption")} {(published == 1 ? "rests" : "rest")} on published figures, {register.Count - published} on judgement or no source in hand.";
        var total = run.AnswerTotal;
        var luck = run.Chance.FirstOrDefault(row => row.StaffGroup == run.AnswerTotal.Code && row.Month == run.AnswerMonth);
        var byLuck = luck is null ? "" : $" {ChanceSection.Sentence(luck)}";
        if (!run.HasRange) return ("One future gives no range", $"Run it with more futures to see how sure this is.{byLuck}{evidence}");
        var same = $"Every future has {run.Fte(total.Staff.Central)} FTE of staff";
        return (
            run.Range(total.Staff) is { Length: > 0 } staff ? $"Nine futures in ten have {staff} FTE of staff" : luck is null ? same : $"{same}, but luck alone leaves {ChanceSection.Ends(luck.Heads)} people",
            $"In {Wording.Long(run.AnswerMonth)} vacancies {(run.Range(total.Vacancies).Length == 0 ? $"are {run.Fte(total.Vacancies.Central)}" : $"lie between {run.Fte(total.Vacancies.P5)} and {run.Fte(total.Vacancies.P95)}")} over {Wording.Count(run.Statement.FuturesRun, "future")}"
                + $"{(run.Targets.Count == 0 ? "" : $"; a probability counted over them can be off by up to about {Figures.Whole(98 / Math.Sqrt(run.Statement.FuturesRun))} points")}.{byLuck}{evidence}");
    }

    /// <summary>The rows of a tree that have none below them.</summary>
    public static GapRow[] Leaves(IReadOnlyList<GapRow> tree) => [.. tree.Where((row, i) => (i + 1 == tree.Count || tree[i + 1].Depth <= row.Depth) && row.Posts.Central > 0)];

    private GapRow? Worst(IEnumerable<GapRow> rows, Func<GapRow, double> by) =>
        rows.Where(row => IsCounted(row) && row != run.AnswerTotal).MaxBy(by) is { } worst && by(worst) > 0 ? worst : null;

    private bool IsCounted(GapRow row) => row.Posts.Central >= FewPosts * run.AnswerTotal.Posts.Central;

    /// <summary>Who joins and leaves in the year before.</summary>
    private string Flows() => run.About.FlowYears.FirstOrDefault(year => year.Months == 12 && year.Month == $"{run.AnswerMonth}") is { } year
        ? $" In the year before {Figures.Amount(year.Joiners.Central)} join and {Figures.Amount(year.Leavers.Central)} leave."
        : "";

    /// <summary>How many of the targets would be likely with the levers that were tried.</summary>
    private string WithLevers(int targets)
    {
        if (run.Trials.Count == 0) return "";
        int Count(string levers) => run.Trials.Count(row => row.Levers == levers && row.Figure is not null && row.Probability >= Likely);
        var (likely, before) = (Count("all"), Count("none"));
        return $" With all the levers tried {(targets == 1 ? (likely == 1 ? "it is likely" : before == 1 ? "it is no longer likely" : "it is still not likely") : $"{(likely == 0 ? "none" : $"{likely}")} of {targets} {(likely is 0 or 1 ? "is" : "are")} likely")}.";
    }

    /// <summary>The assumption that moves the explained target most, where one stands out.</summary>
    private string Driver()
    {
        var target = run.Targets.FirstOrDefault(target => target.Id == run.About.Explained);
        return target is not null && run.About.Register.Where(row => row.Weight >= run.About.ChanceWeight).MaxBy(row => row.Weight) is { } most
            ? $" What sways “{target.Description}” most: {WordsOf(most)} (grade {most.Grade})."
            : target is not null && run.HasRange ? $" No single assumption stands out over {Wording.Count(run.Statement.FuturesRun, "future")}." : "";
    }

    /// <summary>An assumption in the middle of a sentence.</summary>
    private static string WordsOf(AboutAssumption row) => $"{char.ToLowerInvariant(row.Name[0])}{row.Name[1..]}, {row.Scope}";

    private static double Growth(double from, double to) => from > 0 ? (to / from) - 1 : 0;

    private static string Percent(double growth) => Math.Abs(growth) < 0.0005 ? "stay at" : $"{(growth > 0 ? "rise" : "fall")} by {Figures.FinePercent(Math.Abs(growth))} to";
}
