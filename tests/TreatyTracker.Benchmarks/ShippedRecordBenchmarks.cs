using BenchmarkDotNet.Attributes;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Benchmarks;

/// <summary>The consistency check of the shipped record, reading its seeds included: under two seconds.</summary>
[MemoryDiagnoser]
public class ShippedRecordBenchmarks
{
    readonly DateOnly _asOf = new(2026, 12, 31);

    [Benchmark]
    public Report ReadAndCheck()
    {
        var record = CheckContext.OfSeeds(Settings.ShippedSeeds, _asOf);
        return Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything);
    }
}
