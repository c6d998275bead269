namespace Cadre.Benchmarks.Commands;

/// <summary>This program in a process of its own, with switches of .NET that hold from the start.</summary>
internal static class ThisProgram
{
    /// <summary>Path of its assembly.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Cadre.Benchmarks.dll");

    /// <summary>Runs one of its commands to the end.</summary>
    public static FinishedProcess Start(string command, IReadOnlyDictionary<string, string> switches) => FinishedProcess.Run("dotnet", [Path, command], switches);
}
