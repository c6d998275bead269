namespace Cadre.Engine.Simulation;

/// <summary>Heads and their FTE.</summary>
/// <param name="Heads">Heads.</param>
/// <param name="Fte">Full-time equivalents.</param>
public readonly record struct Amount(double Heads, double Fte)
{
    /// <summary>The two together.</summary>
    public static Amount operator +(Amount left, Amount right) => new(left.Heads + right.Heads, left.Fte + right.Fte);
}

/// <summary>
/// The account of one cohort in one month: how opening became closing (docs/method.md section 3.6).
/// </summary>
public readonly record struct CohortMonth
{
    /// <summary>Staff in post at the start of the month.</summary>
    public required Amount Opening { get; init; }

    /// <summary>Hired in the month.</summary>
    public required Amount Joiners { get; init; }

    /// <summary>Came with a transferred service.</summary>
    public required Amount MovesIn { get; init; }

    /// <summary>Left in the month.</summary>
    public required Amount Leavers { get; init; }

    /// <summary>Went with a transferred service.</summary>
    public required Amount MovesOut { get; init; }

    /// <summary>Published regrading, either sign.</summary>
    public required Amount Adjustment { get; init; }

    /// <summary>Staff in post at the end of the month.</summary>
    public required Amount Closing { get; init; }

    /// <summary>Change of FTE per head with age, FTE, either sign.</summary>
    public required double Hours { get; init; }

    /// <summary>Funded posts in the month, FTE.</summary>
    public required double Posts { get; init; }

    /// <summary>Temporary staff in vacant posts at the end of the month, FTE.</summary>
    public double Cover { get; init; }

    /// <summary>Posts above staff at the end of the month, FTE, 0 or more.</summary>
    public double Vacancies => Math.Max(0, Posts - Closing.Fte);

    /// <summary>Staff above posts at the end of the month, FTE, 0 or more.</summary>
    public double OverEstablishment => Math.Max(0, Closing.Fte - Posts);
}
