using TreatyTracker.Api.Data;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>A made-up treaty, and tables of it as values: no reader, no file.</summary>
static class Lighthouses
{
    public static readonly DateOnly AsAt = new(2024, 6, 30);

    public static readonly DateTimeOffset Now = new(2024, 7, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>In force from 2001-01-01; thirty days for later parties, twelve months for a notice; complete through 2023.</summary>
    public static Treaty Convention { get; } =
        new()
        {
            Id = "lighthouses",
            Mtdsg = "XII-99",
            Kind = TreatyKind.Convention,
            Titles = new Dictionary<string, string> { ["en"] = "Convention on Lighthouses" },
            Adopted = new() { On = new(2000, 1, 1) },
            Depositary = "Secretary-General of the United Nations",
            Subject = "navigation",
            EntryIntoForcePublished = new(2001, 1, 1),
            FinalClauses = new()
            {
                Signature = new() { From = new(2000, 1, 1) },
                EntryIntoForce = new() { Reason = "published" },
                LaterParticipants = new() { Delay = new() { Days = 30 } },
                Withdrawal = new() { EffectAfterReceipt = new() { Months = 12 } },
                OpenTo = new() { States = "all" },
            },
            CompleteThrough = new(2023, 12, 31),
            RecordedAt = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };

    static readonly string[] s_names = ["Arvania XAR", "Borland XBO", "Cerulea XCE", "Dunland XDU"];

    public static IReadOnlyDictionary<string, Participant> Participants { get; } =
        s_names.Select(n => n.Split(' ')[1]).ToDictionary(c => c, c => new Participant { Code = c, Kind = ParticipantKind.OtherState });

    /// <summary>An event from <c>XAR accession 2005-01-09 [effect DAY] [with PLACE]</c>; a date of <c>-</c> is not known.</summary>
    public static TreatyEvent Event(string text)
    {
        var parts = text.Split(' ');
        var at = Array.IndexOf(parts, "effect");
        DateOnly? effect = at > 0 ? Instant.ParseDay(parts[at + 1]) : null;
        var place = Array.IndexOf(parts, "with");
        var period = parts[2] == "-" ? new DayPeriod(effect!.Value, effect.Value) : DayPeriod.Parse(parts[2])!.Value;
        var kind = WireNames.Find<EventKind>(parts[1])!.Value;
        return new()
        {
            Id = EventIds.Of("lighthouses", parts[0], kind, period.Last),
            Treaty = "lighthouses",
            Participant = parts[0],
            Kind = kind,
            Date = period.Last,
            Earliest = period.IsOneDay ? null : period.First,
            EffectOnly = parts[2] == "-",
            EffectiveOn = effect,
            Depositary = place > 0 ? parts[place + 1] : null,
            RecordedAt = Convention.RecordedAt,
            Verification = period.IsOneDay && parts[2] != "-" ? Verification.Table : Verification.Unverified,
            Sources = ["old"],
        };
    }

    /// <summary>
    /// A row from <c>Arvania: signature 2000-05-05; [accession 2005-01-09]; ratification 2006 effect 2006-07-01 with London</c>.
    /// </summary>
    public static StatusTableRow Row(string text, int line = 1)
    {
        var parts = text.Split(':', 2);
        return new(
            line,
            parts[0],
            [
                .. parts[1]
                    .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(cell =>
                    {
                        var words = cell.Trim('[', ']').Split(' ');
                        var (effect, place) = (Array.IndexOf(words, "effect"), Array.IndexOf(words, "with"));
                        return new StatusTableAct(line, WireNames.Find<EventKind>(words[0])!.Value, DayPeriod.Parse(words[1])!.Value, cell)
                        {
                            IsBracketed = cell.StartsWith('['),
                            EffectiveOn = effect > 0 ? Instant.ParseDay(words[effect + 1]) : null,
                            Depositary = place > 0 ? words[place + 1] : null,
                        };
                    }),
            ]
        );
    }

    public static StatusTable Table(params string[] rows) =>
        new()
        {
            Format = StatusTableFormat.MtdsgXml,
            Title = "Convention on Lighthouses",
            Number = "XII-99",
            Conclusion = "Port Example, 1 January 2000",
            ConcludedOn = new(2000, 1, 1),
            EntryIntoForceOn = new(2001, 1, 1),
            Rows = [.. rows.Select((r, at) => Row(r, at + 2))],
            Unused = [],
        };

    public static RowParticipant Resolve(StatusTableRow row, DateOnly on) =>
        s_names.FirstOrDefault(n => n.Split(' ')[0] == row.Name) is { } known
            ? new(known.Split(' ')[1], null)
            : new(null, $"No participant is called '{row.Name}'.");

    /// <summary>What merging a table into a record with these events would do.</summary>
    public static MergePlan Merged(string[] recorded, StatusTable table, Func<MergeRequest, MergeRequest>? with = null)
    {
        var request = new MergeRequest
        {
            Treaty = Convention,
            Events = [.. recorded.Select(Event)],
            Participants = Participants,
            Table = table,
            AsAt = AsAt,
            Source = "new",
            Now = Now,
            Resolve = Resolve,
        };
        return Merge.Plan(with?.Invoke(request) ?? request);
    }

    /// <summary>The plan as lines: what people read, without sources and explanations.</summary>
    public static string[] Lines(MergePlan plan) =>
        [
            .. plan.New.OrderBy(e => e.Date).ThenBy(e => e.Kind).Select(e => $"+ {MergeText.Words(e)}"),
            .. plan.Corrections.Select(c => $"~ {MergeText.Words(c.Before)} > {(c.After is { } a ? MergeText.Words(a) : "nothing")}"),
            .. plan.Conflicts.Select(c => $"? {c.Participant} {c.What} ({c.Kind.WireName()})"),
            .. plan.Unresolved.Select(u => $"! {u.Row.Name}"),
            .. plan.Unused.Select(u => $"! {u.Text}"),
        ];
}
