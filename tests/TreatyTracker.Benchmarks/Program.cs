using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TreatyTracker.Benchmarks;

/// <summary>Runs the benchmarks: <c>dotnet run -c Release --project tests/TreatyTracker.Benchmarks -- --filter '*'</c>.</summary>
static class Program
{
    // In this process: no second project has to be generated, restored and built.
    static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance
        .AddJob(Job.Default.WithId("Short").WithWarmupCount(2).WithIterationCount(4).WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks")));
}
