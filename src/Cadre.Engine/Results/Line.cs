namespace Cadre.Engine.Results;

/// <summary>A place, service and staff group whose measures a run records.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Service">Index of the service; null for all together.</param>
/// <param name="StaffGroup">Index of the staff group, a leaf or one that adds up others.</param>
public readonly record struct Line(int Place, int? Service, int StaffGroup);
