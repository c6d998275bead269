using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Cadre.Core.Data;

/// <summary>One step of the schema.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Sql">What it does.</param>
public sealed record SchemaScript(int Number, string Sql)
{
    /// <summary>SHA-256 of the statements, in lower-case hexadecimal.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The scripts that a provider's assembly holds, named 0001-what-it-does.sql.</summary>
    public static IReadOnlyList<SchemaScript> Of(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new SchemaScript(int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), reader.ReadToEnd());
        }),
    ];
}
