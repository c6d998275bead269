using Cadre.Core.Plans;
using Cadre.Web.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Web.Tests.Plans;

public abstract class SubmitTests(TestServer server)
{
    [Fact]
    public async Task Submit_EveryPlanAtOnce_TheLastNationalRunCountsThemAll()
    {
        var person = await server.WithDbAsync(db => db.Users.Where(user => user.Email == TestServer.Planner).Select(user => user.Id).FirstAsync());
        var plans = await server.WithDbAsync(db => db.LocalPlans.Select(plan => plan.Id).ToListAsync());
        var outcomes = await Task.WhenAll(plans.Select(plan => server.WithAsync<PlanService, SubmitOutcome>(service => service.SubmitAsync(plan, person, default))));
        var runs = outcomes.Cast<SubmitOutcome.Submitted>().Select(submitted => submitted.Run).ToList();
        var counted = await server.WithDbAsync(db => db.RunPlans.Where(planned => runs.Contains(planned.RunId)).GroupBy(planned => planned.RunId).Select(group => group.Count()).ToListAsync());
        Assert.Equal(Enumerable.Range(1, plans.Count), counted.Order());
    }
}

public sealed class SqliteSubmitTests(TestServer server) : SubmitTests(server), IClassFixture<TestServer>;

public sealed class PostgresSubmitTests(PostgresServer server) : SubmitTests(server.OrSkip), IClassFixture<PostgresServer>;
