using Cadre.Frameworks.Reading;

namespace Cadre.Cli;

/// <summary>Where frameworks are looked for and runs are put when nothing else is said.</summary>
internal static class Home
{
    /// <summary>The repository when <c>./cadre</c> started the program, else the current folder.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("CADRE_HOME") is { Length: > 0 } home ? home : Environment.CurrentDirectory;

    /// <summary>The folder of the frameworks that have a name.</summary>
    public static string Frameworks => Path.Combine(Folder, "frameworks");

    /// <summary>Reads the framework of a name or path.</summary>
    /// <exception cref="FrameworkException">There is none, or it has faults.</exception>
    public static Framework Read(string nameOrPath) => FrameworkReader.Read(FrameworkLocator.Find(nameOrPath, Frameworks));
}
