using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// The load comparison: bare Kestrel, this service, the same count by SQL at each request, and nginx serving a file, on one machine, in
/// turns, over several rounds. Prints the medians as a table for the README. Needs Linux with taskset, and Debian's wrk and nginx.
/// </summary>
static class Comparison
{
    const string Counts = "/v1/treaties/untoc/counts";
    const string Table = "/v1/treaties/untoc/parties?standing=any&limit=500";

    sealed record Contender(string Name, string Against, double? Target, Func<int, Measured> Run);

    public static int Run(string[] args)
    {
        var rounds = args is ["--rounds", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 7;
        var directory = Directory.CreateTempSubdirectory("treatytracker-load-").FullName;
        try
        {
            Compare(directory, rounds);
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static void Compare(string directory, int rounds)
    {
        var database = Seeded(Path.Combine(directory, "treaties.db"));
        using var service = Service(typeof(Settings).Assembly.Location, database, onOneProcessor: true);
        var (counts, table) = (Saved(service, Counts, directory), Saved(service, Table, directory));
        using var bare = Server.Start("/0", url => ["dotnet", typeof(Comparison).Assembly.Location, "bare", url, counts, table], true);
        using var dapper = Server.Start(Counts, url => ["dotnet", typeof(Comparison).Assembly.Location, "dapper", url, database], true);
        using var nginx = Server.Start(
            "/" + Path.GetFileName(counts),
            url => ["nginx", "-e", "stderr", "-c", NginxConfiguration(directory, url)]
        );
        var (random, tag) = (RandomDays(directory), "If-None-Match: " + TagOf(service));

        Contender[] contenders =
        [
            new("bare Kestrel, counts' bytes", "", null, s => Wrk.Run(bare, "/0", s)),
            new("(a) counts of today", "bare Kestrel, counts' bytes", 0.90, s => Wrk.Run(service, Counts, s)),
            new("(b) counts on random days", "bare Kestrel, counts' bytes", 0.75, s => Wrk.Run(service, Counts, s, script: random)),
            new("(d) counts of today, 304", "bare Kestrel, counts' bytes", 0.90, s => Wrk.Run(service, Counts, s, header: tag)),
            new("bare Kestrel, table's bytes", "", null, s => Wrk.Run(bare, "/1", s)),
            new("(c) status table", "bare Kestrel, table's bytes", 0.75, s => Wrk.Run(service, Table, s)),
            new("count by Dapper and SQL", "bare Kestrel, counts' bytes", null, s => Wrk.Run(dapper, Counts, s)),
            new("nginx, counts as a file", "bare Kestrel, counts' bytes", null, s => Wrk.Run(nginx, "/" + Path.GetFileName(counts), s)),
        ];

        // Unmeasured: the just-in-time compiler's work is done before the first round counts.
        foreach (var contender in contenders)
            contender.Run(12);
        foreach (var server in new[] { service, bare, dapper, nginx })
            server.Bind();
        var measured = contenders.ToDictionary(c => c.Name, _ => new List<Measured>());
        for (var round = 0; round < rounds; round++)
            foreach (var contender in contenders)
                measured[contender.Name].Add(contender.Run(3));

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Machine()}; counts {new FileInfo(counts).Length:N0} bytes, table {new FileInfo(table).Length:N0} bytes; "
                    + $"medians of {rounds} rounds of 3 s"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | requests/s | p50 ms | p99 ms | CPU µs/request | to bare Kestrel | target | to Dapper |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var contender in contenders)
        {
            var rows = measured[contender.Name];
            string Median(Func<Measured, double> of, string format) =>
                Middle(rows.Select(of)).ToString(format, CultureInfo.InvariantCulture);
            string Ratio(string to) =>
                to == ""
                    ? ""
                    : Middle(rows.Zip(measured[to], (mine, theirs) => mine.PerSecond / theirs.PerSecond))
                        .ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine(
                $"| {contender.Name} | {Median(m => m.PerSecond, "N0")} | {Median(m => m.P50, "0.00")} | "
                    + $"{Median(m => m.P99, "0.00")} | {Median(m => m.CpuPerRequest, "0.0")} | "
                    + $"{Ratio(contender.Against)} | {contender.Target?.ToString("0.00", CultureInfo.InvariantCulture)} | "
                    + $"{Ratio("count by Dapper and SQL")} |"
            );
        }
    }

    internal static Server Service(string program, string database, string treaty = "untoc", bool onOneProcessor = false) =>
        Server.Start($"/v1/treaties/{treaty}/counts", url => ["dotnet", program, "--urls", url, "--database", database], onOneProcessor);

    internal static string Seeded(string database)
    {
        var made = new Database(database);
        made.Prepare();
        Import.Run(made, SeedReader.Read(Settings.ShippedSeeds), DateTimeOffset.UtcNow);
        return database;
    }

    static string Saved(Server service, string path, string directory)
    {
        using var client = new HttpClient();
        var file = Path.Combine(directory, path == Counts ? "counts.json" : "table.json");
        File.WriteAllBytes(file, client.GetByteArrayAsync(service.Url + path).GetAwaiter().GetResult());
        return file;
    }

    static string TagOf(Server service)
    {
        using var client = new HttpClient();
        using var answer = client.GetAsync(service.Url + Counts).GetAwaiter().GetResult();
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>Any treaty on any day from 1988 to 2026: far more than any cache of ready answers keeps.</summary>
    static string RandomDays(string directory)
    {
        var file = Path.Combine(directory, "random.lua");
        var treaties = Directory
            .EnumerateFiles(Path.Combine(Settings.ShippedSeeds, "treaties"))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);
        File.WriteAllText(
            file,
            $$"""
            local treaties = { {{string.Join(", ", treaties.Select(t => $"\"{t}\""))}} }
            math.randomseed(1969)
            request = function()
              local path = string.format("/v1/treaties/%s/counts?asOf=%d-%02d-%02d", treaties[math.random(#treaties)],
                math.random(1988, 2026), math.random(12), math.random(28))
              return wrk.format("GET", path)
            end
            """
        );
        return file;
    }

    static string NginxConfiguration(string directory, string url)
    {
        var file = Path.Combine(directory, "nginx.conf");
        File.WriteAllText(
            file,
            $$"""
            daemon off; master_process off; worker_processes 1; pid {{directory}}/nginx.pid;
            events { worker_connections 256; }
            http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
              default_type application/json; open_file_cache max=8;
              client_body_temp_path {{directory}}/b; proxy_temp_path {{directory}}/p; fastcgi_temp_path {{directory}}/f;
              uwsgi_temp_path {{directory}}/u; scgi_temp_path {{directory}}/s;
              server { listen {{url["http://".Length..]}}; root {{directory}}; } }
            """
        );
        return file;
    }

    internal static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    internal static string Machine()
    {
        var processor =
            File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? "unknown processor";
        return $"{processor}, {Environment.ProcessorCount} cores, "
            + $"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, "
            + $"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}";
    }
}
