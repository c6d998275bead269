namespace Cadre.Engine.Model;

/// <summary>The ways out of a cohort that are told apart (docs/method.md section 3.2).</summary>
public enum Exit
{
    /// <summary>Left the NHS to retire.</summary>
    Retirement,

    /// <summary>Left the NHS by resigning.</summary>
    Resignation,

    /// <summary>Left the NHS for another cause.</summary>
    Other,

    /// <summary>Wants to move to another place of this framework; stays where there is no room.</summary>
    MovedWithin,

    /// <summary>Moved to an NHS body outside this framework.</summary>
    MovedOutside,
}

/// <summary>The share that one exit has of all exits of an age band.</summary>
/// <param name="Exit">The exit.</param>
/// <param name="From">First age of the band.</param>
/// <param name="To">Age at which it ends, itself not in it.</param>
/// <param name="Share">Share, 0 to 1; those of a band sum to 1.</param>
public readonly record struct ExitShare(Exit Exit, int From, int To, double Share);
