using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// Recording over HTTP in a service with the shipped record: one event at a time and in arrays, what readers notice of it, and memory over
/// ten thousand recordings. Prints tables for the README.
/// </summary>
static class Writes
{
    const int Readers = 4;

    /// <summary>How many requests a reader makes in a second: a pace, so that what is measured is how long each takes.</summary>
    const int Pace = 50;

    const int PerArray = 1000;

    /// <summary>
    /// How many arrays a phase sends: with more, the register would grow to several times the shipped record, and what is measured with it.
    /// </summary>
    const int Arrays = 20;

    sealed record Phase(string Name, int? Target, int PerRequest, bool Reads);

    sealed record Result(double PerSecond, double WriteP50, double WriteP99, double ReadP50, double ReadP99, double Cpu);

    public static int Run(string[] args)
    {
        var seconds = args is ["--seconds", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 20;
        var recordings = args is [.., "--recordings", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000;
        var directory = Directory.CreateTempSubdirectory("treatytracker-write-").FullName;
        try
        {
            Measure(directory, TimeSpan.FromSeconds(seconds), recordings).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static async Task Measure(string directory, TimeSpan length, int recordings)
    {
        var database = Comparison.Seeded(Path.Combine(directory, "treaties.db"));
        var program = typeof(Settings).Assembly.Location;
        var key = Output("dotnet", program, "keys", "add", "--name", "benchmark", "--database", database)
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .First(w => w.StartsWith("tt_", StringComparison.Ordinal));
        using var service = Server.Start(
            "/v1/treaties/untoc/counts",
            url => ["dotnet", program, "--urls", url, "--database", database, "--rate-limit", "0"]
        );
        var facts = SeedReader.Read(Settings.ShippedSeeds);
        using var client = new HttpClient { BaseAddress = new(service.Url), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var events = Declarations(facts).GetEnumerator();

        Phase[] phases =
        [
            new("readers alone", null, 0, true),
            new("one event at a time, alone", 20, 1, false),
            new("one event at a time, 20 a second, with readers", 20, 1, true),
            new($"arrays of {PerArray:N0}, alone", 5000, PerArray, false),
            new($"arrays of {PerArray:N0}, at most 5,000 events a second, with readers", 5000, PerArray, true),
        ];
        // Unmeasured: the just-in-time compiler's work is done before the first figure counts.
        foreach (var phase in phases)
            await Of(phase, service, client, facts, events, length / 4);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Comparison.Machine()}; {facts.Treaties.Count} treaties, {facts.Events.Count:N0} events; "
                    + $"{length.TotalSeconds:0} s each, or {Arrays} arrays; "
                    + $"{Readers} readers with {Pace} requests a second each"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | events/s | target | write p50 ms | write p99 ms | read p50 ms | read p99 ms | CPU ms/event |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var phase in phases)
        {
            var figures = await Of(phase, service, client, facts, events, length);
            string Milliseconds(double value) => double.IsNaN(value) ? "" : value.ToString("0.0", CultureInfo.InvariantCulture);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {phase.Name} | {(phase.PerRequest == 0 ? "" : figures.PerSecond.ToString("N0", CultureInfo.InvariantCulture))} | "
                        + $"{phase.Target:N0} | {Milliseconds(figures.WriteP50)} | {Milliseconds(figures.WriteP99)} | "
                        + $"{Milliseconds(figures.ReadP50)} | {Milliseconds(figures.ReadP99)} | "
                        + $"{(phase.Reads ? "" : figures.Cpu.ToString("0.00", CultureInfo.InvariantCulture))} |"
                )
            );
        }

        Console.WriteLine();
        Console.WriteLine("| recordings | resident MB | recordings/s |");
        Console.WriteLine("| ---: | ---: | ---: |");
        var clock = Stopwatch.StartNew();
        for (var at = 1; at <= recordings; at++)
        {
            await Record(client, [Next(events)]);
            if (at % (recordings / 10) != 0)
                continue;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {at:N0} | {service.Resident / 1e6:0} | {recordings / 10 / clock.Elapsed.TotalSeconds:0.0} |"
                )
            );
            clock.Restart();
        }
    }

    static async Task<Result> Of(Phase phase, Server service, HttpClient client, Facts facts, IEnumerator<object> events, TimeSpan length)
    {
        using var stop = new CancellationTokenSource(length);
        var (reads, writes, written) = (new ConcurrentBag<double>(), new List<double>(), 0);
        var readers = phase.Reads
            ? Enumerable.Range(0, Readers).Select(n => Task.Run(() => Read(n, client, facts, reads, stop.Token))).ToList()
            : [];
        var (clock, cpu) = (Stopwatch.StartNew(), service.Cpu);
        if (phase.PerRequest > 0)
            while (!stop.IsCancellationRequested && (phase.PerRequest == 1 || writes.Count < Arrays))
            {
                object[] batch = [.. Enumerable.Range(0, phase.PerRequest).Select(_ => Next(events))];
                var started = Stopwatch.GetTimestamp();
                await Record(client, batch);
                writes.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                written += phase.PerRequest;
                // What readers notice is measured at the speed that is asked for, and not at the fastest.
                if (phase is { Reads: true, Target: { } target })
                    await Until(clock, (double)written / target);
            }
        var elapsed = clock.Elapsed;
        if (phase.PerRequest > 0)
            await stop.CancelAsync();
        await Task.WhenAll(readers);
        return new(
            written / elapsed.TotalSeconds,
            Percentile(writes, 50),
            Percentile(writes, 99),
            Percentile(reads, 50),
            Percentile(reads, 99),
            (service.Cpu - cpu).TotalMilliseconds / written
        );
    }

    /// <summary>Asks at a steady pace: the counts of any treaty on any day, a status table, the counts of today.</summary>
    static async Task Read(int number, HttpClient client, Facts facts, ConcurrentBag<double> times, CancellationToken stop)
    {
        var random = new Random(number);
        var clock = Stopwatch.StartNew();
        for (var at = 1; !stop.IsCancellationRequested; at++)
        {
            var treaty = facts.Treaties[random.Next(facts.Treaties.Count)].Id;
            var path = (at % 10) switch
            {
                0 => $"/v1/treaties/{treaty}/parties?standing=any&limit=500",
                < 7 => $"/v1/treaties/{treaty}/counts?asOf={random.Next(1988, 2027)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
                _ => $"/v1/treaties/{treaty}/counts",
            };
            var started = Stopwatch.GetTimestamp();
            using (var answer = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None))
            {
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{path} was answered {(int)answer.StatusCode}");
            }
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Until(clock, (double)at / Pace);
        }
    }

    static Task Until(Stopwatch clock, double seconds) =>
        TimeSpan.FromSeconds(seconds) - clock.Elapsed is var rest && rest > TimeSpan.Zero ? Task.Delay(rest) : Task.CompletedTask;

    static async Task Record(HttpClient client, object[] events)
    {
        using var body = events.Length == 1 ? JsonContent.Create(events[0]) : JsonContent.Create(events);
        using var answer = await client.PostAsync(new Uri("/v1/events", UriKind.Relative), body);
        if ((int)answer.StatusCode != 201)
            throw new InvalidOperationException($"answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    static object Next(IEnumerator<object> events) =>
        events.MoveNext() ? events.Current : throw new InvalidOperationException("there are no more events to record");

    /// <summary>
    /// Declarations by UN Members, a hundred for a treaty before the next one: acts that contradict nothing, and go the way of all others.
    /// </summary>
    static IEnumerable<object> Declarations(Facts facts)
    {
        var ended = facts.Events.Where(e => e.Kind is EventKind.Terminated).Select(e => e.Treaty).ToHashSet();
        var treaties = facts.Treaties.Where(t => !ended.Contains(t.Id) && t.Adopted.On < new DateOnly(2015, 1, 1)).ToList();
        var members = facts
            .Participants.Where(p => p.Participant is { UnMemberSince: { } since, UnMemberUntil: null } && since < new DateOnly(2015, 1, 1))
            .ToList();
        var source = facts.Sources[0].Id;
        for (var n = 0; ; n++)
            yield return new
            {
                treaty = treaties[n / 100 % treaties.Count].Id,
                participant = members[n % 100].Code,
                kind = "declaration",
                date = Instant.Text(new DateOnly(2016, 1, 1).AddDays(n / 100 / treaties.Count)),
                verification = "table",
                sources = new[] { source },
            };
    }

    static double Percentile(IEnumerable<double> values, int percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    static string Output(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}");
    }
}
