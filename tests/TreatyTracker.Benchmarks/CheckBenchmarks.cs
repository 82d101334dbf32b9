using BenchmarkDotNet.Attributes;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Benchmarks;

/// <summary>
/// The consistency check of a synthetic register, folds included: ten times the treaties must take about ten times the time and memory.
/// </summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    Facts _facts = null!;
    Register _register = null!;

    /// <summary>How many treaties, of <see cref="SyntheticRegister.EventsPerTreaty"/> events each.</summary>
    [Params(56, 560, 5600)]
    public int Treaties { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        _facts = SyntheticRegister.Of(Treaties);
        Renew();
        // Nothing to find: the time is that of looking, not that of wording findings.
        if (Check().Findings is { Count: > 0 } found)
            throw new InvalidOperationException($"The synthetic register has {found.Count} findings, the first: {found[0]}");
    }

    // A register remembers what was folded, so each check gets one that has folded nothing.
    [IterationSetup]
    public void Renew() => _register = Register.Of(_facts);

    [Benchmark]
    public Report Check() =>
        Checker.Run(CheckContext.OfRegister(_register, SyntheticRegister.Today), _facts.Waivers, CheckOptions.Everything);
}
