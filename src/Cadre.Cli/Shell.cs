using Cadre.Engine;
using Cadre.Frameworks.Reading;

namespace Cadre.Cli;

/// <summary>What all commands share: how they end, and how they say what went wrong.</summary>
internal static class Shell
{
    /// <summary>Does the work of a command; turns what it throws into words on standard error and an exit code.</summary>
    public static int Run(Func<CancellationToken, int> work)
    {
        using var signals = new StopSignals();
        try
        {
            return work(signals.Token);
        }
        catch (InputException wrong)
        {
            ReportProblems(wrong.Problems, wrong.Hint);
            return ExitCode.WrongInput;
        }
        catch (FrameworkException wrong)
        {
            ReportProblems([.. wrong.Problems.Select(problem => problem.ToString())], headings: wrong.Problems.Count(problem => problem.IsHeading));
            return ExitCode.WrongInput;
        }
        catch (ModelException wrong)
        {
            ReportProblems([wrong.Message]);
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped; nothing was written.");
            return signals.ExitCodeOfSignal;
        }
        catch (InvariantException broken)
        {
            Console.Error.WriteLine($"Failed: a rule of the method does not hold, so there is no result. {broken.Message}");
            return ExitCode.Failed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Failed: {failure.Message}");
            return ExitCode.Failed;
        }
    }

    /// <summary>Lists problems on standard error, their number in the end.</summary>
    private static void ReportProblems(IReadOnlyList<string> problems, string hint = "", int headings = 0)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        Console.Error.WriteLine($"{Wording.Count(problems.Count - headings, "problem")}; nothing was written. {hint}".TrimEnd());
    }
}
