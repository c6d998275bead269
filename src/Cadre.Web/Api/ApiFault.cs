using System.ComponentModel;
using Cadre.Core.Plans.Sections;

namespace Cadre.Web.Api;

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Section">The section of the plan that it is in; null where it is in none.</param>
/// <param name="Item">The item of the section, from 0; null where it is in none.</param>
/// <param name="Field">The field.</param>
/// <param name="Text">What was found and what was expected, in a sentence.</param>
/// <remarks>The document takes a property of this name for an indexer: only an attribute describes it.</remarks>
internal sealed record ApiFault(string? Section, [property: Description("The item of the section, from 0; null where it is in none.")] int? Item, string Field, string Text)
{
    /// <summary>A problem of a plan.</summary>
    internal static ApiFault Of(PlanProblem problem) => new(problem.Section, problem.Item, problem.Field, problem.Text);
}
