namespace Cadre.Core.Plans.Sections;

/// <summary>Something in a section of a plan that cannot stay.</summary>
/// <param name="Section">The section (<see cref="SectionName"/>).</param>
/// <param name="Item">The item in it, from 0; null where it has none.</param>
/// <param name="Field">The field.</param>
/// <param name="Label">The field as people read it.</param>
/// <param name="Found">What is in it.</param>
/// <param name="Expected">What should be.</param>
public sealed record PlanProblem(string Section, int? Item, string Field, string Label, string Found, string Expected)
{
    /// <summary>In a sentence.</summary>
    public string Text => Found.Length == 0 ? $"{Label}: expected {Expected}" : $"{Label}: found {Quoted}, expected {Expected}";

    private string Quoted => Found.Length > 40 ? $"\"{Found[..40]}...\"" : $"\"{Found}\"";
}
