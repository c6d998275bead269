using System.Globalization;

namespace Cadre.Core.Plans.Workbooks;

/// <summary>What a plan's workbook says of itself, on a sheet that nobody sees, so that the way back knows what it is.</summary>
/// <param name="Format">Version of the format.</param>
/// <param name="Plan">The plan.</param>
/// <param name="PlaceName">Name of the place.</param>
/// <param name="Round">The round.</param>
/// <param name="RoundName">What it is called.</param>
/// <param name="Framework">Name of the framework.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Allocation">Number of the allocation that its posts were prefilled from.</param>
/// <param name="Numbers">The number of each section that it began from.</param>
internal sealed record PlanBookOrigin(int Format, Guid Plan, string PlaceName, Guid Round, string RoundName, string Framework, string Digest, int Allocation, SectionNumbers Numbers)
{
    /// <summary>The version of the format that this Cadre writes and reads.</summary>
    public const int CurrentFormat = 2;

    private const string What = "Workbook of a local plan, made by Cadre";

    /// <summary>What a workbook of a plan says.</summary>
    public static PlanBookOrigin Of(PlanBookOptions options) => new(
        CurrentFormat, options.Plan.Id, options.Plan.Name, options.Round.Id, options.Round.Name,
        options.Place.Basis.Framework.Name, options.Place.Basis.Framework.Digest, options.Allocation.Number, options.Numbers);

    /// <summary>As rows of a key and a value.</summary>
    public IReadOnlyList<(string Key, string Value)> ToRows() =>
    [
        ("what", What), ("format", Format.ToString(CultureInfo.InvariantCulture)), ("plan", Plan.ToString()), ("place_name", PlaceName), ("round", Round.ToString()), ("round_name", RoundName),
        ("framework", Framework), ("digest", Digest), ("allocation", Allocation.ToString(CultureInfo.InvariantCulture)), .. Numbers.All.Select(section => ($"save {section.Key}", section.Value.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>What <see cref="ToRows"/> made; null where the rows say something else.</summary>
    public static PlanBookOrigin? Of(IReadOnlyDictionary<string, string> rows)
    {
        const string save = "save ";
        int? Number(string key) => rows.TryGetValue(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (rows.GetValueOrDefault("what") != What || Number("format") is not { } format) return null;
        // A newer format may say everything else in another way.
        if (format != CurrentFormat) return new PlanBookOrigin(format, default, "", default, "", "", "", 0, new SectionNumbers([]));
        if (!Guid.TryParse(rows.GetValueOrDefault("plan"), out var plan) || !Guid.TryParse(rows.GetValueOrDefault("round"), out var round) || Number("allocation") is not { } allocation) return null;
        string[] saves = [.. rows.Keys.Where(key => key.StartsWith(save, StringComparison.Ordinal))];
        if (saves.Any(key => Number(key) is not > 0)) return null;
        return new PlanBookOrigin(
            format, plan, rows.GetValueOrDefault("place_name", ""), round, rows.GetValueOrDefault("round_name", ""), rows.GetValueOrDefault("framework", ""), rows.GetValueOrDefault("digest", ""), allocation,
            new SectionNumbers(saves.Select(key => KeyValuePair.Create(key[save.Length..], Number(key)!.Value))));
    }
}
