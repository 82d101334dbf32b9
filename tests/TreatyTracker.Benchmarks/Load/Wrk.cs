using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>The load generator wrk (Debian's package of that name), on the second processor: one thread, 32 connections.</summary>
static partial class Wrk
{
    public static Measured Run(Server server, string path, int seconds, string? header = null, string? script = null)
    {
        List<string> args = ["-c", "1", "wrk", "--latency", "-t1", "-c32", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s")];
        if (header is not null)
            args.AddRange(["-H", header]);
        if (script is not null)
            args.AddRange(["-s", script]);
        var before = server.Cpu;
        using var process = Process.Start(new ProcessStartInfo("taskset", [.. args, server.Url + path]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var cpu = server.Cpu - before;
        if (Errors().IsMatch(output))
            throw new InvalidOperationException($"{path} was answered with errors:\n{output}");
        var requests = double.Parse(Requests().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return new(
            double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture),
            Latency(output, 50),
            Latency(output, 99),
            cpu.TotalMicroseconds / requests
        );
    }

    static double Latency(string output, int percentile)
    {
        var match = Regex.Match(output, $@"^ +{percentile}% +([\d.]+)(us|ms|s)", RegexOptions.Multiline);
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "us" => value / 1000,
            "ms" => value,
            _ => value * 1000,
        };
    }

    [GeneratedRegex(@"Non-2xx or 3xx responses|Socket errors")]
    private static partial Regex Errors();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec: +([\d.]+)")]
    private static partial Regex Rate();
}
