using System.Data.Common;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Plans.Workbooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadre.Web.Hosting;

/// <summary>Throws away, once an hour, what was uploaded to be looked at and never applied.</summary>
internal sealed partial class UploadPurge(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UploadPurge> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            do
                await PurgeAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task PurgeAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PlanBookService>().PurgeAsync(cancellation);
            await scope.ServiceProvider.GetRequiredService<ActualService>().PurgeAsync(cancellation);
        }
        catch (Exception lost) when (lost is DbException || lost.InnerException is DbException)
        {
            // The next hour's look finds it too.
            Failed(lost);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Uploads that were not applied could not be thrown away")]
    private partial void Failed(Exception reason);
}
