using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>How much a person of some ages needs beside others; only ratios are used.</summary>
/// <param name="Service">Index of the service; null for every one without weights of its own.</param>
/// <param name="From">First age.</param>
/// <param name="To">Age before which the band ends; null for no end.</param>
/// <param name="Weight">0 or more.</param>
/// <param name="Source">Id of the evidence that it comes from.</param>
/// <param name="Grade">How good that is.</param>
/// <param name="Note">What a reader should know about it.</param>
public sealed record NeedWeight(int? Service, int From, int? To, double Weight, string Source, Grade Grade, string Note)
{
    /// <summary>Whether a person of an age is in the band.</summary>
    public bool Holds(int age) => age >= From && !(age >= To);
}
