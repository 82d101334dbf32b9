using System.Diagnostics;
using System.Globalization;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// Start to first answer, resident memory, and the time that a load takes: for the shipped register, and for 560 treaties × 190 events.
/// </summary>
static class Footprint
{
    public static int Run()
    {
        var directory = Directory.CreateTempSubdirectory("treatytracker-footprint-").FullName;
        try
        {
            Console.WriteLine("| register | first answer ms | resident MB | after every treaty was asked MB | load ms |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            Measure("shipped", Comparison.Seeded(Path.Combine(directory, "shipped.db")), "untoc");
            Measure("560 treaties × 190 events", Synthetic(Path.Combine(directory, "large.db"), 560), "treaty-0000");
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static void Measure(string name, string database, string treaty)
    {
        var starts = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            using var server = Comparison.Service(database, treaty);
            starts.Add(server.FirstAnswer.TotalMilliseconds);
        }
        using var service = Comparison.Service(database, treaty);
        var idle = service.Resident;
        using var client = new HttpClient();
        client.GetByteArrayAsync(service.Url + "/v1/counts?format=ndjson").GetAwaiter().GetResult();
        for (var i = 0; i < 2000; i++)
            client
                .GetByteArrayAsync(service.Url + $"/v1/treaties/{treaty}/counts?asOf={new DateOnly(1990, 1, 1).AddDays(i):yyyy-MM-dd}")
                .GetAwaiter()
                .GetResult();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Comparison.Middle(starts):0} | {idle / 1e6:0} | {service.Resident / 1e6:0} | {Comparison.Middle(Enumerable.Range(0, 5).Select(_ => Loading(database))):0} |"
            )
        );
    }

    static double Loading(string database)
    {
        var clock = Stopwatch.StartNew();
        Register.Load(new Database(database));
        return clock.Elapsed.TotalMilliseconds;
    }

    static string Synthetic(string database, int treaties)
    {
        var made = new Database(database);
        made.Prepare();
        Import.Run(made, SyntheticRegister.Of(treaties), SyntheticRegister.Of(1).Events[0].RecordedAt);
        return database;
    }
}
