using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>Checks that every conversion has exactly one row of the register.</summary>
internal sealed class ConversionAssumptionChecks(NationalModel model, AssumptionsReader register, Problems problems)
{
    private readonly string _word = ParameterRule.Of(Parameter.Converting).Word;

    /// <summary>Reports what is missing and what is there twice.</summary>
    public void Run()
    {
        var first = new Dictionary<int, AssumptionEntry>();
        foreach (var entry in register.Entries)
        {
            if (entry.Assumption.Conversion is not { } conversion || first.TryAdd(conversion, entry))
                continue;
            problems.Add(new Problem(
                entry.File, entry.Line, "supply", $"a {_word} for {model.Conversions[conversion].Code} that repeats {first[conversion].File}, line {first[conversion].Line}", "one row for each conversion"));
        }

        string[] without = [.. model.Conversions.Where((_, conversion) => !first.ContainsKey(conversion)).Select(conversion => conversion.Code)];
        if (without.Length > 0 && register.WhollyRead.Contains(Parameter.Converting))
            problems.Add(FrameworkTables.Assumptions.File, "parameter", $"no {_word} for {string.Join(", ", without)}", "a row that applies");
    }
}
