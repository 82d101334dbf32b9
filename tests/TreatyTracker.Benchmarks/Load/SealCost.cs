using System.Diagnostics;
using System.Globalization;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>
/// What the seal costs when a register is loaded: reading the recordings and the versions of reference data, and checking schema, triggers
/// and chain. Prints a table for the README: the shipped record and two made-up ones, in turns, as processor time and as a share.
/// </summary>
static class SealCost
{
    const int Rounds = 9;

    public static int Run()
    {
        var directory = Directory.CreateTempSubdirectory("treatytracker-seal-").FullName;
        try
        {
            (string Name, Database Database)[] registers =
            [
                ("shipped", new(Comparison.Seeded(Path.Combine(directory, "shipped.db")))),
                ("56 treaties × 190 events", Synthetic(Path.Combine(directory, "small.db"), 56)),
                ("560 treaties × 190 events", Synthetic(Path.Combine(directory, "large.db"), 560)),
            ];
            Console.WriteLine($"{Comparison.Machine()}; processor time, medians of {Rounds} rounds");
            Console.WriteLine();
            Console.WriteLine("| register | loading ms | of it the seal ms | share |");
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            foreach (var (name, database) in registers)
            {
                var (load, seal) = (new List<double>(), new List<double>());
                var facts = Register.Load(database).Facts;
                for (var round = 0; round <= Rounds; round++)
                {
                    var (whole, check) = (Cpu(() => GC.KeepAlive(Register.Load(database))), Cpu(() => Check(database, facts)));
                    // The first round is that of the just-in-time compiler.
                    if (round == 0)
                        continue;
                    load.Add(whole);
                    seal.Add(check);
                }
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {name} | {Comparison.Middle(load):0} | {Comparison.Middle(seal):0.0} | "
                            + $"{Comparison.Middle(seal) / Comparison.Middle(load):0.00} |"
                    )
                );
            }
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static void Check(Database database, Facts facts)
    {
        using var connection = database.OpenRead();
        using var transaction = connection.BeginTransaction(deferred: true);
        var recordings = RecordingLog.ReadRecordings(connection, transaction);
        var versions = RecordingLog.ReadVersions(connection, transaction).ToList();
        if ((RegisterSchema.Break(connection, transaction) ?? Seal.Break(facts, recordings, versions)) is { } broken)
            throw new InvalidOperationException(broken);
    }

    static double Cpu(Action work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    static Database Synthetic(string file, int treaties)
    {
        var database = new Database(file);
        database.Prepare();
        Import.Run(database, SyntheticRegister.Of(treaties), SyntheticRegister.Of(1).Events[0].RecordedAt);
        return database;
    }
}
