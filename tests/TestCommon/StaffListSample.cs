using System.Globalization;
using System.Text;

namespace Cadre.TestCommon;

/// <summary>
/// Writes staff lists that are made up, for tests and measurements: the same rows and seed give the same bytes. Trusts and staff groups are those of
/// the framework england-2025 in the proportions of its stock, the other organisations made up.
/// </summary>
public static class StaffListSample
{
    /// <summary>The day up to which posts began: the framework's opening.</summary>
    public static DateOnly Day { get; } = new(2025, 9, 30);

    /// <summary>Header of the list.</summary>
    public const string Header = "pseudonym,organisation,occupation_code,service,age,start_date,fte";

    private const int OtherOrganisations = 203;

    /// <summary>Of each staff group, some of its occupation codes; staff of unknown classification have the group's own name.</summary>
    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["doctors"] = ["001", "051", "053"],
        ["nurses"] = ["N6D", "N6D", "N7E", "NCD", "N0E"],
        ["midwives"] = ["N2C"],
        ["ambulance"] = ["A6A"],
        ["scientific"] = ["S0L", "S2L", "S1L", "S1C"],
        ["support_clinical"] = ["H1D", "H2E", "G2D", "NFD", "NHD"],
        ["support_ambulance"] = ["AEA"],
        ["support_scientific"] = ["S8L", "S9L", "G2C"],
        ["central"] = ["G2A"],
        ["estates"] = ["G2B", "G3B"],
        ["senior_managers"] = ["G0A"],
        ["managers"] = ["G1A"],
        ["unknown"] = ["unknown"],
    };

    private static readonly string[] Ftes = ["1", "1.0", "1.00000", "0.8", "0.60", "0.5", "0.93333", "0.82667", "0.4", "1", "1", "0.64"];

    /// <summary>Writes a list. Where there are rows enough, every cohort of the framework has one.</summary>
    /// <param name="path">Path of the file; one that is there is replaced.</param>
    /// <param name="rows">Rows after the header, each a post held; about one in forty is the second of the person before.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="shareOfTrusts">Share of the rows, 0 to 1, that are of trusts of the framework; about a sixth in a list of the whole country.</param>
    public static void Write(string path, int rows, int seed, double shareOfTrusts = 1 / 6.0)
    {
        var (cohorts, upTo) = Cohorts();
        var draws = new Draws((ulong)seed);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        file.WriteLine(Header);
        var person = 0UL;
        for (var (row, ofTrusts) = (0, 0); row < rows; row++)
        {
            if (row == 0 || draws.Below(40) > 0)
                person = draws.Next();
            var isTrusts = draws.Below(1_000_000) < shareOfTrusts * 1_000_000;
            var (trust, group) = cohorts[isTrusts && ofTrusts < cohorts.Length ? ofTrusts++ : Drawn(upTo, draws)];
            var organisation = isTrusts ? trust : string.Create(CultureInfo.InvariantCulture, $"X{draws.Below(OtherOrganisations):000}");
            var start = Day.AddDays(-draws.Below(draws.Below(4) == 0 ? 365 : 9000));
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{person:x16},{organisation},{Codes[group][draws.Below(Codes[group].Length)]},,{20 + draws.Below(25) + draws.Below(25)},{start:yyyy-MM-dd},{Ftes[draws.Below(Ftes.Length)]}"));
        }
    }

    /// <summary>The framework's cohorts, and how many heads it has up to each.</summary>
    private static ((string Trust, string Group)[] Cohorts, int[] UpTo) Cohorts()
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(Repository.Root, "frameworks", "england-2025", "stock.csv")).Skip(1).Select(line => line.Split(','))];
        var sum = 0;
        return ([.. rows.Select(row => (row[0], row[2]))], [.. rows.Select(row => sum += int.Parse(row[3], CultureInfo.InvariantCulture))]);
    }

    private static int Drawn(int[] upTo, Draws draws)
    {
        var found = Array.BinarySearch(upTo, draws.Below(upTo[^1]) + 1);
        return found >= 0 ? found : ~found;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private sealed class Draws(ulong seed)
    {
        private ulong _state = seed;

        public ulong Next()
        {
            _state += 0x9e3779b97f4a7c15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xbf58476d1ce4e5b9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebUL;
            return mixed ^ (mixed >> 31);
        }

        public int Below(int end) => (int)(Next() % (ulong)end);
    }
}
