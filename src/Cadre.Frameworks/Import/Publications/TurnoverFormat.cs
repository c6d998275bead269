namespace Cadre.Frameworks.Import.Publications;

/// <summary>
/// Staff at the start and end of twelve months, joiners and leavers by staff group, of each region and of England ("Turnover 1"), or of England by grade and age band
/// ("Turnover 2"): leaving rates and net changes (docs/publications.md, "Turnover").
/// </summary>
internal sealed class TurnoverFormat() : PublicationFormat(
    "yearly turnover", ["PERIOD", "TYPE", "STAFF_GROUP", "FTE"], ["NHSE_REGION_CODE", "NHSE_REGION_NAME", "GRADE", "AGE_BAND"],
    new PublicationEvidence("nhs-turnover-yearly", "NHS HCHS Workforce Statistics, Turnover: staff group, annual", "NHS England"))
{
    /// <inheritdoc/>
    public override PublicationOutcome Import(PublicationWork work)
    {
        var rates = new TurnoverRates(TurnoverYears.Read(work), work);
        var register = new RegisterEdit(work);
        foreach (var rate in rates.All)
            register.Put(rate);
        return new PublicationOutcome(
            "Leaving rates and net changes, percent a year of average staff (FTE)", register.Figures, register.Save(work.Tally.Used), register.NoLongerFits());
    }
}
