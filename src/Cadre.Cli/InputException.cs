namespace Cadre.Cli;

/// <summary>What the user asked for cannot be done as asked.</summary>
/// <param name="problems">A line for each reason.</param>
/// <param name="hint">What may help; empty when there is nothing to say.</param>
internal sealed class InputException(IReadOnlyList<string> problems, string hint = "") : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;

    public string Hint { get; } = hint;
}
