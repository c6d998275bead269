namespace Cadre.Core.People;

/// <summary>What somebody does with Cadre.</summary>
public enum Role
{
    /// <summary>Reads results.</summary>
    Reader,

    /// <summary>Keeps frameworks and runs them.</summary>
    NationalModeller,

    /// <summary>Reviews the plans of a region.</summary>
    RegionalReviewer,

    /// <summary>Writes the plan of a place.</summary>
    LocalPlanner,

    /// <summary>Plans training.</summary>
    TrainingLead,

    /// <summary>Keeps the evidence.</summary>
    Librarian,

    /// <summary>Follows recommendations and actions.</summary>
    ProgrammeManager,

    /// <summary>Contributes to and signs a plan: a local authority, the third sector, another employer.</summary>
    Partner,
}
