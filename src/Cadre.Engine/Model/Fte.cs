namespace Cadre.Engine.Model;

/// <summary>
/// A stock of staff or posts in full-time equivalents, 0 or more. The default is 0.
/// </summary>
public readonly record struct Fte
{
    /// <summary>Makes a stock of <paramref name="value"/> full-time equivalents.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative or not a number.</exception>
    public Fte(double value)
    {
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A stock in FTE is a finite number, 0 or more.");
        Value = value;
    }

    /// <summary>Full-time equivalents.</summary>
    public double Value { get; }
}
