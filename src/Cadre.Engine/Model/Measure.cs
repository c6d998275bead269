namespace Cadre.Engine.Model;

/// <summary>What is recorded of a place, service and staff group each month.</summary>
public enum Measure
{
    /// <summary>Staff in post at the end of the month, heads.</summary>
    Heads,

    /// <summary>Staff in post at the end of the month, FTE.</summary>
    Fte,

    /// <summary>Funded posts in the month, FTE.</summary>
    Posts,

    /// <summary>Sum over cohorts of posts above staff, FTE.</summary>
    Vacancies,

    /// <summary>Vacancies over posts, share; 0 where there are no posts.</summary>
    VacancyRate,

    /// <summary>Sum over cohorts of staff above posts, FTE.</summary>
    OverEstablishment,

    /// <summary>Joiners in the month, heads.</summary>
    Joiners,

    /// <summary>Leavers in the month, heads.</summary>
    Leavers,

    /// <summary>Moves in less moves out and adjustments in the month, heads, either sign.</summary>
    Moves,

    /// <summary>Temporary staff in vacant posts at the end of the month, FTE.</summary>
    Cover,
}
