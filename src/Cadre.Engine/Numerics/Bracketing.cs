namespace Cadre.Engine.Numerics;

/// <summary>Finds where a function passes through 0 between two points of opposite sign.</summary>
internal static class Bracketing
{
    private const int MostRounds = 200;

    /// <summary>The point at which <paramref name="function"/> is 0, to the last digits of a double.</summary>
    /// <param name="function">A function with opposite signs (or 0) at the two ends; it may be infinite, but is a number everywhere.</param>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <remarks>
    /// T. R. Chandrupatla, A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
    /// derivatives, Advances in Engineering Software 28 (1997), 145-149.
    /// </remarks>
    internal static double Root(Func<double, double> function, double from, double to)
    {
        var (a, b, c) = (to, from, from);
        var (atA, atB) = (function(a), function(b));
        var atC = atB;
        var share = 0.5;
        for (var round = 0; round < MostRounds; round++)
        {
            var x = a + (share * (b - a));
            var atX = function(x);
            if (Math.Sign(atX) == Math.Sign(atA))
                (c, atC) = (a, atA);
            else
                (c, atC, b, atB) = (b, atB, a, atA);
            (a, atA) = (x, atX);

            var (best, atBest) = Math.Abs(atA) < Math.Abs(atB) ? (a, atA) : (b, atB);
            var least = ((4 * double.BitIncrement(0)) + (2.3e-16 * Math.Abs(best))) / Math.Abs(b - a);
            if (atBest == 0 || least > 0.5)
                return best;
            share = Math.Clamp(NextShare(a, b, c, atA, atB, atC), least, 1 - least);
        }

        return Math.Abs(atA) < Math.Abs(atB) ? a : b;
    }

    /// <summary>How far to go from a to b: by the parabola through three points where that is safe, else half the way.</summary>
    private static double NextShare(double a, double b, double c, double atA, double atB, double atC)
    {
        var xi = (a - b) / (c - b);
        var phi = (atA - atB) / (atC - atB);
        return phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
            ? (atA / (atB - atA) * (atC / (atB - atC))) + ((c - a) / (b - a) * (atA / (atC - atA)) * (atB / (atC - atB)))
            : 0.5;
    }
}
