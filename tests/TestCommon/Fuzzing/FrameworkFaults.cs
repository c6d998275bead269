using Cadre.Engine;
using Cadre.Frameworks.Reading;

namespace Cadre.TestCommon.Fuzzing;

/// <summary>What the readers of frameworks, lists and publications document that they throw.</summary>
public static class FrameworkFaults
{
    /// <summary>What is wrong with an exception; null for problems, at least one, each with a file, what was found and what was expected.</summary>
    public static string? Of(Exception thrown) => thrown switch
    {
        FrameworkException { Problems.Count: 0 } => "it threw no problem",
        FrameworkException fault when fault.Problems.FirstOrDefault(problem => problem.File.Length == 0 || problem.Found.Length == 0 || problem.Expected.Length == 0) is { } vague => $"a problem says too little: {vague}",
        FrameworkException fault when fault.Problems.FirstOrDefault(problem => problem.Found.Length > 2_000) is { } long_ => $"a problem shows {long_.Found.Length} letters: {long_.File}, line {long_.Line}",
        FrameworkException => null,
        _ => $"it threw {thrown.GetType().Name} ({thrown.Message})",
    };

    /// <summary>The same of an import, which also says when published figures cannot be fitted.</summary>
    public static string? OfImport(Exception thrown) => thrown is ModelException ? null : Of(thrown);
}
