using System.Diagnostics;
using System.Globalization;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// A server in a process of its own. For measuring it is bound to the first processor, so that the load on the second takes nothing from
/// it.
/// </summary>
sealed class Server : IDisposable
{
    static int s_port = 20_000 + Environment.ProcessId % 20_000;

    readonly Process _process;

    Server(Process process, string url, string probe) => (_process, Url, Probe) = (process, url, probe);

    /// <summary>Where it answers.</summary>
    public string Url { get; }

    /// <summary>The path that its first answer was asked by.</summary>
    public string Probe { get; }

    /// <summary>From its start to its first answer; the first look comes 5 ms after the start, and the next ones 5 ms apart.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Resident memory, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a command and waits for its first answer.</summary>
    /// <param name="probe">The path that is asked for.</param>
    /// <param name="command">The command and its arguments, from the address that it is to serve on.</param>
    /// <param name="onOneProcessor">It will be bound to one processor: threads and heaps are made for one.</param>
    public static Server Start(string probe, Func<string, string[]> command, bool onOneProcessor = false)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{++s_port}");
        var start = new ProcessStartInfo(command(url)[0], command(url)[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (onOneProcessor)
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && !text.Contains("info:", StringComparison.Ordinal))
                Console.Error.WriteLine(text);
        };
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
        {
            Thread.Sleep(5);
            if (process.HasExited)
                throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}");
            try
            {
                using var answer = client.GetAsync(url + probe).GetAwaiter().GetResult();
                if (answer.IsSuccessStatusCode)
                    return new(process, url, probe) { FirstAnswer = clock.Elapsed };
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            if (clock.Elapsed > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"No answer from {url}{probe} within a minute");
        }
    }

    /// <summary>Binds it to the first processor. Until then the just-in-time compiler may work beside it.</summary>
    public void Bind()
    {
        using var taskset = Process.Start(
            new ProcessStartInfo("taskset", ["-a", "-c", "-p", "0", _process.Id.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            }
        )!;
        taskset.StandardOutput.ReadToEnd();
        taskset.WaitForExit();
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
