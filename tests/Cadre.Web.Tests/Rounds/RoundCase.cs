using Cadre.Core.Plans;
using Cadre.Core.Plans.Sections;
using Cadre.Core.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Tests.Rounds;

/// <summary>The round of a test server's small nation, with plans that say something.</summary>
internal static class RoundCase
{
    public static readonly PlanLine Nurses = new("all", "nurses");

    /// <summary>Something done with the server's services.</summary>
    public static async Task<T> WithAsync<T>(TestServer server, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>The plan of a place.</summary>
    public static Task<LocalPlan> PlanAsync(TestServer server, string place) => server.WithDbAsync(db => db.LocalPlans.AsNoTracking().FirstAsync(plan => plan.RoundId == server.Run.RoundId && plan.Place == place));

    /// <summary>Somebody's id.</summary>
    public static Task<Guid> PersonAsync(TestServer server, string email) => server.WithDbAsync(db => db.Users.Where(person => person.Email == email).Select(person => person.Id).FirstAsync());

    /// <summary>So many nurses' posts more than prefilled from the second quarter on.</summary>
    public static async Task<(string Section, SectionContent Content)> MoreNursesAsync(TestServer server, string place, decimal fte)
    {
        var plan = await PlanAsync(server, place);
        var planned = await WithAsync(server, services => services.GetRequiredService<PlanReader>().PlaceAsync(plan, null, default));
        var posts = planned.PrefilledOf(Nurses);
        return (Nurses.Section, new PostsContent
        {
            Reason = $"=A new team in {place}",
            Fte = new SortedDictionary<string, decimal>(Enumerable.Range(2, posts.Length - 2).ToDictionary(q => planned.Basis.Quarters[q].Code, q => posts[q] + fte), StringComparer.Ordinal),
        });
    }

    /// <summary>A lever that keeps nurses.</summary>
    public static (string Section, SectionContent Content) Retention(string points, string reason) => (SectionName.Levers, new ItemsContent
    {
        Items = [new Dictionary<string, string> { ["parameter"] = "leaving_rate", ["staff_group"] = "nurses", ["size"] = points, ["start"] = "2026-04", ["ramp_months"] = "1", ["cost_per_year"] = "", ["reason"] = reason }],
    });

    /// <summary>Clinical staff by service.</summary>
    public static (string Section, SectionContent Content) Services => (SectionName.Services, new ItemsContent
    {
        Items = [.. new (string Service, string Share)[] { ("community", "62.5"), ("crisis", "37.5") }
            .Select(share => new Dictionary<string, string> { [ServiceItems.Group] = "clinical", [ServiceItems.Service] = share.Service, [ServiceItems.Other] = "", [ServiceItems.Share] = share.Share, [ServiceItems.Reason] = "rota of March" })],
    });

    /// <summary>The same, where the plan is not submitted yet: what a class of tests begins with.</summary>
    public static async Task SubmitOnceAsync(TestServer server, string place, params (string Section, SectionContent Content)[] sections)
    {
        if ((await PlanAsync(server, place)).State == PlanState.Draft) await SubmitAsync(server, place, sections);
    }

    /// <summary>Saves sections of the plan of a place and submits it.</summary>
    public static async Task<Run> SubmitAsync(TestServer server, string place, params (string Section, SectionContent Content)[] sections)
    {
        var (plan, person) = (await PlanAsync(server, place), await PersonAsync(server, TestServer.Planner));
        await SaveAsync(server, plan, person, sections);
        var outcome = await WithAsync(server, services => services.GetRequiredService<PlanService>().SubmitAsync(plan.Id, person, default));
        return await server.FinishedAsync(Assert.IsType<SubmitOutcome.Submitted>(outcome).Run);
    }

    /// <summary>Saves sections of a plan.</summary>
    public static Task SaveAsync(TestServer server, LocalPlan plan, Guid person, params (string Section, SectionContent Content)[] sections) => WithAsync(server, async services =>
    {
        var numbers = await services.GetRequiredService<PlanReader>().NumbersAsync(plan.Id, default);
        return Assert.IsType<SaveOutcome.Saved>(await services.GetRequiredService<PlanService>().SaveAsync(
            new SavePlanOptions { PlanId = plan.Id, PersonId = person, Sections = sections.ToDictionary(section => section.Section, section => (section.Content, numbers.Of(section.Section))) }, default));
    });
}
