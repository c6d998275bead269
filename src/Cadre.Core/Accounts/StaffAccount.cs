using Cadre.Core.Words;
using Cadre.Engine.Simulation;

namespace Cadre.Core.Accounts;

/// <summary>How the staff of some cohorts at the opening of some months became those at their close, in the central run.</summary>
public sealed record StaffAccount
{
    /// <summary>Staff in post at the start of the first month.</summary>
    public required Amount Opening { get; init; }

    /// <summary>Hired.</summary>
    public required Amount Joiners { get; init; }

    /// <summary>Came from other places, staff groups or services.</summary>
    public required Amount MovesIn { get; init; }

    /// <summary>Left.</summary>
    public required Amount Leavers { get; init; }

    /// <summary>Went to other places, staff groups or services.</summary>
    public required Amount MovesOut { get; init; }

    /// <summary>Published regrading, either sign.</summary>
    public required Amount Adjustment { get; init; }

    /// <summary>Hours that change with age and participation, FTE, either sign.</summary>
    public required double Hours { get; init; }

    /// <summary>Staff in post at the end of the last month.</summary>
    public required Amount Closing { get; init; }

    /// <summary>Posts at the end, FTE.</summary>
    public required double Posts { get; init; }

    /// <summary>Vacant posts at the end, FTE.</summary>
    public required double Vacancies { get; init; }

    /// <summary>Staff above posts at the end, FTE.</summary>
    public required double OverEstablishment { get; init; }

    /// <summary>The account of months of cohorts, each with the share of it that counts.</summary>
    /// <param name="months">By month, the first one first: the cohorts, in the same order in each.</param>
    /// <param name="weights">The share of each cohort.</param>
    public static StaffAccount Of(IReadOnlyList<IReadOnlyList<CohortMonth>> months, IReadOnlyList<double> weights)
    {
        Amount In(IReadOnlyList<CohortMonth> month, Func<CohortMonth, Amount> column) =>
            month.Zip(weights).Aggregate(default(Amount), (sum, item) => column(item.First) is var amount ? sum + new Amount(item.Second * amount.Heads, item.Second * amount.Fte) : sum);
        Amount Sum(Func<CohortMonth, Amount> column) => months.Aggregate(default(Amount), (sum, month) => sum + In(month, column));
        double InLast(Func<CohortMonth, double> column) => months[^1].Zip(weights).Sum(item => item.Second * column(item.First));
        return new StaffAccount
        {
            Opening = In(months[0], month => month.Opening),
            Joiners = Sum(month => month.Joiners),
            MovesIn = Sum(month => month.MovesIn),
            Leavers = Sum(month => month.Leavers),
            MovesOut = Sum(month => month.MovesOut),
            Adjustment = Sum(month => month.Adjustment),
            Hours = months.Sum(month => month.Zip(weights).Sum(item => item.Second * item.First.Hours)),
            Closing = In(months[^1], month => month.Closing),
            Posts = InLast(month => month.Posts),
            Vacancies = InLast(month => month.Vacancies),
            OverEstablishment = InLast(month => month.OverEstablishment),
        };
    }

    /// <summary>How opening became closing, in one sentence.</summary>
    /// <param name="who">Whose account it is: Nurses at a trust.</param>
    /// <param name="from">When it opens: on 30 September 2025.</param>
    /// <param name="to">When it closes: March 2026.</param>
    public string Explain(string who, string from, string to)
    {
        var moves = MovesIn.Heads - MovesOut.Heads;
        string[] changes =
        [
            $"{Figures.Tenth(Joiners.Heads)} joined",
            $"{Figures.Tenth(Leavers.Heads)} left",
            .. moves == 0 ? (string[])[] : [$"{Figures.Tenth(Math.Abs(moves))} more {(moves > 0 ? "came than went" : "went than came")} by moves between places, staff groups and services"],
            .. Adjustment.Heads == 0 ? (string[])[] : [$"{Figures.Tenth(Math.Abs(Adjustment.Heads))} were {(Adjustment.Heads > 0 ? "added" : "taken away")} by regrading"],
        ];
        return $"{who} had {Figures.Tenth(Opening.Heads)} heads ({Figures.Tenth(Opening.Fte)} FTE) {from}; "
            + $"{Wording.List(changes)}, which leaves {Figures.Tenth(Closing.Heads)} heads ({Figures.Tenth(Closing.Fte)} FTE, of which {Signed.Tenth(Hours)} from hours changing with age and participation) "
            + $"at the end of {to}, with {Figures.Tenth(Vacancies)} of {Figures.Tenth(Posts)} posts vacant"
            + $"{(OverEstablishment > 0 ? $" and {Figures.Tenth(OverEstablishment)} FTE above them" : "")}.";
    }
}
