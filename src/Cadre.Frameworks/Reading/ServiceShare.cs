using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>A share of the posts of a staff group in a place that a service has.</summary>
/// <param name="Place">Code of the place.</param>
/// <param name="StaffGroup">Code of the staff group.</param>
/// <param name="PlanService">Code of the service (<see cref="Framework.PlanServices"/>).</param>
/// <param name="Percent">The share; those of a place and staff group sum to 100.</param>
/// <param name="Source">Id of the evidence that it comes from.</param>
/// <param name="Grade">How good that is.</param>
/// <param name="Note">What a reader should know about it.</param>
public sealed record ServiceShare(string Place, string StaffGroup, string PlanService, decimal Percent, string Source, Grade Grade, string Note);
