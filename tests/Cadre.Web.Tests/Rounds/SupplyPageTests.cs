using Cadre.Core.Plans.RollUp;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.Rounds;

/// <summary>What plans claim of the pools of candidates: one plan wants far more nurses than there are.</summary>
public sealed class SupplyPageTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await RoundCase.SubmitOnceAsync(server, "S1", await RoundCase.MoreNursesAsync(server, "S1", 120));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Page_OnePlanWantsMuchMore_NamesIt()
    {
        using var client = await server.SignInAsync(TestServer.Modeller);
        var page = await TestServer.ReadAsync(client, $"/rounds/{server.Run.RoundId}/supply?year=2026%2F27");
        var headline = page.QuerySelector(".cadre-headline")!.TextContent;
        Assert.Matches("^In 2026/27 the plans together expect to recruit [0-9.]+ more nurses in North than they can get\\. Northern Hills claims [0-9.]+ more than the framework gave it", headline);
        Assert.Equal("Northern Hills", page.QuerySelector("[aria-label='Nurses in North, by place'] tbody th")!.TextContent.Trim());
        Assert.Contains(page.QuerySelectorAll("main li"), item => item.TextContent.StartsWith("Doctors in South: the plans expect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Claims_OfTheRun_AddUpAndGetsAreWhatThePoolGives()
    {
        var (basis, claims) = await RoundCase.WithAsync(server, async services =>
        {
            var round = (await services.GetRequiredService<Cadre.Core.Plans.PlanReader>().RoundAsync(server.Run.RoundId!.Value, default))!;
            var found = (await services.GetRequiredService<SupplyClaimService>().ClaimsAsync(round, default))!.Value;
            return (found.Basis, found.Claims);
        });
        Assert.All(claims, pool =>
        {
            Assert.Equal(pool.Claimed, pool.Sources.Sum(source => source.Claimed), 1e-9);
            Assert.Equal(pool.Gets, pool.Sources.Sum(source => source.Gets), 1e-9);
        });
        // The only plan that differs gets, with all others as prefilled, what it claimed.
        Assert.All(claims.SelectMany(pool => pool.Places).Where(place => place.Plan.Place == "S1"), place => Assert.Equal(place.Claimed, place.Gets, 1e-9));
        Assert.All(claims.SelectMany(pool => pool.Places).Where(place => place.Plan.Place != "S1"), place => Assert.Equal(place.Framework, place.Claimed));
        Assert.True(claims.Single(pool => basis.Model.StaffGroups[basis.Model.Pools[pool.Pool].StaffGroup].Code == "nurses" && basis.Model.Places[basis.Model.Pools[pool.Pool].Catchment].Code == "R1" && pool.Year.Start == 2026).IsOverClaimed);
    }
}
