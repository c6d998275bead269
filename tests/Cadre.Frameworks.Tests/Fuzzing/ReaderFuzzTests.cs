using System.Globalization;
using Cadre.TestCommon;
using Cadre.TestCommon.Fuzzing;

namespace Cadre.Frameworks.Tests.Fuzzing;

/// <summary>Every reader is given spoilt files until the time is over (CONTRIBUTING.md, "Hostile input").</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Read_SpoiltFiles_ReadsOrNamesTheFaults()
    {
        using var folder = new TemporaryFolder();
        var (mutants, refused) = new Fuzzer(ReaderTargets.All, folder.Path).Run(Fuzzer.Time(usualSeconds: 10), Fuzzer.Seed);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutants} mutants, {refused} refused"));
        Assert.True(mutants == 1 || refused > mutants / 4, $"Of {mutants} mutants only {refused} were refused: they are not spoilt enough.");
    }

    [Fact]
    public void Import_SpoiltPublicationsOfEveryFormat_ImportsOrNamesTheFaults()
    {
        using var folder = new TemporaryFolder();
        var (mutants, refused) = new Fuzzer(ReaderTargets.Publications, folder.Path).Run(Fuzzer.Time(usualSeconds: 5), Fuzzer.Seed);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutants} mutants, {refused} refused"));
        Assert.True(mutants == 1 || refused > mutants / 4, $"Of {mutants} mutants only {refused} were refused: they are not spoilt enough.");
    }

    [Fact]
    public void Import_SpoiltPublications_ImportsOrNamesTheFaults()
    {
        Assert.SkipWhen(PublishedData.MayBeMissing, "the publications are not on this machine");
        using var folder = new TemporaryFolder();
        var (mutants, refused) = new Fuzzer(ReaderTargets.Imports, folder.Path).Run(Fuzzer.Time(usualSeconds: 4), Fuzzer.Seed);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutants} mutants, {refused} refused"));
        Assert.True(mutants > 0);
    }

    [Fact]
    public void Run_ReaderThatFails_TellsSeedInputAndCause()
    {
        using var folder = new TemporaryFolder();
        var planted = Planted(text => throw new InvalidOperationException("planted"), from: "7");

        var failure = Assert.Throws<FuzzFailureException>(() => new Fuzzer([planted], folder.Path).Run(TimeSpan.FromMinutes(1), seed: 5));
        var seed = ulong.Parse(failure.Message.Split($"{Fuzzer.SeedVariable}=")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        using var second = new TemporaryFolder();
        var again = Assert.Throws<FuzzFailureException>(() => new Fuzzer([planted], second.Path).Run(TimeSpan.Zero, seed));

        Assert.StartsWith("planted, table.csv (", failure.Message);
        Assert.Contains("it threw InvalidOperationException (planted)", failure.Message);
        Assert.Equal(failure.Message, again.Message);
        var kept = failure.Message.Split("is kept in ")[1].Split(';')[0];
        Assert.DoesNotContain("7", File.ReadAllText(kept));
        File.Delete(kept);
    }

    [Fact]
    public void Run_ReaderThatRefusesAndWrites_Fails()
    {
        using var folder = new TemporaryFolder();
        var planted = Planted(path =>
        {
            File.WriteAllText(Path.Combine(path, "left.tmp"), "x");
            throw new Cadre.Frameworks.Reading.FrameworkException([new Cadre.Frameworks.Reading.Problem("table.csv", 1, null, "x", "y")]);
        }, from: "7");

        var failure = Assert.Throws<FuzzFailureException>(() => new Fuzzer([planted], folder.Path).Run(TimeSpan.FromMinutes(1), seed: 5));

        Assert.Contains("it refused the input and changed left.tmp", failure.Message);
        File.Delete(failure.Message.Split("is kept in ")[1].Split(';')[0]);
    }

    /// <summary>A reader that fails on what does not hold a text.</summary>
    private static FuzzTarget Planted(Action<string> fail, string from) => new()
    {
        Name = "planted",
        Create = folder => File.WriteAllText(Path.Combine(folder, "table.csv"), "a,b\n1,7\n"),
        Read = folder =>
        {
            if (!File.ReadAllText(Path.Combine(folder, "table.csv")).Contains(from)) fail(folder);
        },
        FaultOf = FrameworkFaults.Of,
    };
}
