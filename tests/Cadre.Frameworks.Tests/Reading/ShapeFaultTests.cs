using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class ShapeFaultTests
{
    [Fact]
    public void Find_BetaOfAParameterWithoutAnEnd_NamesTheParametersThatTakeOne()
    {
        var fault = ShapeFault.Find(DistributionFamily.Beta, "beta", 1, 2, 3, new Quantity("a number", 0, double.PositiveInfinity))!;

        Assert.Equal("distribution", fault.Column);
        Assert.StartsWith("another distribution: beta is for parameters that are limited below and above, leaving_rate, net_change, ", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_BetaWithoutAWidth_IsTheCentralValue() =>
        Assert.Null(ShapeFault.Find(DistributionFamily.Beta, "beta", 100, 100, 100, new Quantity("percent", 0, 100)));

    [Fact]
    public void Find_MedianThatTheFaultNames_Fits()
    {
        var allowed = new Quantity("percent", 0, 100);
        var expected = ShapeFault.Find(DistributionFamily.Beta, "beta", 2, 5, 14, allowed)!.Expected;
        var named = double.Parse(expected.Split('(', ')')[1], System.Globalization.CultureInfo.InvariantCulture);

        Assert.NotEqual(5, named);
        Assert.Null(ShapeFault.Find(DistributionFamily.Beta, "beta", 2, named, 14, allowed));
    }
}
