using BenchmarkDotNet.Attributes;
using Cadre.Benchmarks.Commands;
using Cadre.Frameworks.Import.StaffLists;
using Cadre.TestCommon;

namespace Cadre.Benchmarks.Suites;

/// <summary>A staff list added up beside its lines counted.</summary>
public class StaffListBenchmarks
{
    /// <summary>Rows of the list.</summary>
    public const int Rows = 300_000;

    private TemporaryFolder? _folder;
    private CopiedFramework? _framework;

    private string List => Path.Combine(_folder!.Path, "list.csv");

    /// <summary>Writes the list.</summary>
    [GlobalSetup]
    public void Write()
    {
        (_folder, _framework) = (new TemporaryFolder(), CopiedFramework.Create());
        StaffListSample.Write(List, Rows, seed: 1);
    }

    /// <summary>Takes it away.</summary>
    [GlobalCleanup]
    public void Delete()
    {
        _folder?.Dispose();
        _framework?.Dispose();
    }

    /// <summary>Lines counted with the base class library.</summary>
    [Benchmark(Baseline = true, Description = "lines counted")]
    public int Count() => StaffListCommand.CountLines(List);

    /// <summary>The list read, checked and added up, the framework's tables written and checked.</summary>
    [Benchmark(Description = "staff list imported")]
    public object Import() => StaffListImport.Import(new StaffListOptions { Framework = _framework!.Path, List = List });
}
