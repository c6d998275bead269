namespace Cadre.TestCommon.Fuzzing;

/// <summary>A reader to be tried with spoilt input: a folder of sound files of which each mutant spoils one.</summary>
public sealed record FuzzTarget
{
    /// <summary>What a failure calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Writes the sound files into a folder that is empty; the mutants are made of them.</summary>
    public required Action<string> Create { get; init; }

    /// <summary>Whether a file, by its path under the folder, is spoilt; all unless given.</summary>
    public Func<string, bool> Spoils { get; init; } = _ => true;

    /// <summary>What is done between spoiling and reading, such as making a digest fit again; nothing unless given.</summary>
    public Action<string> Prepare { get; init; } = _ => { };

    /// <summary>Reads the folder.</summary>
    public required Action<string> Read { get; init; }

    /// <summary>What is wrong with an exception as an answer to bad input; null where it is the one that the reader documents, and says where the fault is.</summary>
    public required Func<Exception, string?> FaultOf { get; init; }

    /// <summary>How often it is drawn, beside 1.</summary>
    public int Weight { get; init; } = 1;
}
