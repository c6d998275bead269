using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Cadre.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Hosting;

/// <summary>How often one key may ask, and how often one address may try to sign in. Pages have no limit.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int Segments = 6;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services, ServeOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, options));
        limiter.OnRejected = RefuseAsync;
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext context, ServeOptions options)
    {
        if (context.User.FindFirstValue(ApiKeyHandler.KeyClaim) is { } key) return Sliding($"key {key}", options.RequestsOfAKey);
        if (HttpMethods.IsPost(context.Request.Method) && string.Equals(context.Request.Path.Value?.TrimEnd('/'), "/sign-in", StringComparison.OrdinalIgnoreCase)) return Sliding($"address {context.Connection.RemoteIpAddress}", options.SignIns);
        return RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> Sliding(string who, int most) => RateLimitPartition.GetSlidingWindowLimiter(
        who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = Window, SegmentsPerWindow = Segments, QueueLimit = 0 });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        // Elsewhere the page of the status says it.
        if (ApiAccess.IsApi(rejected.HttpContext)) await ApiProblem.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
    }
}
