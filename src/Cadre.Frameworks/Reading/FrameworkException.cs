namespace Cadre.Frameworks.Reading;

/// <summary>A framework could not be read; holds every fault that was found in it.</summary>
public sealed class FrameworkException : Exception
{
    /// <summary>Makes the exception from the faults, at least one, in any order.</summary>
    public FrameworkException(IEnumerable<Problem> problems)
        : this(Sorted(problems))
    {
    }

    private FrameworkException(Problem[] sorted)
        : base(string.Join('\n', sorted.Select(problem => problem.ToString())))
    {
        Problems = sorted;
    }

    /// <summary>The faults by file, then line, then column.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static Problem[] Sorted(IEnumerable<Problem> problems) =>
        [.. problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column, StringComparer.Ordinal)];
}
