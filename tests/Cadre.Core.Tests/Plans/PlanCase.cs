using Cadre.Core.Plans;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Plans.Sections;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Core.Tests.Plans;

/// <summary>Plans of a framework without a database.</summary>
internal static class PlanCase
{
    public static readonly PlanBasis England = new(FrameworkReader.Read(Path.Combine(Repository.Root, "frameworks", "england-2025")));

    public static readonly PlanBasis Small = new(FrameworkReader.Read(SmallFramework.Folder));

    public static readonly PlanLine Nurses = new("all", "nurses");

    /// <summary>A place as prefilled, with some sections.</summary>
    public static PlannedPlace Place(PlanBasis basis, string code, params (string Section, SectionContent Content)[] sections) =>
        new(basis, basis.Posts, [code], sections.ToDictionary(section => section.Section, section => section.Content));

    /// <summary>So many posts more in each quarter from one on (its index).</summary>
    public static (string Section, SectionContent Content) More(PlanBasis basis, string code, PlanLine line, decimal fte, int from) =>
        (line.Section, new PostsContent
        {
            Reason = "a test",
            Fte = new SortedDictionary<string, decimal>(Enumerable.Range(from, basis.Quarters.Count - from).ToDictionary(q => basis.Quarters[q].Code, q => basis.Posts.Of(code, line)[q] + fte), StringComparer.Ordinal),
        });

    /// <summary>A section with one item.</summary>
    public static (string Section, SectionContent Content) Item(string section, params (string Field, string Value)[] fields) =>
        (section, new ItemsContent { Items = [fields.ToDictionary(field => field.Field, field => field.Value)] });

    /// <summary>An overridden leaving rate of nurses, percent.</summary>
    public static (string Section, SectionContent Content) LeavingOfNurses(string percent) =>
        Item(SectionName.Assumptions, ("parameter", "leaving_rate"), ("staff_group", "nurses"), ("value", percent), ("reason", "our own exit interviews"), ("evidence", "board paper"));

    /// <summary>A lever on the leaving rate of nurses, percentage points.</summary>
    public static (string Section, SectionContent Content) RetentionOfNurses(string points, string start) =>
        Item(SectionName.Levers, ("parameter", "leaving_rate"), ("staff_group", "nurses"), ("size", points), ("start", start), ("ramp_months", "1"), ("cost_per_year", ""), ("reason", "flexible rosters"));

    /// <summary>Every plan of a basis as it counts, submitted but for those named.</summary>
    public static NationalSum Sum(PlanBasis basis, Func<string, (string Section, SectionContent Content)[]> sections, params string[] notSubmitted)
    {
        var round = Guid.CreateVersion7();
        return new NationalSum(basis, basis.Posts,
        [
            .. basis.Places.Select(place => basis.Model.Places[place]).Select(place =>
            {
                var plan = new LocalPlan { RoundId = round, Place = place.Code, Name = place.Name, Members = place.Code, Region = "" };
                return notSubmitted.Contains(place.Code)
                    ? new CountedPlan(plan, null, Place(basis, place.Code))
                    : new CountedPlan(plan, new PlanVersion { PlanId = plan.Id, Number = 1, Sections = "", Allocation = 1, ChangeReason = "", SubmittedUtc = DateTime.UnixEpoch, SubmittedBy = plan.Id }, Place(basis, place.Code, sections(place.Code)));
            }),
        ]);
    }
}
