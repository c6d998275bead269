using System.Net;

namespace Cadre.Load;

/// <summary>A kind of save. Another kind is one more of <see cref="All"/>.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Email">Who does it.</param>
/// <param name="SendAsync">Sends the form: visitor, the results' address, token, how many this saver has sent. Says what was saved, null where it was not acknowledged.</param>
/// <param name="IsThereAsync">Whether what was saved last can be read again afterwards.</param>
internal sealed record Save(
    string Name, string Email, Func<Visitor, LoadTarget, string, int, Task<string?>> SendAsync, Func<Visitor, LoadTarget, string, Task<bool>> IsThereAsync)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<Save> All { get; } =
    [
        // It begins a transaction that changes nothing, because the run has ended: the way of a save without a model run.
        new(
            "stop a run that has ended",
            "modeller@demonstration.invalid",
            async (visitor, target, token, _) =>
            {
                using var answer = await visitor.PostAsync($"/runs/{target.Run}?handler=Stop", token);
                return answer.StatusCode == HttpStatusCode.Redirect ? target.Run : null;
            },
            async (visitor, target, run) => (await visitor.GetAsync($"/runs/{run}/places/{target.Nation}")).Status == HttpStatusCode.OK),
    ];
}
