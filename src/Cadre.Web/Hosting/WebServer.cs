using System.Net;
using Cadre.Core.Accounts;
using Cadre.Core.Comparisons;
using Cadre.Core.Data;
using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Mergers;
using Cadre.Core.Plans.RollUp;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Plans.Workbooks;
using Cadre.Core.Results;
using Cadre.Core.Runs;
using Cadre.Web.Api;
using Cadre.Web.Pages.Plans;
using Cadre.Web.Pages.Frameworks;
using Cadre.Web.Pages.Results;
using Cadre.Web.Pages.Rounds;
using Cadre.Web.Pages.Runs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadre.Web.Hosting;

/// <summary>Makes the web server: services, then what a request passes through.</summary>
public static class WebServer
{
    /// <summary>The server, its database brought up to date and its frameworks imported; it is still to be started.</summary>
    /// <param name="options">How it is run.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops the preparations.</param>
    /// <exception cref="SchemaException">The database is of another version.</exception>
    /// <exception cref="DatabaseException">The database cannot be reached, read or written.</exception>
    /// <exception cref="Cadre.Frameworks.Reading.FrameworkException">A framework has faults.</exception>
    public static async Task<WebApplication> CreateAsync(ServeOptions options, TimeProvider clock, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            // A proxy on another machine reaches every address of this one; nobody else is answered (BehindProxy).
            if (!options.Proxies.All(IPAddress.IsLoopback)) server.ListenAnyIP(options.Port);
            else foreach (var near in options.Proxies.Select(proxy => proxy.Equals(IPAddress.IPv6Loopback) ? proxy : IPAddress.Loopback).DefaultIfEmpty(IPAddress.Loopback).Distinct()) server.Listen(near, options.Port);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // The keys of cookies lie in a folder of the owner alone; there is no store of the system to lock them with on every machine.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, options, clock);
        var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<DatabaseClaim>();
            await using (var scope = app.Services.CreateAsyncScope())
                await ActivatorUtilities.CreateInstance<FirstStart>(scope.ServiceProvider, options).PrepareAsync(cancellation);
            Use(app, options);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void AddServices(IServiceCollection services, ServeOptions options, TimeProvider clock)
    {
        var secure = options.Proxies.Count > 0 ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddSingleton(clock).AddSingleton(options.Database).AddSingleton<DatabaseClaim>().AddHostedService<UploadPurge>().AddProxies(options.Proxies);
        services.AddDbContext<CadreDb>(options.Database.Configure);
        services.AddSingleton<FrameworkCache>().AddSingleton<RunProgressReader>().AddSingleton<ComparisonService>().AddSingleton<AccountService>().AddSingleton<RunWorker>().AddHostedService(provider => provider.GetRequiredService<RunWorker>());
        services.AddScoped<FrameworkService>().AddScoped<RunService>().AddScoped<ResultService>();
        services.AddSingleton<RunScenarios>().AddSingleton<PlanBasisCache>().AddScoped<PlanReader>().AddScoped<PlanService>().AddScoped<PlanTeam>().AddScoped<RoundService>().AddSingleton<WarmRuns>().AddScoped<PreviewService>().AddScoped<RollUpService>();
        services.AddScoped<ActualService>().AddScoped<TrackingService>();
        services.AddScoped<StaffEffectService>().AddScoped<SupplyClaimService>().AddScoped<MergerService>().AddScoped<PlanSuccessionService>().AddScoped<PlanBookService>();
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys"))).SetApplicationName("Cadre");
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null).AddIdentityCookies();
        services.AddScoped<ApiKeyService>().ConfigureHttpJsonOptions(json => ApiFormat.Configure(json.SerializerOptions)).AddApiDocument().AddRequestLimits(options);
        services.AddSingleton(options).AddScoped<PlaceDirectory>().AddPeople().AddSignInManager<PersonSignIn>().AddClaimsPrincipalFactory<PersonClaims>().AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.HttpOnly, cookie.Cookie.SameSite) = ("cadre", true, SameSiteMode.Lax);
            cookie.Cookie.SecurePolicy = secure;
            (cookie.LoginPath, cookie.AccessDeniedPath, cookie.ReturnUrlParameter) = ("/sign-in", "/not-allowed", "from");
            // Of the API a cookie says nothing: a key does.
            cookie.ForwardDefaultSelector = context => ApiAccess.IsApi(context) ? ApiKeyHandler.Scheme : null;
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromHours(8), true);
            cookie.Events.OnValidatePrincipal = PersonSession.ValidateAsync;
        });
        services.AddAntiforgery(forgery => (forgery.Cookie.Name, forgery.Cookie.SecurePolicy) = ("cadre-form", secure));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Access.RunFrameworks, policy => policy.RequireRole(nameof(Role.NationalModeller)))
            .AddPolicy(Access.SeeRounds, policy => policy.RequireRole(nameof(Role.NationalModeller), nameof(Role.RegionalReviewer)))
            .AddPolicy(Access.KeepRounds, policy => policy.RequireRole(nameof(Role.NationalModeller)))
            .AddPolicy(Access.KeepPeople, policy => policy.RequireAssertion(context => Access.IsPeopleKeeper(context.User)))
            .AddApi();
        services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<NullCharacters>()).AddApplicationPart(typeof(WebServer).Assembly);
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
    }

    private static void Use(WebApplication app, ServeOptions options)
    {
        if (options.Proxies.Count > 0) app.UseProxies(options.Proxies);
        app.UseWhen(context => !ApiAccess.IsApi(context), pages => pages.UseExceptionHandler("/error").UseStatusCodePagesWithReExecute("/problem/{0}"));
        app.UseWhen(ApiAccess.IsApi, ApiProblem.Use);
        app.Use(SecurityHeaders.AddAsync);
        app.UseResponseCompression();
        app.MapAssets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(RequestSize.CheckAsync);
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapPlaceTable();
        app.MapRunEvents();
        app.MapComparisonTable();
        app.MapRegisterTable();
        app.MapRoundTables();
        app.MapPlanWorkbook();
        app.MapApi();
    }
}
