namespace Cadre.Core.People;

/// <summary>What a key may be used for, within what its person may do.</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reads frameworks, runs, plans and their sums.</summary>
    Read = 1,

    /// <summary>Saves, submits, returns and approves plans.</summary>
    Plan = 2,

    /// <summary>Asks for runs.</summary>
    Run = 4,
}
