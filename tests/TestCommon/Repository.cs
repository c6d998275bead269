using System.Runtime.CompilerServices;

namespace Cadre.TestCommon;

/// <summary>The folder of the repository that holds the tests that run.</summary>
public static class Repository
{
    /// <summary>The folder with cadre.slnx above the test program, or above this file where the program was built elsewhere.</summary>
    public static string Root { get; } =
        FindFrom(AppContext.BaseDirectory)
        ?? FindFrom(ThisFile())
        ?? throw new DirectoryNotFoundException("No folder with cadre.slnx above the test program or its source.");

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static string? FindFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "cadre.slnx")))
                return folder.FullName;
        }

        return null;
    }
}
