using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>
/// The days of the calendar parted by those on which an answer changes: within a stretch it is the same, but for the day asked about
/// itself.
/// </summary>
sealed class Stretches
{
    readonly DateOnly[] _starts;

    Stretches(IEnumerable<DateOnly> changes, DateOnly today, Func<DateOnly, string>[] written)
    {
        Written = written;
        // Days that cannot be asked about are none with those that can, and today is one with neither the past nor what is to come.
        _starts =
        [
            .. changes
                .Concat([DateOnly.MinValue, FastEndpointsSetup.FirstDay, today, today.AddDays(1), FastEndpointsSetup.LastDay.AddDays(1)])
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The forms in which the answer writes the day asked about.</summary>
    public Func<DateOnly, string>[] Written { get; }

    /// <summary>The first day of the stretch that a day is in.</summary>
    public DateOnly StartOf(DateOnly day)
    {
        var at = Array.BinarySearch(_starts, day);
        return _starts[at < 0 ? ~at - 1 : at];
    }

    /// <summary>Said by an endpoint of the answer that it is about to give, to whom it may concern.</summary>
    /// <param name="http">The request.</param>
    /// <param name="changes">All days on which the answer becomes another, in any order.</param>
    /// <param name="written">The forms in which it writes the day asked about.</param>
    public static void Tell(HttpContext http, Func<IEnumerable<DateOnly>> changes, Func<DateOnly, string>[] written) =>
        http.Features.Get<Listener>()?.Hear(new(changes(), RequestSnapshot.Of(http)!.Today, written));

    /// <summary>Who wants to hear them.</summary>
    /// <param name="Hear">Hears them.</param>
    public sealed record Listener(Action<Stretches> Hear);
}
