namespace Cadre.Cli.Comparisons;

/// <summary>The comparison in one sentence.</summary>
internal static class DifferenceHeadline
{
    public static string Of(Difference difference)
    {
        var hasRange = difference.Futures > 1;
        var total = difference.Total;
        var (a, b) = (difference.A.Scenario.Name, difference.B.Scenario.Name);
        var staff = Signed.Words(total.Staff.Difference, "in post", "90% range of the difference ", hasRange);
        var vacancies = Signed.Words(total.Vacancies.Difference, "vacant", "", hasRange);
        var than = staff.StartsWith("as", StringComparison.Ordinal) && vacancies.StartsWith("as", StringComparison.Ordinal) ? "as" : "than";
        return $"In {Wording.Long(difference.Last)}, {b} has {staff} and {vacancies} {than} {a}:"
            + $" {Figures.Amount(total.Staff.B.Central)} staff{Instead(Figures.Amount(total.Staff.A.Central), Figures.Amount(total.Staff.B.Central))}"
            + $" and {Figures.FinePercent(total.VacancyRate.B.Central)} of posts vacant{Instead(Figures.FinePercent(total.VacancyRate.A.Central), Figures.FinePercent(total.VacancyRate.B.Central))}.";
    }

    private static string Instead(string a, string b) => a == b ? " in both" : $" instead of {a}";
}
