using BenchmarkDotNet.Attributes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Benchmarks;

/// <summary>
/// What answers are made of, at three sizes: the shipped register, 560 treaties × 190 events, and ten times that. Only the load may grow
/// with the register; the others are about one treaty.
/// </summary>
[MemoryDiagnoser]
public class RegisterBenchmarks
{
    readonly DateOnly[] _days = Days();
    DirectoryInfo _directory = null!;
    Database _database = null!;
    RegisterView _view = null!;
    Treaty _treaty = null!;
    TreatyStatus _status = null!;
    List<TreatyEvent> _acts = null!;
    Dictionary<string, Participant> _participants = null!;
    int _next;

    /// <summary>How many treaties; 16 is the shipped register.</summary>
    [Params(16, 560, 5600)]
    public int Treaties { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var facts = Treaties == 16 ? SeedReader.Read(Settings.ShippedSeeds) : SyntheticRegister.Of(Treaties);
        _directory = Directory.CreateTempSubdirectory("treatytracker-benchmarks-");
        _database = new(Path.Combine(_directory.FullName, "treaties.db"));
        _database.Prepare();
        Import.Run(_database, facts, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var register = Register.Load(_database);
        _view = register.KnownAt(null);
        _treaty = register.FindTreaty(Treaties == 16 ? "untoc" : "treaty-0000")!;
        _status = _view.StatusOf(_treaty);
        _acts = [.. _view.ActsOf(_treaty)];
        _participants = register.Facts.Participants.ToDictionary(p => p.Code, p => p.Participant);
    }

    [GlobalCleanup]
    public void Clean() => _directory.Delete(recursive: true);

    /// <summary>The whole register out of its file.</summary>
    [Benchmark]
    public Register Load() => Register.Load(_database);

    /// <summary>A treaty's events into participations, entry into force and the step function of its counts.</summary>
    [Benchmark]
    public TreatyStatus Fold() => TreatyStatus.Of(_treaty, _acts, _participants, null);

    /// <summary>The step function alone, on a random day.</summary>
    [Benchmark]
    public Counts StepFunction() => _status.Timeline.On(NextDay());

    /// <summary>The counts of a treaty on a random day: find the treaty's status, then the day.</summary>
    [Benchmark]
    public Counts CountsOnADay() => _view.StatusOf(_treaty).Timeline.On(NextDay());

    /// <summary>Who is a party on a random day.</summary>
    [Benchmark]
    public int Parties()
    {
        var day = NextDay();
        return _status.Participations.Count(p => _status.ContributionOf(p, day).Party);
    }

    /// <summary>Why every participant is in or out of every count.</summary>
    [Benchmark]
    public int Explain()
    {
        var day = NextDay();
        return _status.Participations.Sum(p => Explanation.Of(_status, p, day).Count);
    }

    /// <summary>The counts on every day on which one changed.</summary>
    [Benchmark]
    public int History() => _status.Timeline.Steps.Sum(s => s.Value.Parties);

    DateOnly NextDay() => _days[_next++ % _days.Length];

    static DateOnly[] Days()
    {
        var random = new Random(1969);
        return [.. Enumerable.Range(0, 4096).Select(_ => new DateOnly(1970, 1, 1).AddDays(random.Next(365 * 56)))];
    }
}
