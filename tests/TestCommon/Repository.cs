namespace Cadre.TestCommon;

/// <summary>The folder of the repository that holds the tests that run.</summary>
public static class Repository
{
    /// <summary>The folder with cadre.slnx, at or above the folder of the test program or the current one.</summary>
    public static string Root { get; } =
        FindFrom(AppContext.BaseDirectory)
        ?? FindFrom(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException("No folder with cadre.slnx above the test program or the current folder.");

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
