namespace Cadre.Engine.Model;

/// <summary>The sectors of a model's employers, and which of them are counted together as the NHS.</summary>
public sealed class EmployerSectors
{
    private readonly bool _hasBothOfNhs;

    internal EmployerSectors(NationalModel model)
    {
        All = [.. model.Cohorts.Select(cohort => model.Places[cohort.Place].Sector).OfType<EmployerSector>().Distinct().Order()];
        _hasBothOfNhs = All.Contains(EmployerSector.NhsMentalHealth) && All.Contains(EmployerSector.NhsOther);
    }

    /// <summary>The sectors of the employers that have cohorts, in the order of the enumeration.</summary>
    public IReadOnlyList<EmployerSector> All { get; }

    /// <summary>The sectors that an employer of the sector is counted in: its own, and the NHS where both of the NHS's own have employers.</summary>
    public IReadOnlyList<EmployerSector> CountedIn(EmployerSector sector) =>
        _hasBothOfNhs && sector is EmployerSector.NhsMentalHealth or EmployerSector.NhsOther ? [sector, EmployerSector.Nhs] : [sector];

    /// <summary>The sector that something which asks for <paramref name="sector"/> is counted by: of the NHS its only one where it has one.</summary>
    public EmployerSector CountedBy(EmployerSector sector) =>
        sector != EmployerSector.Nhs || _hasBothOfNhs ? sector : All.Contains(EmployerSector.NhsOther) ? EmployerSector.NhsOther : EmployerSector.NhsMentalHealth;
}
