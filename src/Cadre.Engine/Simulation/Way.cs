using Cadre.Engine.Model;

namespace Cadre.Engine.Simulation;

/// <summary>The ways into and out of a cohort beside being hired, that the month's account tells apart (docs/method.md section 3.2).</summary>
internal enum Way
{
    /// <summary>Left, where causes are not told apart.</summary>
    Left,

    /// <summary>Left to retire.</summary>
    Retired,

    /// <summary>Left by resigning.</summary>
    Resigned,

    /// <summary>Left for another cause.</summary>
    LeftOtherwise,

    /// <summary>Moved to a body that is not in the framework.</summary>
    MovedOutside,

    /// <summary>Moved to another place of the framework.</summary>
    MovedAway,

    /// <summary>Came from another place of the framework.</summary>
    MovedHere,

    /// <summary>Converted to another staff group or service.</summary>
    ConvertedFrom,

    /// <summary>Converted from another staff group or service.</summary>
    ConvertedTo,

    /// <summary>Came with a transferred service.</summary>
    TransferredIn,

    /// <summary>Went with a transferred service.</summary>
    TransferredOut,
}

/// <summary>Which way an exit is.</summary>
internal static class Ways
{
    /// <summary>Number of ways.</summary>
    public const int Count = (int)Way.TransferredOut + 1;

    /// <summary>The way of an exit that is told apart; <see cref="Way.Left"/> for null.</summary>
    public static Way Of(Exit? exit) => exit is { } known ? Of(known) : Way.Left;

    private static Way Of(Exit exit) => exit switch
    {
        Exit.Retirement => Way.Retired,
        Exit.Resignation => Way.Resigned,
        Exit.Other => Way.LeftOtherwise,
        Exit.MovedOutside => Way.MovedOutside,
        Exit.MovedWithin => Way.MovedAway,
    };
}
