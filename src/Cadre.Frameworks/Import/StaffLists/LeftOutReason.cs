namespace Cadre.Frameworks.Import.StaffLists;

/// <summary>Why a row of a staff list is not counted. A row has the first reason in this order.</summary>
public enum LeftOutReason
{
    /// <summary>Its bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>A quote is not closed on its line, or text stands after one that is.</summary>
    QuoteFault,

    /// <summary>It has more or fewer cells than the header.</summary>
    CellCount,

    /// <summary>Its organisation is no trust of the framework: normal in a list of more organisations.</summary>
    OtherOrganisation,

    /// <summary>Its occupation code or staff group belongs to none of the framework's staff groups that hold staff.</summary>
    NoStaffGroup,

    /// <summary>Its service is not one of the framework's.</summary>
    NoService,

    /// <summary>Its FTE is no number.</summary>
    FteNoNumber,

    /// <summary>Its FTE is 0: nobody is contracted to work.</summary>
    FteZero,

    /// <summary>Its FTE is under 0 or above 1.5.</summary>
    FteOutOfBounds,

    /// <summary>Its age or year of birth is no whole number.</summary>
    AgeNoNumber,

    /// <summary>Its age is under 16 or above 100.</summary>
    AgeOutOfBounds,

    /// <summary>Its start date is no day.</summary>
    StartNoDay,

    /// <summary>It starts after the day of the list.</summary>
    StartsLater,
}
