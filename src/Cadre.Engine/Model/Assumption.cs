namespace Cadre.Engine.Model;

/// <summary>What an assumption is about (docs/method.md section 4 names the unit of each).</summary>
public enum Parameter
{
    /// <summary>Leavers per year over average staff in FTE; share per year; by cohort.</summary>
    LeavingRate,

    /// <summary>Joiners less leavers per year over average staff in FTE; share per year; by staff group.</summary>
    NetChange,

    /// <summary>Vacant posts over posts on the opening day; share; by cohort.</summary>
    VacancyRate,

    /// <summary>Growth of posts in one step each 1 April; share per year; by cohort.</summary>
    PostsGrowth,

    /// <summary>Hours of an FTE left for work in a year; hours; by staff group, only where a need takes it.</summary>
    HoursAvailable,

    /// <summary>Mean time from advertising a post to filling it; months; by staff group.</summary>
    MonthsToFill,

    /// <summary>Share of the candidates left over who are still candidates a month later; share; by staff group.</summary>
    CandidatesKept,

    /// <summary>Power with which arrivals follow posts; plain number; by staff group.</summary>
    SupplyElasticity,

    /// <summary>International recruits who arrive; heads per year; by source.</summary>
    International,

    /// <summary>People outside who start to return; hazard per year; by source.</summary>
    Uptake,

    /// <summary>Of those who start to return, who arrive; share; by source.</summary>
    Completion,

    /// <summary>Of the places of an intake, those filled; share; by source.</summary>
    PlacesFilled,

    /// <summary>Of the starters of a stage, who never finish it; share; by source and stage.</summary>
    NeverQualifying,

    /// <summary>Of those who finish a stage, who do so after an interruption; share; by source and stage.</summary>
    Interrupted,

    /// <summary>Of those who finish a stage, who do so late; share; by source and stage.</summary>
    Late,

    /// <summary>Of those who finish a stage, who start the next; share; by source and stage.</summary>
    GoingOn,

    /// <summary>Of those who finish the last stage, who arrive as candidates here; share; by source.</summary>
    SeekingPost,

    /// <summary>Hazard of a conversion; share per year; by conversion.</summary>
    Converting,

    /// <summary>Share of vacancies that temporary staff cover; share; by cohort; 0 where no row applies.</summary>
    CoverShare,

    /// <summary>Most temporary staff over posts; share; by cohort; no bound where no row applies.</summary>
    CoverCap,

    /// <summary>What temporary staff cost above employed staff; share; by staff group; only where pay is given.</summary>
    CoverPremium,

    /// <summary>Of the posts that a plan adds, those that are funded; share; by cohort; 1 where no row applies.</summary>
    PostsDelivered,

    /// <summary>Growth of what people need, beside each activity's own; share per year; by staff group; 0 where no row applies.</summary>
    DemandGrowth,
}

/// <summary>The families of distribution a row may name (docs/method.md section 6).</summary>
public enum DistributionFamily
{
    /// <summary>The central value, always.</summary>
    Fixed,

    /// <summary>Low and high are limits, central the mode of a PERT (scaled beta) distribution.</summary>
    Pert,

    /// <summary>Low and high are limits, central the mode of a triangle.</summary>
    Triangular,

    /// <summary>Low and high are limits, central the middle.</summary>
    Uniform,

    /// <summary>Low and high are the 5th and 95th percentiles, central the median and the middle.</summary>
    Normal,

    /// <summary>Low and high are the 5th and 95th percentiles, central the median and their geometric middle.</summary>
    Lognormal,

    /// <summary>Low and high are the 5th and 95th percentiles, central the median, on the whole of what the parameter may be.</summary>
    Beta,
}

/// <summary>How good the evidence for a figure is.</summary>
public enum Grade
{
    /// <summary>A published official statistic.</summary>
    A,

    /// <summary>Arithmetic on published figures, written down.</summary>
    B,

    /// <summary>Expert judgement or a neighbouring population.</summary>
    C,

    /// <summary>No source in hand, or a fitted value.</summary>
    D,
}

/// <summary>A row of the register of assumptions.</summary>
public sealed record Assumption
{
    /// <summary>Unique id; it also keys the row's random draws.</summary>
    public required string Id { get; init; }

    /// <summary>What the row is about.</summary>
    public required Parameter Parameter { get; init; }

    /// <summary>Index of the place it applies to and below; null for everywhere.</summary>
    public int? Place { get; init; }

    /// <summary>Index of the service it applies to; null for every one.</summary>
    public int? Service { get; init; }

    /// <summary>Index of the staff group it applies to and below; null for every one.</summary>
    public int? StaffGroup { get; init; }

    /// <summary>Index of the source of candidates, for a parameter of sources; else null.</summary>
    public int? Supply { get; init; }

    /// <summary>Index of the stage within the source; null for all of its stages.</summary>
    public int? Stage { get; init; }

    /// <summary>Index of the conversion, for <see cref="Parameter.Converting"/>; else null.</summary>
    public int? Conversion { get; init; }

    /// <summary>The low end, in the parameter's unit.</summary>
    public required double Low { get; init; }

    /// <summary>The value of the central run, in the parameter's unit.</summary>
    public required double Central { get; init; }

    /// <summary>The high end, in the parameter's unit.</summary>
    public required double High { get; init; }

    /// <summary>How values between the ends are drawn.</summary>
    public required DistributionFamily Distribution { get; init; }

    /// <summary>The least value that a draw may take, in the parameter's unit.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest value that a draw may take, in the parameter's unit.</summary>
    public double Greatest { get; init; } = double.PositiveInfinity;

    /// <summary>Name of the group of rows that rise and fall together with it; null for none (docs/method.md section 6).</summary>
    public string? CorrelationGroup { get; init; }

    /// <summary>Correlation with what its group has in common, -1 to 1.</summary>
    public double Correlation { get; init; }

    /// <summary>How good the evidence is.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Id of the evidence item.</summary>
    public required string Source { get; init; }

    /// <summary>What a reader should know about it.</summary>
    public string Note { get; init; } = "";
}
