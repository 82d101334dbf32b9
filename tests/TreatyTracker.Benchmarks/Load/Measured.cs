namespace TreatyTracker.Benchmarks.Load;

/// <summary>What one run of wrk measured.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P50">Half of the answers took less, in milliseconds.</param>
/// <param name="P99">All but one in a hundred took less, in milliseconds.</param>
/// <param name="CpuPerRequest">Processor time that the server used for a request, in microseconds.</param>
sealed record Measured(double PerSecond, double P50, double P99, double CpuPerRequest);
