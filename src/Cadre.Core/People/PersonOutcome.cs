namespace Cadre.Core.People;

/// <summary>What came of adding or changing a person.</summary>
public abstract record PersonOutcome
{
    private PersonOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="PersonId">The person.</param>
    public sealed record Done(Guid PersonId) : PersonOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Problems">Everything that is wrong.</param>
    public sealed record HasProblems(IReadOnlyList<PersonProblem> Problems) : PersonOutcome;

    /// <summary>One thing that is wrong.</summary>
    internal static HasProblems Refused(string field, string text) => new([new PersonProblem(field, text)]);
}
