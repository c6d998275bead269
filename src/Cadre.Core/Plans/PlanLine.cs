namespace Cadre.Core.Plans;

/// <summary>A service and staff group of a plan.</summary>
/// <param name="Service">Code of the service.</param>
/// <param name="StaffGroup">Code of the staff group, a leaf.</param>
public readonly record struct PlanLine(string Service, string StaffGroup)
{
    /// <summary>The section that holds its posts.</summary>
    public string Section => SectionName.Posts(Service, StaffGroup);
}
