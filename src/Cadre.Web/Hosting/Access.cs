namespace Cadre.Web.Hosting;

/// <summary>What people need to be allowed to; every other page needs a person who is signed in and no more.</summary>
public static class Access
{
    /// <summary>Asking for runs of a framework and stopping them.</summary>
    public const string RunFrameworks = nameof(RunFrameworks);
}
