namespace Cadre.TestCommon;

/// <summary>The framework <c>small-nation</c>, made up for tests.</summary>
public static class SmallFramework
{
    /// <summary>Its name, and that of its folder.</summary>
    public const string Name = "small-nation";

    /// <summary>Its folder; tests that change files work on a copy.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "TestCommon", Name);

    /// <summary>Copies the framework into <paramref name="folder"/>, which is made if need be, under its own name.</summary>
    /// <returns>The path of the copy.</returns>
    public static string CopyTo(string folder)
    {
        var copy = Path.Combine(folder, Name);
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(Folder))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        return copy;
    }
}
