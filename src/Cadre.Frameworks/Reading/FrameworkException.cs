namespace Cadre.Frameworks.Reading;

/// <summary>A framework could not be read; holds every fault that was found in it.</summary>
public sealed class FrameworkException : Exception
{
    /// <summary>Makes the exception from the faults, at least one, in any order.</summary>
    public FrameworkException(IEnumerable<Problem> problems)
        : this(Sorted(problems, []))
    {
    }

    /// <summary>Makes the exception from faults of which those of some files come before all others.</summary>
    /// <param name="problems">The faults, at least one, in any order.</param>
    /// <param name="firstFiles">The files whose faults come first, in this order.</param>
    public FrameworkException(IEnumerable<Problem> problems, IReadOnlyList<string> firstFiles)
        : this(Sorted(problems, firstFiles))
    {
    }

    private FrameworkException(Problem[] sorted)
        : base(string.Join('\n', sorted.Select(problem => problem.ToString())))
    {
        Problems = sorted;
    }

    /// <summary>The faults by file, then line, then column; those of files that come first before all others.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static Problem[] Sorted(IEnumerable<Problem> problems, IReadOnlyList<string> firstFiles)
    {
        string[] first = [.. firstFiles];
        return [.. problems
            .OrderBy(problem => Array.IndexOf(first, problem.File) is >= 0 and var at ? at : first.Length)
            .ThenBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column, StringComparer.Ordinal)];
    }
}
