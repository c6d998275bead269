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

    /// <summary>
    /// Adds bands of length of service, exits by cause, a conversion and a substitution to a copy: the tables of the folder <c>ways-out</c>,
    /// and the conversion's row in line 24 of assumptions.csv.
    /// </summary>
    public static void AddWaysOut(string copy)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "TestCommon", "ways-out"), "*.csv"))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        FaultyFile.Append(copy, "assumptions.csv", "converting.support,converting,,,,support-to-nurse,percent_per_year,1,2,3,uniform,,,D,synthetic,2026-01-15,,");
    }
}
