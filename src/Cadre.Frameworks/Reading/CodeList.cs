namespace Cadre.Frameworks.Reading;

/// <summary>The codes that one file defines, each with its index, for the cells that refer to them.</summary>
/// <param name="noun">What a code stands for, as in "the code of a place".</param>
/// <param name="file">The file that defines them.</param>
internal sealed class CodeList(string noun, string file)
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<string> _codes = [];
    private readonly HashSet<(string Code, string File, string Column)> _reported = [];

    /// <summary>False when a definition could not be read; unknown codes are then not reported, because it may be theirs.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>The file that defines the codes.</summary>
    public string File => file;

    /// <summary>How many codes there are.</summary>
    public int Count => _codes.Count;

    /// <summary>What a cell should hold that refers to one.</summary>
    public string Expected => $"{noun} in {file}";

    /// <summary>The code at an index.</summary>
    public string this[int index] => _codes[index];

    /// <summary>Adds a code; false when it was there before.</summary>
    public bool TryAdd(string code)
    {
        if (!_indexes.TryAdd(code, _codes.Count))
            return false;
        _codes.Add(code);
        return true;
    }

    /// <summary>The index of a code, or -1.</summary>
    public int IndexOf(string code) => _indexes.GetValueOrDefault(code, -1);

    /// <summary>Whether an unknown code should be reported: once for each column of each file.</summary>
    public bool IsNews(string code, string inFile, string column) => IsComplete && _reported.Add((code, inFile, column));

    /// <summary>The nearest code, as a question, if one is near.</summary>
    public string Suggestion(string typed) => Nearest.Suggestion(typed, _codes);
}
