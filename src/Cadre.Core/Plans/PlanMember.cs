using System.Globalization;
using System.Text.RegularExpressions;
using Cadre.Core.Words;

namespace Cadre.Core.Plans;

/// <summary>
/// What a plan plans for: a place of the framework, or the part of one that came to the plan when the place was split: of some of its trusts, or a share of them.
/// As text "QM7", "QM7:RWR+RRE" or "QM7:RWR[0-40]" (docs/plans.md).
/// </summary>
/// <param name="Place">Code of the framework's place.</param>
/// <param name="Trusts">Codes of the trusts whose part it is; empty for all of them.</param>
/// <param name="From">Where its share of them begins, per cent from 0.</param>
/// <param name="To">Where its share ends, per cent to 100.</param>
public sealed partial record PlanMember(string Place, IReadOnlyList<string> Trusts, decimal From, decimal To)
{
    /// <summary>Whether it is the whole place.</summary>
    public bool IsWhole => Trusts.Count == 0 && From == 0 && To == 100;

    /// <summary>How much of its trusts it has, from 0 to 1.</summary>
    public double Share => (double)(To - From) / 100;

    /// <summary>A member as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PlanMember Parse(string text) => TryParse(text) ?? throw new FormatException($"\"{text}\" is no place that a plan plans for.");

    /// <summary>A member as <see cref="ToString"/> writes it; null where it is none.</summary>
    public static PlanMember? TryParse(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiLetterOrDigit)) return new PlanMember(text, [], 0, 100);
        var match = Form().Match(text);
        if (!match.Success) return null;
        var (from, to) = (0m, 100m);
        if (match.Groups["from"].Success && !(decimal.TryParse(match.Groups["from"].Value, CultureInfo.InvariantCulture, out from) && decimal.TryParse(match.Groups["to"].Value, CultureInfo.InvariantCulture, out to) && from < to && to <= 100)) return null;
        return new PlanMember(match.Groups["place"].Value, match.Groups["trusts"] is { Success: true } trusts ? trusts.Value.Split('+') : [], from, to);
    }

    /// <summary>The part of it that a share is, both in per cent of itself.</summary>
    public PlanMember Of(decimal from, decimal to) => this with { From = From + ((To - From) * from / 100), To = From + ((To - From) * to / 100) };

    /// <summary>Whether something belongs to it and to another.</summary>
    public bool Overlaps(PlanMember other) =>
        Place == other.Place && From < other.To && other.From < To && (Trusts.Count == 0 || other.Trusts.Count == 0 || Trusts.Intersect(other.Trusts).Any());

    /// <summary>Its name as people read it.</summary>
    public string NameIn(PlanBasis basis)
    {
        var name = NameOf(basis, Place);
        var part = To - From == 100 ? "" : $"{PlanNumbers.Exact(decimal.Round(To - From, 4))} per cent of ";
        return Trusts.Count == 0 ? $"{part}{name}" : $"{part}{Wording.List([.. Trusts.Select(trust => NameOf(basis, trust))])} in {name}";
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Place}{(Trusts.Count > 0 ? $":{string.Join('+', Trusts)}" : "")}{(From == 0 && To == 100 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{From:0.############}-{To:0.############}]"))}";

    private static string NameOf(PlanBasis basis, string code) => basis.PlaceOf(code) is { } place ? basis.Model.Places[place].Name : code;

    [GeneratedRegex(@"^(?<place>[^\s:\[\]+]+)(:(?<trusts>[^\s:\[\]]+))?(\[(?<from>\d+(\.\d+)?)-(?<to>\d+(\.\d+)?)\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
