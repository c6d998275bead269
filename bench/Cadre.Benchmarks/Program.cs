using Cadre.Benchmarks.Bounds;
using Cadre.Benchmarks.Pages;

switch (args)
{
    case ["page", var path]:
        PerformancePage.Write(path);
        return 0;
    case [VectorWidth.Command]:
        VectorWidth.Write();
        return 0;
    case [Counters.Command]:
        Counters.RunFutures();
        return 0;
    default:
        Console.Error.WriteLine("Expected: page FILE. The command that builds this program and runs it is bench/run.");
        return 2;
}
