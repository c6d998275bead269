namespace Cadre.Engine.Model;

/// <summary>
/// A role that can take over work of another, so that need moves from one staff group to the other (docs/method.md section 10): new roles and skill
/// mix. How much of it is done is a lever's.
/// </summary>
public sealed record Substitution
{
    /// <summary>The code used in every file; no source of candidates and no conversion has it.</summary>
    public required string Code { get; init; }

    /// <summary>The name for a reader.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the staff group whose work is taken over; a leaf.</summary>
    public required int FromStaffGroup { get; init; }

    /// <summary>Index of the staff group that takes it over; another leaf.</summary>
    public required int ToStaffGroup { get; init; }

    /// <summary>FTE of the new role for each FTE that it replaces, over 0.</summary>
    public required double Exchange { get; init; }

    /// <summary>FTE of the group replaced that supervise each FTE of the new role, 0 or more.</summary>
    public required double Supervision { get; init; }
}
