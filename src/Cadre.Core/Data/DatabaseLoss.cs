using System.Data.Common;

namespace Cadre.Core.Data;

/// <summary>Failures that pass: the connection broke, the database server stops or starts.</summary>
internal static class DatabaseLoss
{
    /// <summary>Whether a failure comes from one of these.</summary>
    public static bool Is(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
            if (at is DbException { IsTransient: true }) return true;
        return false;
    }
}
