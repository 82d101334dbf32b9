using System.Collections;
using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Panel;

/// <summary>
/// The rows of a panel, made when they are read: only the runs of periods are held, of which a treaty and a participant seldom have more
/// than one.
/// </summary>
sealed class PanelRows : IReadOnlyList<PanelRow>
{
    readonly List<Run> _runs = [];
    readonly AnswerContext _context;
    readonly int _months;
    readonly Dictionary<DateOnly, RecordCoverage> _records = [];
    Treaty? _recordsOf;

    PanelRows(AnswerContext context, int months) => (_context, _months) = (context, months);

    /// <summary>The rows of some treaties and participants.</summary>
    /// <param name="treaties">The treaties, by id.</param>
    /// <param name="entries">The participants, by code.</param>
    /// <param name="time">The first day, <c>null</c> for the adoption of each treaty; the last; and the months of a period.</param>
    /// <param name="filters">The filters that depend on the day.</param>
    /// <param name="context">The context of the answer.</param>
    public static PanelRows Of(
        IReadOnlyList<Treaty> treaties,
        IReadOnlyList<ParticipantEntry> entries,
        (DateOnly? First, DateOnly Last, int Months) time,
        IParticipantFilters filters,
        AnswerContext context
    )
    {
        var rows = new PanelRows(context, time.Months);
        foreach (var treaty in treaties)
        {
            var days = PeriodEnds.Of(Days.Later(time.First ?? treaty.Adopted.On, treaty.Adopted.On), time.Last, time.Months).ToArray();
            foreach (var entry in entries)
                rows.Add(
                    treaty,
                    entry.Participant,
                    days,
                    day => Exists(entry.Participant, day) && filters.Matches(entry.Participant, day, context)
                );
        }
        return rows;
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public PanelRow this[int index]
    {
        get
        {
            var (low, high) = (0, _runs.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (_runs[middle].Before <= index)
                    low = middle;
                else
                    high = middle - 1;
            }
            var run = _runs[low];
            var (status, day) = (_context.StatusOf(run.Treaty), run.Days[run.First + index - run.Before]);
            var context = _context with { AsOf = day };
            return PanelRow.Of(
                status.Of(run.Participant.Code) ?? new(run.Treaty.Id, run.Participant),
                status,
                day.ToString(_months == 12 ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture),
                context,
                RecordOf(run.Treaty, context)
            );
        }
    }

    /// <inheritdoc/>
    public IEnumerator<PanelRow> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void Add(Treaty treaty, Participant participant, DateOnly[] days, Func<DateOnly, bool> has)
    {
        for (var i = 0; i < days.Length; i++)
        {
            if (!has(days[i]))
                continue;
            var first = i;
            while (i < days.Length && has(days[i]))
                i++;
            _runs.Add(new(treaty, participant, days, first, Count));
            Count += i - first;
        }
    }

    // All rows of a treaty follow each other, so the coverage of one treaty at a time is kept.
    RecordCoverage RecordOf(Treaty treaty, AnswerContext context)
    {
        if (_recordsOf != treaty)
        {
            _records.Clear();
            _recordsOf = treaty;
        }
        if (!_records.TryGetValue(context.AsOf, out var record))
            _records[context.AsOf] = record = RecordCoverage.Of(treaty, context);
        return record;
    }

    /// <summary>Whether a participant existed on a day, as far as the record says.</summary>
    static bool Exists(Participant participant, DateOnly day) =>
        participant.KindOn(day) is not ParticipantKind.FormerState
        && (participant.KindOn(day) is ParticipantKind.UnMember || !(day < participant.StatehoodSince))
        && (participant.Members.Count == 0 || participant.Members.Any(m => m.From <= day));

    /// <summary>Periods that follow each other.</summary>
    /// <param name="Treaty">The treaty.</param>
    /// <param name="Participant">The participant.</param>
    /// <param name="Days">The last days of all periods of the treaty.</param>
    /// <param name="First">The place of the first day of the run.</param>
    /// <param name="Before">The number of rows before the run.</param>
    sealed record Run(Treaty Treaty, Participant Participant, DateOnly[] Days, int First, int Before);
}
