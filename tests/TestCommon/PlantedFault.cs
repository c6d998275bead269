using Cadre.Frameworks.Reading;

namespace Cadre.TestCommon;

/// <summary>A fault to be planted in a copy of the small framework, and what the reader must say of it.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Problem">The one problem that the reader must find.</param>
/// <param name="Plant">Changes the framework in the folder that it is given.</param>
/// <param name="GoesWithOthers">Whether the fault moves no line and hides no other, so that it may be planted with others.</param>
public sealed record PlantedFault(string Name, Problem Problem, Action<string> Plant, bool GoesWithOthers = true)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
