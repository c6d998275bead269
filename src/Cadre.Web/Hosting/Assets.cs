using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cadre.Web.Hosting;

/// <summary>Style and script, embedded in the program; their addresses change with their bytes, so that a browser may keep them for ever.</summary>
internal static class Assets
{
    private static readonly Dictionary<string, (byte[] Bytes, string Type, string Digest)> All = new()
    {
        ["site.css"] = Load("site.css", "text/css; charset=utf-8"),
        ["site.js"] = Load("site.js", "text/javascript; charset=utf-8"),
    };

    /// <summary>The address of a file.</summary>
    public static string Address(string name) => $"/assets/{All[name].Digest}/{name}";

    /// <summary>Serves them to everybody.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{digest}/{name}", (string digest, string name, HttpContext context) =>
    {
        if (!All.TryGetValue(name, out var asset) || asset.Digest != digest) return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.Type);
    }).AllowAnonymous();

    private static (byte[] Bytes, string Type, string Digest) Load(string name, string type)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (bytes.ToArray(), type, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16]);
    }
}
