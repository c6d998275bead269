using Cadre.Engine.Model;
using Cadre.Frameworks.Reading;
using Cadre.TestCommon;

namespace Cadre.Frameworks.Tests.Reading;

public sealed class AssumptionResolverTests
{
    private static readonly NationalModel Model = FrameworkReader.Read(SmallFramework.Folder).Model;

    [Fact]
    public void ForCohorts_NestedRows_TakesTheMostSpecific()
    {
        var rows = AssumptionResolver.ForCohorts(Model, Parameter.VacancyRate).Select(row => Model.Assumptions[row].Id);

        Assert.Equal(
            [
                "vacancy_rate.clinical", "vacancy_rate.doctors.R1", "vacancy_rate",
                "vacancy_rate.clinical", "vacancy_rate.doctors.R1", "vacancy_rate",
                "vacancy_rate.clinical", "vacancy_rate.clinical", "vacancy_rate",
            ],
            rows);
    }

    [Fact]
    public void ForCohorts_PlaceOfTheSmallerShare_DoesNotApply()
    {
        var south = Row("south") with { Place = 2 };
        var model = Model with { Assumptions = [Row("everywhere"), south] };

        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1], AssumptionResolver.ForCohorts(model, Parameter.VacancyRate));
    }

    [Fact]
    public void ForStaffGroups_NestedRows_TakesTheMostSpecificForEveryGroup()
    {
        var rows = AssumptionResolver.ForStaffGroups(Model, Parameter.MonthsToFill).Select(row => Model.Assumptions[row].Id);

        Assert.Equal(["months_to_fill", "months_to_fill", "months_to_fill", "months_to_fill.doctors", "months_to_fill"], rows);
    }

    [Fact]
    public void ForStaffGroups_NoRowApplies_IsMinusOne() =>
        Assert.Equal([-1, -1, 0, 1, 2], AssumptionResolver.ForStaffGroups(Model, Parameter.NetChange));

    [Fact]
    public void Ambiguities_CrossingRows_NamesThePairOnce()
    {
        var model = Model with { Assumptions = [Row("everywhere"), Row("doctors") with { StaffGroup = 3 }, Row("north") with { Place = 1 }] };

        Assert.Equal([(1, 2)], AssumptionResolver.Ambiguities(model, Parameter.VacancyRate, perCohort: true));
    }

    [Fact]
    public void Ambiguities_CrossingRowsWithOneForTheirMeeting_AreNone()
    {
        var both = Row("both") with { StaffGroup = 3, Place = 1 };
        var model = Model with { Assumptions = [both, Row("doctors") with { StaffGroup = 3 }, Row("north") with { Place = 1 }] };

        Assert.Empty(AssumptionResolver.Ambiguities(model, Parameter.VacancyRate, perCohort: true));
    }

    [Fact]
    public void Ambiguities_SameScope_NamesThePair()
    {
        var model = Model with { Assumptions = [Row("one"), Row("two")] };

        Assert.Equal([(0, 1)], AssumptionResolver.Ambiguities(model, Parameter.VacancyRate, perCohort: true));
    }

    private static Assumption Row(string id) => new()
    {
        Id = id,
        Parameter = Parameter.VacancyRate,
        Low = 0.1,
        Central = 0.1,
        High = 0.1,
        Distribution = DistributionFamily.Fixed,
        Grade = Grade.D,
        Source = "synthetic",
    };
}
