namespace Cadre.TestCommon;

/// <summary>The publications that import tests read; they are not part of the repository.</summary>
public static class PublishedData
{
    /// <summary>Their folder, beside the repository.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    /// <summary>Whether they are there.</summary>
    public static bool IsThere => Directory.Exists(Folder);

    /// <summary>True on a machine of a developer who does not have them; never in continuous integration, where their absence fails.</summary>
    public static bool MayBeMissing => !IsThere && Environment.GetEnvironmentVariable("CI") != "true";
}
