namespace Cadre.Engine.Simulation;

/// <summary>Neighbouring ages of one band of length of service at which leaving is the same, so that its share is worked out once.</summary>
/// <param name="Start">The first, as an index by band, then age.</param>
/// <param name="End">One past the last.</param>
/// <param name="Multiplier">Their leaving over the group's.</param>
internal readonly record struct LeavingRun(int Start, int End, double Multiplier);
