using Cadre.Engine.Model;

namespace Cadre.Engine.Results;

/// <summary>A place, service and staff group whose measures a run records.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Service">Index of the service; null for all together.</param>
/// <param name="StaffGroup">Index of the staff group, a leaf or one that adds up others.</param>
/// <param name="Sector">
/// The sector whose employers alone are counted; null for every employer. Recorded for the nation and its regions, where the
/// model has employers of more than one sector.
/// </param>
public readonly record struct Line(int Place, int? Service, int StaffGroup, EmployerSector? Sector = null);
