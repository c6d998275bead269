using System.Net;
using Cadre.TestCommon.Fuzzing;

namespace Cadre.Load;

/// <summary>Everybody signs in, then sends a request a second until the time is over; then what was saved is looked for.</summary>
internal sealed class LoadRun
{
    private const string Reading = "read a page";
    private const string Saving = "save posts of a plan";
    private const string Reader = "reader@demonstration.invalid";
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Answers _answers = new([Reading, Saving]);

    public required Uri Address { get; init; }

    public required int Readers { get; init; }

    public required int Savers { get; init; }

    public required TimeSpan Duration { get; init; }

    public required ulong Seed { get; init; }

    public required string Framework { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Puts the load on the server and prints the table.</summary>
    /// <returns>Whether there was no error and no lost save.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        using var first = await Visitor.SignInAsync(Address, Reader);
        var target = await LoadTarget.FindAsync(first, Framework);
        List<Visitor> visitors = [];
        for (var number = 0; number < Readers + Savers; number++)
            visitors.Add(await Visitor.SignInAsync(Address, number < Readers ? Reader : Save.Email));
        var begin = Clock.GetTimestamp();
        var lost = await Task.WhenAll(visitors.Select((visitor, number) => number < Readers
            ? ReadAsync(visitor, target, number, begin, cancellation)
            : SaveAsync(visitor, number, begin, cancellation)));
        var isSound = _answers.Print(Console.Out);
        Console.WriteLine($"{lost.Sum()} saves lost; {target.Pages.Count} pages, {Readers} readers, {Savers} savers, {Duration.TotalSeconds:0} s.");
        visitors.ForEach(visitor => visitor.Dispose());
        return isSound && lost.Sum() == 0;
    }

    private async Task<int> ReadAsync(Visitor visitor, LoadTarget target, int number, long begin, CancellationToken cancellation)
    {
        var draws = new FuzzDraws(Seed + ((ulong)number << 32));
        await EverySecondAsync(number, begin, Reading, async () =>
        {
            var page = draws.Of(target.Pages);
            var (status, text) = await visitor.GetAsync(page);
            return status == HttpStatusCode.OK && text.EndsWith("</html>\n", StringComparison.Ordinal) ? null : $"{page}: {status}";
        }, cancellation);
        return 0;
    }

    /// <returns>How many of the saver's saves that were acknowledged are not there.</returns>
    private async Task<int> SaveAsync(Visitor visitor, int number, long begin, CancellationToken cancellation)
    {
        var save = new Save(visitor, number - Readers);
        await save.OpenAsync();
        await EverySecondAsync(number, begin, Saving, async () => await save.SendAsync() ? null : $"{Saving}: not acknowledged", cancellation);
        return await save.LostAsync();
    }

    /// <summary>Does something once a second, everybody at another moment of it; what takes longer than a second delays the next.</summary>
    private async Task EverySecondAsync(int number, long begin, string kind, Func<Task<string?>> send, CancellationToken cancellation)
    {
        var offset = Pace * number / (Readers + Savers);
        for (var sent = 0; offset + (Pace * sent) < Duration; sent++)
        {
            var wait = offset + (Pace * sent) - Clock.GetElapsedTime(begin);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, Clock, cancellation);
            var start = Clock.GetTimestamp();
            string? error;
            try
            {
                error = await send();
            }
            catch (HttpRequestException failure)
            {
                error = $"{kind}: {failure.Message}";
            }

            _answers.Add(kind, Clock.GetElapsedTime(start), error);
        }
    }
}
