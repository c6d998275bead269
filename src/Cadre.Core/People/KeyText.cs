using System.Globalization;
using System.Security.Cryptography;

namespace Cadre.Core.People;

/// <summary>A key as its person keeps it: "cadre_", its id and its secret, 32 and 64 hexadecimal digits with a "_" between.</summary>
/// <param name="Id">The key.</param>
/// <param name="Secret">Its secret part.</param>
internal readonly record struct KeyText(Guid Id, byte[] Secret)
{
    private const string Start = "cadre_";
    private const int SecretBytes = 32;

    /// <summary>SHA-256 of the secret. It is 256 random bits, so that no slower digest is needed.</summary>
    public byte[] Hash => SHA256.HashData(Secret);

    /// <summary>A secret that nobody can guess.</summary>
    public static KeyText New(Guid id) => new(id, RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What <see cref="ToString"/> made.</summary>
    /// <returns>Whether it is a key.</returns>
    public static bool TryParse(string text, out KeyText key)
    {
        key = default;
        if (!text.StartsWith(Start, StringComparison.Ordinal) || text[Start.Length..].Split('_') is not [{ Length: 32 } id, { Length: 2 * SecretBytes } secret]) return false;
        var bytes = new byte[SecretBytes];
        if (!Guid.TryParseExact(id, "N", out var parsed) || Convert.FromHexString(secret, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != SecretBytes) return false;
        key = new KeyText(parsed, bytes);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}{Id:N}_{Convert.ToHexStringLower(Secret)}");
}
