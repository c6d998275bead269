using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.DependencyInjection;

namespace Cadre.Web.Hosting;

/// <summary>A server that a proxy stands before, which speaks https to the world: it says whose address a request came from, and that it came by https.</summary>
internal static class BehindProxy
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IReadOnlyList<IPAddress> proxies)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies.SelectMany(BothForms))
                forwarded.KnownProxies.Add(proxy);
        });
        return services.Configure<HstsOptions>(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>Answers nobody but the proxies, takes their word for where a request came from, and tells browsers to come by https alone.</summary>
    public static void UseProxies(this IApplicationBuilder app, IReadOnlyList<IPAddress> proxies)
    {
        var known = proxies.SelectMany(BothForms).ToHashSet();
        app.Use((context, next) =>
        {
            if (context.Connection.RemoteIpAddress is { } address && known.Contains(address)) return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("This server answers its proxy alone.", context.RequestAborted);
        });
        app.UseForwardedHeaders();
        app.UseHsts();
        app.Use(OverHttpsAsync);
    }

    /// <summary>Sends whoever came to the proxy without https there with it; a proxy that does not say how they came is told what to say.</summary>
    private static Task OverHttpsAsync(HttpContext context, Func<Task> next)
    {
        var request = context.Request;
        if (request.IsHttps) return next();
        if (request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName) && HttpMethods.IsGet(request.Method))
        {
            context.Response.Redirect($"https://{request.Host}{request.PathBase}{request.Path}{request.QueryString}", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync("The request did not come by https: the proxy must set the header X-Forwarded-Proto to https, and serve nothing else.", context.RequestAborted);
    }

    /// <summary>An address as a socket of one kind or of both shows it.</summary>
    private static IEnumerable<IPAddress> BothForms(IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? [address, address.MapToIPv6()] : [address];
}
