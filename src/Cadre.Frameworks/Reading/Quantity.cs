namespace Cadre.Frameworks.Reading;

/// <summary>What a number in a cell counts, and how large it may be.</summary>
/// <param name="Noun">What it is, as in "a number of heads".</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="LowIsOut">Whether <paramref name="Low"/> itself is too small.</param>
internal sealed record Quantity(string Noun, double Low, double High, bool LowIsOut = false)
{
    /// <summary>The largest number that any cell may hold; no workforce and no population comes near.</summary>
    private const double Limit = 1e10;

    public static Quantity Heads { get; } = new("a number of heads", 0, Limit);

    public static Quantity HeadsMoved { get; } = new("a number of heads", 0, Limit, LowIsOut: true);

    public static Quantity HeadsEitherWay { get; } = new("a number of heads", -Limit, Limit);

    public static Quantity Fte { get; } = new("a number of full-time equivalents", 0, Limit);

    public static Quantity FtePlanned { get; } = new("a number of full-time equivalents", 0, Limit, LowIsOut: true);

    public static Quantity FtePerHead { get; } = new("FTE per head", 0, 1.5, LowIsOut: true);

    public static Quantity People { get; } = new("a whole number of people", 0, Limit);

    public static Quantity Candidates { get; } = new("a number of candidates", 0, Limit);

    public static Quantity HeadsPerYear { get; } = new("heads a year", 0, Limit);

    public static Quantity TrainingPlaces { get; } = new("a number of places", 0, Limit);

    public static Quantity MonthsOfRetraining { get; } = new("months, a whole number", 0, Limit);

    public static Quantity Positions { get; } = new("a number of positions", 0, Limit, LowIsOut: true);

    public static Quantity HoursPerWeek { get; } = new("hours a week", 0, 168, LowIsOut: true);

    public static Quantity CategoryAllowance { get; } = new("percent", 0, 90);

    public static Quantity Exchange { get; } = new("FTE of the new role", 0, 100, LowIsOut: true);

    public static Quantity Supervision { get; } = new("FTE who supervise", 0, 10);

    public static Quantity Volume { get; } = new("a number of units", 0, Limit);

    public static Quantity VolumeGrowth { get; } = new("percent a year", -100, 100);

    public static Quantity HoursPerUnit { get; } = new("hours", 0, Limit, LowIsOut: true);

    public static Quantity Pounds { get; } = new("pounds", 0, Limit);

    /// <summary>A country pays its workforce more in a year than any other figure may be.</summary>
    public static Quantity PoundsOfTheNation { get; } = new("pounds", 0, 1e13);

    public static Quantity Pay { get; } = new("pounds a year", 0, Limit, LowIsOut: true);

    public static Quantity OnCosts { get; } = new("percent", 0, 200);

    public static Quantity Share { get; } = new("a share", 0, 1);

    public static Quantity Weight { get; } = new("a share", 0, 1, LowIsOut: true);

    /// <summary>Leavers over average staff of a small age band may well pass 100 percent.</summary>
    public static Quantity BandLeavingRate { get; } = new("percent per year", 0, 1200);

    public static Quantity Factor { get; } = new("a factor", 0, 1e6, LowIsOut: true);

    public static Quantity LeavingMultiplier { get; } = new("a factor", 0, Limit);

    public static Quantity Correlation { get; } = new("a correlation", -1, 1);

    public static Quantity NeedWeight { get; } = new("a weight", 0, Limit);

    public static Quantity ShareOfPosts { get; } = new("percent", 0, 100, LowIsOut: true);

    /// <summary>The age at which a band of the population begins or before which it ends.</summary>
    public static Quantity AgeOfPeople { get; } = Whole("an age", 0, 120);

    public static Quantity AnyNumber { get; } = new("a number", -Limit, Limit);

    public static Quantity Measure { get; } = new("a number", 0, Limit);

    public static Quantity Whole(string noun, int low, int high) => new($"{noun}, a whole number", low, high);

    /// <summary>Whether <paramref name="value"/> is a number within the limits.</summary>
    public bool Allows(double value) => (LowIsOut ? value > Low : value >= Low) && value <= High;

    /// <summary>The noun and its limits, for somebody who wrote <paramref name="found"/> (not a number where it was none).</summary>
    public string Expected(double found = double.NaN) => (Low, High) switch
    {
        (_, Limit) when double.Abs(found) > Limit => $"{Noun}, up to {Limit}",
        _ when Low == High => Noun,
        (-Limit, Limit) => Noun,
        (_, Limit) => LowIsOut ? $"{Noun}, over {Low}" : $"{Noun}, {Low} or more",
        _ => LowIsOut ? $"{Noun}, over {Low} and up to {High}" : $"{Noun}, {Low} to {High}",
    };
}
