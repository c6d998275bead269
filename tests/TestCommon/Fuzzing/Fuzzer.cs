using System.Diagnostics;
using System.Globalization;

namespace Cadre.TestCommon.Fuzzing;

/// <summary>
/// Tries readers with mutants of sound files until its time is over. Whatever a mutant is, its reader must read it or throw what it documents,
/// in bounded time, and leave the folder as it was where it throws. CONTRIBUTING.md says how to run it for longer.
/// </summary>
public sealed class Fuzzer
{
    /// <summary>Names the variable with the seconds that each fuzzing test takes.</summary>
    public const string SecondsVariable = "CADRE_FUZZ_SECONDS";

    /// <summary>Names the variable with the seed of the first mutant; each further mutant has the next one.</summary>
    public const string SeedVariable = "CADRE_FUZZ_SEED";

    /// <summary>Longest time for one mutant, on a machine that does other things too.</summary>
    public static readonly TimeSpan MostPerMutant = TimeSpan.FromSeconds(20);

    private readonly List<FuzzFolder> _folders = [];
    private readonly string _seedFile;

    /// <summary>Prepares the folders of targets.</summary>
    /// <param name="targets">The readers.</param>
    /// <param name="root">An empty folder, in which they work.</param>
    public Fuzzer(IEnumerable<FuzzTarget> targets, string root)
    {
        _seedFile = Path.Combine(root, "seed.txt");
        foreach (var target in targets)
        {
            var folder = new FuzzFolder(target, Path.Combine(root, $"{_folders.Count}"));
            _folders.AddRange(Enumerable.Repeat(folder, target.Weight));
        }
    }

    /// <summary>The time that a test is to take: what <see cref="SecondsVariable"/> says, else the usual.</summary>
    public static TimeSpan Time(double usualSeconds) =>
        TimeSpan.FromSeconds(double.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : usualSeconds);

    /// <summary>The seed to begin with: what <see cref="SeedVariable"/> says, else always the same.</summary>
    public static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>Tries mutants until the time is over, at least one.</summary>
    /// <returns>How many, and how many of them the readers refused.</returns>
    /// <exception cref="FuzzFailureException">A reader failed; the message has seed and input.</exception>
    public (int Mutants, int Refused) Run(TimeSpan time, ulong seed)
    {
        var clock = Stopwatch.StartNew();
        var (mutants, refused) = (0, 0);
        do
        {
            if (!Try(seed + (ulong)mutants)) refused++;
            mutants++;
        }
        while (clock.Elapsed < time);
        return (mutants, refused);
    }

    /// <summary>Tries the mutant of a seed; whether it was read.</summary>
    private bool Try(ulong seed)
    {
        var draws = new FuzzDraws(seed);
        var folder = draws.Of(_folders);
        var mutant = folder.Spoil(draws);
        // A stack that overflows ends the program: the seed is then here.
        File.WriteAllText(_seedFile, $"{mutant.Target}, {mutant.File} ({mutant.What}): {SeedVariable}={seed}\n");
        Exception? thrown = null;
        var reading = new Thread(() => thrown = Thrown(() => folder.Read()), maxStackSize: 1 << 20) { IsBackground = true };
        reading.Start();
        if (!reading.Join(MostPerMutant))
            throw Failure(seed, mutant, $"it took more than {MostPerMutant.TotalSeconds} seconds", null);
        if (thrown is null)
        {
            folder.Restore();
            return true;
        }

        if (folder.Target.FaultOf(thrown) is { } wrong)
            throw Failure(seed, mutant, wrong, thrown);
        if (folder.Changed() is { } changed)
            throw Failure(seed, mutant, $"it refused the input and changed {changed}", thrown);
        folder.Restore();
        return false;
    }

    private static Exception? Thrown(Action act)
    {
#pragma warning disable CA1031 // Whatever is thrown is judged by the one who waits.
        try
        {
            act();
            return null;
        }
        catch (Exception any)
        {
            return any;
        }
#pragma warning restore CA1031
    }

    private static FuzzFailureException Failure(ulong seed, FuzzMutant mutant, string what, Exception? thrown)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"cadre-fuzz-{seed}-{Path.GetFileName(mutant.File)}");
        File.WriteAllBytes(kept, mutant.Bytes);
        var start = Convert.ToBase64String(mutant.Bytes.AsSpan(0, Math.Min(mutant.Bytes.Length, 600)));
        return new FuzzFailureException(
            $"{mutant.Target}, {mutant.File} ({mutant.What}): {what}. Repeat with {SeedVariable}={seed} {SecondsVariable}=0. The input, {mutant.Bytes.Length} bytes, is kept in {kept}; it begins, in base64: {start}", thrown);
    }
}
