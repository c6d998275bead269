using System.Text.Json.Serialization;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli.Plans;

/// <summary>People as published beside the posts held on the opening day, and how much of the staff they stand for.</summary>
/// <param name="People">The nation's own figure; without one the sum over the trusts that have one.</param>
/// <param name="Trusts">Trusts with staff that it covers.</param>
/// <param name="OfTrusts">Trusts with staff.</param>
/// <param name="IsAtMost">Whether somebody who works at two trusts counts twice.</param>
internal sealed record PublishedPeople(double People, int Trusts, int OfTrusts, bool IsAtMost)
{
    /// <summary>Adds no figure of a place to one of a place within it; null where no trust with staff has one.</summary>
    public static PublishedPeople? Of(Framework framework)
    {
        var model = framework.Model;
        string[] trusts = [.. model.Cohorts.Where(cohort => cohort.OpeningHeads.Value > 0).Select(cohort => cohort.Place).Distinct().Select(place => model.Places[place].Code)];
        if (framework.PublishedHeadcount.TryGetValue(model.Places[model.Nation].Code, out var nation))
            return new PublishedPeople(nation, trusts.Length, trusts.Length, IsAtMost: false);
        double[] people = [.. trusts.Where(framework.PublishedHeadcount.ContainsKey).Select(trust => framework.PublishedHeadcount[trust])];
        return people.Length == 0 ? null : new PublishedPeople(people.Sum(), people.Length, trusts.Length, people.Length > 1);
    }

    /// <summary>The posts held and who holds them, in one sentence, the same on the screen, in the report and in the workbook.</summary>
    /// <param name="posts">Posts held, added over staff groups.</param>
    /// <param name="people">The people; null where none are published.</param>
    public static string Held(double posts, PublishedPeople? people) => $"{Figures.Whole(posts)} posts held over staff groups{people?.Sentence ?? "."}";

    /// <summary>What follows the posts held: <c> by at most 2,038 people as published ...</c>.</summary>
    [JsonIgnore]
    public string Sentence
    {
        get
        {
            var people = $"{(IsAtMost ? "at most " : "")}{Figures.Whole(People)} people as published";
            var twice = IsAtMost ? " (somebody who works at two trusts counts at both)" : "";
            return Trusts == OfTrusts ? $" by {people}{twice}." : $"; {people} at {Trusts} of {Wording.Count(OfTrusts, "trust")}{twice}.";
        }
    }
}
