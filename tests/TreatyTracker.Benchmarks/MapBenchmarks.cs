using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Charts;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Benchmarks;

/// <summary>The map of each of the 309 shipped treaties in turn, each on a random day, without the response cache: under 30 ms.</summary>
[MemoryDiagnoser]
public class MapBenchmarks
{
    static readonly DateOnly s_today = new(2026, 12, 1);

    readonly Random _random = new(1);
    readonly GetMap.Request _request = new();
    Register _register = null!;
    IReadOnlyList<Treaty> _treaties = null!;
    int _next;

    [GlobalSetup]
    public void Make()
    {
        _register = Register.Of(SeedReader.Read(Settings.ShippedSeeds));
        _treaties = _register.Facts.Treaties;
        foreach (var treaty in _treaties)
            _register.KnownAt(null).StatusOf(treaty);
    }

    [Benchmark]
    public IResult Map()
    {
        var treaty = _treaties[_next++ % _treaties.Count];
        var context = new AnswerContext(
            _register,
            s_today.AddDays(-_random.Next(25_000)),
            s_today,
            _register.LastRecordedAt!.Value,
            _register.KnownAt(null),
            Languages.English
        )
        {
            Newest = _register,
        };
        return MapPicture.Draw(treaty, new(_request, context));
    }
}
