using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// Mixed load on one service for minutes, while another process imports every ten seconds, by turns, two records that differ in many
/// answers. Every answer must be whole: of one data version, the same as every other answer of that version to the same question. Memory
/// must stay flat.
/// </summary>
static class Soak
{
    const int Clients = 8;

    static readonly TimeSpan s_betweenImports = TimeSpan.FromSeconds(10);

    static readonly string[] s_questions =
    [
        "/v1/treaties/untoc/counts",
        "/v1/treaties/uncac/counts?asOf={day}",
        "/v1/treaties/untoc/counts?asOf={day}",
        "/v1/counts?asOf={day}",
        "/v1/counts?format=csv&asOf={day}",
        "/v1/treaties/untoc/parties?limit=500",
        "/v1/treaties/untoc/parties?format=csv&asOf={day}",
        "/v1/treaties/uncac/parties?format=ndjson",
        "/v1/treaties/untoc/parties/FRA?asOf={day}",
        "/v1/treaties/untoc/counts/explanation?asOf={day}",
        "/v1/treaties/untoc/counts/history",
        "/v1/treaties/untoc/events?asOf={day}",
        "/v1/events?format=ndjson",
        "/v1/matrix?asOf={day}",
        "/v1/states/PRK/participations",
        "/v1/treaties/untoc/non-parties",
        "/v1/changes?from=2016-06-01&to=2017-06-30",
        "/v1/consistency?treaty=untoc",
        "/v1/version",
    ];

    public static int Run(string[] args)
    {
        var minutes = args is ["--minutes", var text] ? double.Parse(text, CultureInfo.InvariantCulture) : 10;
        var directory = Directory.CreateTempSubdirectory("treatytracker-soak-").FullName;
        try
        {
            return Load(directory, TimeSpan.FromMinutes(minutes)) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static bool Load(string directory, TimeSpan length)
    {
        var database = Comparison.Seeded(Path.Combine(directory, "treaties.db"));
        string[] records = [Settings.ShippedSeeds, WithoutTheKoreanAccession(Path.Combine(directory, "seeds"))];
        using var service = Comparison.Service(
            typeof(TreatyTracker.Api.Hosting.Settings).Assembly.Location,
            database,
            onOneProcessor: true
        );
        using var stop = new CancellationTokenSource(length);
        var wrongs = new ConcurrentQueue<string>();
        var seen = new ConcurrentDictionary<(string Question, string Version), string>();
        var versions = new ConcurrentDictionary<string, int>();
        long answers = 0,
            held = 0;

        var clients = Enumerable
            .Range(0, Clients)
            .Select(n =>
                Task.Run(async () =>
                {
                    using var client = new HttpClient();
                    var random = new Random(n);
                    while (!stop.IsCancellationRequested)
                    {
                        var question = s_questions[random.Next(s_questions.Length)]
                            .Replace(
                                "{day}",
                                new DateOnly(2000, 12, 12).AddDays(random.Next(300) * 30).ToString("O", CultureInfo.InvariantCulture),
                                StringComparison.Ordinal
                            );
                        using var answer = await client.GetAsync(service.Url + question, CancellationToken.None);
                        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                        Interlocked.Increment(ref answers);
                        if (!answer.IsSuccessStatusCode)
                        {
                            wrongs.Enqueue($"{question} was answered {(int)answer.StatusCode}");
                            continue;
                        }
                        var version = answer.Headers.GetValues("X-Data-Version").Single();
                        versions.AddOrUpdate(version, 1, (_, times) => times + 1);
                        var hash = Convert.ToHexString(SHA256.HashData(body));
                        if (seen.GetOrAdd((question, version), hash) != hash)
                            wrongs.Enqueue($"{question} has two answers of version {version}");
                        if (random.Next(4) > 0)
                            continue;

                        using var again = new HttpRequestMessage(HttpMethod.Get, service.Url + question);
                        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
                        using var unchanged = await client.SendAsync(again, CancellationToken.None);
                        var now = unchanged.Headers.GetValues("X-Data-Version").Single();
                        Interlocked.Increment(ref held);
                        if (((int)unchanged.StatusCode == 304) != (now == version))
                            wrongs.Enqueue(
                                $"{question} of version {version}, held, was answered {(int)unchanged.StatusCode} by version {now}"
                            );
                    }
                })
            )
            .ToList();

        var memory = new List<(TimeSpan At, double Megabytes)>();
        var (clock, imports) = (Stopwatch.StartNew(), 0);
        while (!stop.IsCancellationRequested)
        {
            Thread.Sleep(1000);
            memory.Add((clock.Elapsed, service.Resident / 1e6));
            if (clock.Elapsed < s_betweenImports * (imports + 1))
                continue;
            imports++;
            using var import = Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [typeof(Settings).Assembly.Location, "import", "--seeds", records[imports % 2], "--database", database]
                )
                {
                    RedirectStandardOutput = true,
                }
            )!;
            import.StandardOutput.ReadToEnd();
            import.WaitForExit();
            if (import.ExitCode != 0)
                wrongs.Enqueue($"import {imports} ended with {import.ExitCode}");
        }
        try
        {
            Task.WaitAll([.. clients]);
        }
        catch (AggregateException e)
        {
            wrongs.Enqueue(e.InnerException!.Message);
        }

        // From the second fifth on, when all that is kept for good has been made once.
        var (early, late) = (Middle(memory, length, 1, 2), Middle(memory, length, 4, 5));
        if (late > early * 1.15)
            wrongs.Enqueue(string.Create(CultureInfo.InvariantCulture, $"memory grew from {early:0} MB to {late:0} MB"));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalMinutes:0.0} minutes, {Clients} clients: {answers:N0} answers and {held:N0} conditional "
                    + $"ones, {seen.Count:N0} questions by version, {imports} imports, {versions.Count} versions answered from; "
                    + $"memory {early:0} MB in the second fifth, {late:0} MB in the last; {wrongs.Count} wrong"
            )
        );
        foreach (var wrong in wrongs.Take(20))
            Console.WriteLine(wrong);
        if (imports > 1 && versions.Count < 2)
            Console.WriteLine("No import was ever seen.");
        return wrongs.IsEmpty && (imports < 2 || versions.Count >= 2);
    }

    static double Middle(List<(TimeSpan At, double Megabytes)> memory, TimeSpan length, int from, int to) =>
        Comparison.Middle(
            memory.Where(m => m.At >= length / 5 * from && m.At <= length / 5 * to).Select(m => m.Megabytes).DefaultIfEmpty(0)
        );

    static string WithoutTheKoreanAccession(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Settings.ShippedSeeds, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Settings.ShippedSeeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        // Without the published figures, which would rightly refuse a record that is short of a party.
        var published = Path.Combine(target, "published-counts.csv");
        File.WriteAllLines(published, File.ReadAllLines(published).Take(1));
        var events = Path.Combine(target, "events", "untoc.csv");
        File.WriteAllLines(events, File.ReadAllLines(events).Where(l => !l.StartsWith("PRK,accession", StringComparison.Ordinal)));
        return target;
    }
}
