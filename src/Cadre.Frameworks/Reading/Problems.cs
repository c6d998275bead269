namespace Cadre.Frameworks.Reading;

/// <summary>Collects the faults of a framework, so that all can be reported at once.</summary>
/// <param name="firstFile">The file whose faults come before all others; null for none.</param>
public sealed class Problems(string? firstFile = null)
{
    private readonly List<Problem> _found = [];

    /// <summary>How many were found so far.</summary>
    public int Count => _found.Count;

    /// <summary>Adds a fault.</summary>
    public void Add(Problem problem) => _found.Add(problem);

    /// <summary>Adds a fault that has no line: a missing file or a missing row.</summary>
    public void Add(string file, string? column, string found, string expected) =>
        _found.Add(new Problem(file, 0, column, found, expected));

    /// <summary>Adds faults that were found elsewhere, in their order.</summary>
    public void Add(Problems others) => _found.AddRange(others._found);

    /// <summary>Ends the reading if anything was found.</summary>
    /// <exception cref="FrameworkException">At least one fault was found.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new FrameworkException(_found, firstFile is null ? [] : [firstFile]);
    }
}
