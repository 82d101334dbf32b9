using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TreatyTracker.Benchmarks.Load;

namespace TreatyTracker.Benchmarks;

/// <summary>
/// Measures: <c>-- --filter '*'</c> runs the benchmarks, <c>-- load</c> the load comparison, <c>-- footprint</c> start,
/// memory and loading, <c>-- write</c> recording, <c>-- seal</c> what the seal costs, <c>-- growth</c> how costs grow, <c>-- soak</c>
/// minutes of mixed load.
/// </summary>
static class Program
{
    static int Main(string[] args) =>
        args switch
        {
            ["load", .. var options] => Comparison.Run(options),
            ["soak", .. var rest] => Soak.Run(rest),
            ["footprint"] => Footprint.Run(),
            ["write", .. var options] => Writes.Run(options),
            ["seal"] => SealCost.Run(),
            ["growth"] => Growth.Run(),
            ["bare", var url, .. var bodies] => Rivals.Bare(url, bodies),
            ["dapper", var url, var database] => Rivals.Dapper(url, database),
            _ => Benchmarks(args),
        };

    // In this process: no second project has to be generated, restored and built.
    static int Benchmarks(string[] args)
    {
        BenchmarkSwitcher
            .FromAssembly(typeof(Program).Assembly)
            .Run(
                args,
                DefaultConfig
                    .Instance.AddJob(
                        Job.Default.WithId("Short").WithWarmupCount(2).WithIterationCount(4).WithToolchain(InProcessEmitToolchain.Instance)
                    )
                    .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"))
            );
        return 0;
    }
}
