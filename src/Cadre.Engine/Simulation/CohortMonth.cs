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
public record struct CohortMonth
{
    /// <summary>Staff in post at the start of the month.</summary>
    public Amount Opening { readonly get; internal set; }

    /// <summary>Hired in the month.</summary>
    public Amount Joiners { readonly get; internal set; }

    /// <summary>Came with a transferred service.</summary>
    public Amount MovesIn { readonly get; internal set; }

    /// <summary>Left in the month.</summary>
    public Amount Leavers { readonly get; internal set; }

    /// <summary>Went with a transferred service.</summary>
    public Amount MovesOut { readonly get; internal set; }

    /// <summary>Published regrading, either sign.</summary>
    public Amount Adjustment { readonly get; internal set; }

    /// <summary>Staff in post at the end of the month.</summary>
    public Amount Closing { readonly get; internal set; }

    /// <summary>Change of FTE per head with age, FTE, either sign.</summary>
    public double Hours { readonly get; internal set; }

    /// <summary>Funded posts in the month, FTE.</summary>
    public double Posts { readonly get; internal set; }

    /// <summary>Temporary staff in vacant posts at the end of the month, FTE.</summary>
    public double Cover { readonly get; internal set; }

    /// <summary>Posts above staff at the end of the month, FTE, 0 or more.</summary>
    public readonly double Vacancies => Math.Max(0, Posts - Closing.Fte);

    /// <summary>Staff above posts at the end of the month, FTE, 0 or more.</summary>
    public readonly double OverEstablishment => Math.Max(0, Closing.Fte - Posts);
}
