using Cadre.Engine.Model;

namespace Cadre.Engine.Tests;

/// <summary>Short ways to make levers and scenarios of them.</summary>
internal static class Levers
{
    /// <summary>A step from the model builder's first month.</summary>
    public static Lever Of(LeverParameter parameter, LeverEffect effect, double size) =>
        new() { Id = $"{parameter}", Parameter = parameter, Effect = effect, Size = size, Start = new CalendarMonth(2025, 10) };

    /// <summary>A scenario of these levers.</summary>
    public static Scenario Scenario(params IReadOnlyList<Lever> levers) => Engine.Model.Scenario.Baseline with { Name = "test", Levers = levers };

    /// <summary>A scenario that changes rows of the model's register.</summary>
    public static Scenario Changing(NationalModel model, Parameter parameter, Func<Assumption, Assumption> change)
    {
        var row = model.Assumptions.ToList().FindIndex(assumption => assumption.Parameter == parameter);
        return Engine.Model.Scenario.Baseline with { Name = "test", Changes = new Dictionary<int, Assumption> { [row] = change(model.Assumptions[row]) } };
    }
}
