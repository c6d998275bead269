using Cadre.Core.Plans;
using Cadre.Core.Plans.Workbooks;
using Cadre.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Pages.Plans;

/// <summary>A plan as a workbook to fill in.</summary>
internal static class PlanWorkbook
{
    public static void MapPlanWorkbook(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/plans/{id:guid}/workbook",
        async (Guid id, PlanReader reader, PlanService plans, PlanBookService books, HttpContext context, CancellationToken cancellation) =>
        {
            var person = SignedIn.IdOf(context.User);
            // Whoever may not see the plan finds nothing there, as on its pages.
            if (await reader.PlanAsync(id, cancellation) is not { } plan || !(await plans.AccessAsync(person, cancellation)).MaySee(plan, await reader.BasisAsync(plan.Round, cancellation)))
                return Microsoft.AspNetCore.Http.Results.NotFound();
            return Microsoft.AspNetCore.Http.Results.File(await books.WriteAsync(plan, person, cancellation), PlanBook.ContentType, $"plan-{plan.Place}.xlsx");
        });
}
