namespace Cadre.Engine.Model;

/// <summary>The sectors of employers, so that a framework can hold more than the NHS and count each apart.</summary>
public enum EmployerSector
{
    /// <summary>A mental-health trust of the NHS.</summary>
    NhsMentalHealth,

    /// <summary>Another NHS body.</summary>
    NhsOther,

    /// <summary>Primary care.</summary>
    PrimaryCare,

    /// <summary>A local authority.</summary>
    LocalAuthority,

    /// <summary>The third sector.</summary>
    ThirdSector,

    /// <summary>Independent providers.</summary>
    Independent,

    /// <summary>Any body of the NHS: what lines and targets may count by, and no employer's own.</summary>
    Nhs,
}
