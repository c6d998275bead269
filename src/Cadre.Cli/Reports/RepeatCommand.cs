using System.CommandLine;
using System.CommandLine.Parsing;

namespace Cadre.Cli.Reports;

/// <summary>The command line that does again what was asked for.</summary>
internal static class RepeatCommand
{
    /// <summary>What says where results go and how they are shown; results do not depend on it.</summary>
    private static readonly string[] LeftOut = ["--out", "--json", "--quiet", "--threads"];

    /// <summary>The command as a shell takes it: <c>./cadre run england-2025 --futures 50</c>.</summary>
    /// <param name="parsed">What was asked for.</param>
    /// <param name="command">The command's name.</param>
    public static string Of(ParseResult parsed, string command)
    {
        var words = new List<string> { "./cadre", command };
        words.AddRange(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => Quoted(token.Value)));
        foreach (var option in parsed.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit && !LeftOut.Contains(option.Option.Name)))
            words.AddRange(option.Tokens.Select(token => Quoted(token.Value)).Prepend(option.Option.Name));
        return string.Join(' ', words);
    }

    /// <summary>The word of such a command, as a shell takes it, that stands after another; null where there is none.</summary>
    public static string? WordAfter(string command, string word)
    {
        var at = $" {command}".IndexOf($" {word} ", StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = command[(at + word.Length + 1)..];
        var (end, isOpen) = (0, false);
        for (; end < rest.Length && (isOpen || rest[end] != ' '); end++)
            isOpen ^= rest[end] == '\'';
        return rest[..end];
    }

    /// <summary>A word in quotes where a shell would take it apart.</summary>
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=".Contains(letter)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
