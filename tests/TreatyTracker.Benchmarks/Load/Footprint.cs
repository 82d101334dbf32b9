using System.Diagnostics;
using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// Start to first answer and resident memory, as ratios to a bare Kestrel program with one endpoint: the plain Release build, the published
/// program, and the published program with 560 treaties × 190 events. The contenders start in turns; the table shows medians.
/// </summary>
static class Footprint
{
    const int Rounds = 7;

    sealed record Contender(string Name, double? Target, string Against, Func<Server> Start)
    {
        public List<double> Milliseconds { get; } = [];

        public List<double> Megabytes { get; } = [];

        public double FirstAnswer => Comparison.Middle(Milliseconds);
    }

    public static int Run()
    {
        var directory = Directory.CreateTempSubdirectory("treatytracker-footprint-").FullName;
        try
        {
            Compare(directory);
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static void Compare(string directory)
    {
        var (shipped, large) = (
            Comparison.Seeded(Path.Combine(directory, "shipped.db")),
            Synthetic(Path.Combine(directory, "large.db"), 560)
        );
        var (built, published) = (typeof(Settings).Assembly.Location, Path.Combine(Published(directory), "treatytracker.dll"));
        var answer = Path.Combine(directory, "answer.json");
        File.WriteAllText(answer, """{"parties":187}""");

        Contender bare = new(
            "bare Kestrel, one endpoint",
            null,
            "",
            () => Server.Start("/0", url => ["dotnet", typeof(Footprint).Assembly.Location, "bare", url, answer])
        );
        Contender plain = new("plain Release build", 4, bare.Name, () => Comparison.Service(built, shipped));
        Contender ready = new("published", 3, bare.Name, () => Comparison.Service(published, shipped));
        Contender wide = new(
            "published, 560 treaties × 190 events",
            2,
            ready.Name,
            () => Comparison.Service(published, large, "treaty-0000")
        );
        Contender[] contenders = [bare, plain, ready, wide];
        for (var round = 0; round <= Rounds; round++)
            foreach (var contender in contenders)
            {
                using var server = contender.Start();
                // The first round brings the files into memory.
                if (round == 0)
                    continue;
                contender.Milliseconds.Add(server.FirstAnswer.TotalMilliseconds);
                contender.Megabytes.Add(server.Resident / 1e6);
            }

        Console.WriteLine($"{Comparison.Machine()}; medians of {Rounds} starts");
        Console.WriteLine();
        Console.WriteLine("| | first answer ms | ratio | to | target | resident MB then | after load MB |");
        Console.WriteLine("| --- | ---: | ---: | --- | ---: | ---: | ---: |");
        foreach (var contender in contenders)
        {
            var against = contenders.FirstOrDefault(c => c.Name == contender.Against);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {contender.Name} | {contender.FirstAnswer:0} | {contender.FirstAnswer / against?.FirstAnswer:0.0} | "
                        + $"{against?.Name} | "
                        + $"{contender.Target} | {Comparison.Middle(contender.Megabytes):0} | "
                        + $"{(contender == bare ? null : AfterLoad(contender)):0} |"
                )
            );
        }
        Console.WriteLine();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Loading takes {Loading(shipped):0} ms (shipped) and {Loading(large):0} ms (560 treaties), warm, of a plain Release build."
            )
        );
    }

    /// <summary>Resident memory after every treaty and 2,000 days were asked for, in megabytes.</summary>
    static double AfterLoad(Contender contender)
    {
        using var server = contender.Start();
        using var client = new HttpClient { BaseAddress = new(server.Url) };
        byte[] Ask(string path) => client.GetByteArrayAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
        Ask("/v1/counts?format=ndjson");
        for (var i = 0; i < 2000; i++)
            Ask($"{server.Probe}?asOf={new DateOnly(1990, 1, 1).AddDays(i):yyyy-MM-dd}");
        return server.Resident / 1e6;
    }

    static double Loading(string database) =>
        Comparison.Middle(
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                {
                    var clock = Stopwatch.StartNew();
                    Register.Load(new Database(database));
                    return clock.Elapsed.TotalMilliseconds;
                })
        );

    static string Synthetic(string database, int treaties)
    {
        var made = new Database(database);
        made.Prepare();
        Import.Run(made, SyntheticRegister.Of(treaties), SyntheticRegister.Of(1).Events[0].RecordedAt);
        return database;
    }

    /// <summary>Publishes the program as the Dockerfile does.</summary>
    static string Published(string directory)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "TreatyTracker.sln")))
            root =
                Path.GetDirectoryName(root)
                ?? throw new InvalidOperationException("TreatyTracker.sln is in no directory above the program.");
        var output = Path.Combine(directory, "published");
        using var publish = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["publish", "api/TreatyTracker.Api", "-c", "Release", "--use-current-runtime", "--no-self-contained", "-o", output]
            )
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
            }
        )!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? output : throw new InvalidOperationException(said);
    }
}
