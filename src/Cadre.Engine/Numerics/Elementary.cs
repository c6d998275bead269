using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cadre.Engine.Numerics;

/// <summary>
/// Elementary functions in plain IEEE double arithmetic, so that their bits do not depend on the machine's
/// instruction set (docs/method.md section 6).
/// </summary>
public static class Elementary
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>The first 32 bits of ln 2, so that its products with whole numbers below 2^20 are exact.</summary>
    private const double Ln2High = 6.93147180369123816490e-01;

    /// <summary>ln 2 less <see cref="Ln2High"/>.</summary>
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>1.5 * 2^52: adding it rounds to a whole number, which then stands in the low bits.</summary>
    private const double Rounder = 6755399441055744.0;

    /// <summary>Half the logarithm of 2 pi.</summary>
    internal const double HalfLn2Pi = 0.91893853320467274178;

    /// <summary>e to the power <paramref name="x"/>, within 1 unit in the last place.</summary>
    /// <returns>0 and infinity where the result is out of range; not a number for not a number.</returns>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) <= 708))
            return ExpAtTheEdges(x);

        var power = (x * Log2E) + Rounder;
        var scale = BitConverter.DoubleToInt64Bits(power) << 52;
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(ExpOfRemainder(x, power - Rounder)) + scale);
    }

    /// <summary>The natural logarithm of <paramref name="x"/>, within 1 unit in the last place.</summary>
    /// <returns>Minus infinity for 0; not a number below 0 and for not a number.</returns>
    /// <remarks>The method of FDLIBM's e_log.c (Sun Microsystems, 1993).</remarks>
    public static double Log(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x))
            return x;

        var power = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54
            power = -54;
        }

        // x = 2^power * (1 + f), with 1 + f from sqrt(1/2) to sqrt(2)
        var bits = BitConverter.DoubleToInt64Bits(x) - 0x3fe6a09e00000000L;
        power += (int)(bits >> 52);
        var f = BitConverter.Int64BitsToDouble((bits & 0xfffffffffffffL) + 0x3fe6a09e00000000L) - 1;

        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var even = w * (3.999999999940941908e-01 + (w * (2.222219843214978396e-01 + (w * 1.531383769920937332e-01))));
        var odd = z * (6.666666666666735130e-01 + (w * (2.857142874366239149e-01
            + (w * (1.818357216161805012e-01 + (w * 1.479819860511658591e-01))))));
        var halfSquare = 0.5 * f * f;
        return (power * Ln2High) - (halfSquare - ((s * (halfSquare + (even + odd))) + (power * Ln2Low)) - f);
    }

    /// <summary>
    /// <paramref name="x"/>, 0 or more, to the power <paramref name="y"/>: exactly 1 for a power of 0 or of 1, exactly
    /// <paramref name="x"/> to the power 1, otherwise within |y ln x| + 2 units in the last place.
    /// </summary>
    /// <returns>Not a number below 0.</returns>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        return y == 1 && x >= 0 ? x : Exp(y * Log(x));
    }

    /// <summary>
    /// The value below which a standard normal variable lies with probability <paramref name="p"/>, to about 1
    /// part in 10^15.
    /// </summary>
    /// <returns>Infinite at 0 and 1; not a number outside 0 to 1.</returns>
    /// <remarks>M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484.</remarks>
    public static double InverseNormal(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * (Horner(r, NormalMiddleTop) / Horner(r, NormalMiddleBottom));
        }

        var tail = q < 0 ? p : 1 - p;
        if (!(tail > 0))
            return tail == 0 ? (q < 0 ? double.NegativeInfinity : double.PositiveInfinity) : double.NaN;

        var root = Math.Sqrt(-Log(tail));
        var size = root <= 5
            ? Horner(root - 1.6, NormalTailTop) / Horner(root - 1.6, NormalTailBottom)
            : Horner(root - 5, NormalFarTop) / Horner(root - 5, NormalFarBottom);
        return q < 0 ? -size : size;
    }

    /// <summary>
    /// The logarithm of the gamma function at <paramref name="x"/>, over 0, to about 1 part in 10^14 or
    /// 10^-14, whichever is larger: Stirling's series, from 8 on.
    /// </summary>
    /// <returns>Infinity at 0; not a number below 0.</returns>
    public static double LogGamma(double x)
    {
        if (!(x > 0))
            return x == 0 ? double.PositiveInfinity : double.NaN;
        if (double.IsPositiveInfinity(x))
            return x;

        var product = 1.0;
        for (; x < 8; x++)
            product *= x;

        var inverse = 1 / x;
        var series = Horner(inverse * inverse, Stirling) * inverse;
        return ((x - 0.5) * Log(x)) - x + HalfLn2Pi + series - Log(product);
    }

    /// <summary>
    /// What Stirling's leading terms (x - 1/2) ln x - x + ln(2 pi) / 2 leave of the logarithm of the gamma function at
    /// <paramref name="x"/>, 8 or more.
    /// </summary>
    internal static double StirlingRest(double x) => Horner(1 / x / x, Stirling) / x;

    /// <summary>The logarithm of 1 + <paramref name="x"/>, which keeps its digits where <paramref name="x"/>, over -1, is small.</summary>
    /// <remarks>W. Kahan's correction of the rounding of 1 + x.</remarks>
    internal static double Log1Plus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x over 2^power, the whole power nearest to x over ln 2: Taylor's series to the 13th power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpOfRemainder(double x, double power)
    {
        var r = x - (power * Ln2High) - (power * Ln2Low);
        var r2 = r * r;
        var r4 = r2 * r2;
        var first = (1.0 / 2) + (r * (1.0 / 6)) + (r2 * ((1.0 / 24) + (r * (1.0 / 120))));
        var second = (1.0 / 720) + (r * (1.0 / 5040)) + (r2 * ((1.0 / 40320) + (r * (1.0 / 362880))));
        var third = (1.0 / 3628800) + (r * (1.0 / 39916800)) + (r2 * ((1.0 / 479001600) + (r * (1.0 / 6227020800))));
        return 1 + (r + (r2 * (first + (r4 * (second + (r4 * third))))));
    }

    /// <summary><see cref="Exp(double)"/> lane by lane, to the bit.</summary>
    /// <param name="x">-708 to 708 in every lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes Exp(Lanes x)
    {
        var power = (x * Vector512.Create(Log2E)) + Vector512.Create(Rounder);
        var scale = power.AsInt64() << 52;
        return (ExpOfRemainder(x, power - Vector512.Create(Rounder)).AsInt64() + scale).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes ExpOfRemainder(Lanes x, Lanes power)
    {
        static Lanes Of(double value) => Vector512.Create(value);
        var r = x - (power * Of(Ln2High)) - (power * Of(Ln2Low));
        var r2 = r * r;
        var r4 = r2 * r2;
        var first = Of(1.0 / 2) + (r * Of(1.0 / 6)) + (r2 * (Of(1.0 / 24) + (r * Of(1.0 / 120))));
        var second = Of(1.0 / 720) + (r * Of(1.0 / 5040)) + (r2 * (Of(1.0 / 40320) + (r * Of(1.0 / 362880))));
        var third = Of(1.0 / 3628800) + (r * Of(1.0 / 39916800)) + (r2 * (Of(1.0 / 479001600) + (r * Of(1.0 / 6227020800))));
        return Of(1) + (r + (r2 * (first + (r4 * (second + (r4 * third))))));
    }

    private static double ExpAtTheEdges(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 1000)
            return double.PositiveInfinity;
        if (x < -1000)
            return 0;
        var power = (x * Log2E) + Rounder - Rounder;
        return Math.ScaleB(ExpOfRemainder(x, power), (int)power);
    }

    /// <summary>The polynomial with these coefficients, the constant first.</summary>
    private static double Horner(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--)
            sum = (sum * x) + coefficients[k];
        return sum;
    }

    private static ReadOnlySpan<double> Stirling =>
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156,
        -3617.0 / 122400, 43867.0 / 244188,
    ];

    private static ReadOnlySpan<double> NormalMiddleTop =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static ReadOnlySpan<double> NormalMiddleBottom =>
    [
        1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> NormalTailTop =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> NormalTailBottom =>
    [
        1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> NormalFarTop =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> NormalFarBottom =>
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
