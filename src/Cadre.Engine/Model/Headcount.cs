namespace Cadre.Engine.Model;

/// <summary>
/// People, or posts held by people, counted in heads: 0 or more, and not always whole, because the
/// engine works with expected numbers. The default is 0.
/// </summary>
public readonly record struct Headcount
{
    /// <summary>Makes a count of <paramref name="value"/> heads.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative or not a number.</exception>
    public Headcount(double value)
    {
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A headcount is a finite number, 0 or more.");
        Value = value;
    }

    /// <summary>Heads.</summary>
    public double Value { get; }
}
