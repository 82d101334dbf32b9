namespace TreatyTracker.Law.Tests;

/// <summary>Acts as text, one a line.</summary>
static class EventText
{
    /// <summary>
    /// <c>2006-10-23 MNE succession effect 2006-06-03</c>: the day, the participant (<c>-</c> for the treaty itself) and the kind, then
    /// any of <c>effect</c> day, <c>recorded</c> day, <c>id</c> word, <c>corrects</c> id, <c>as</c> kind, <c>at</c> depositary,
    /// <c>towards</c> participant and <c>opposing</c> yes. The day may be a period such as <c>2015</c>.
    /// </summary>
    public static IEnumerable<TreatyEvent> Read(string treaty, string acts) =>
        acts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => ReadOne(treaty, line));

    static TreatyEvent ReadOne(string treaty, string line)
    {
        var words = line.Split(' ');
        var date = DayPeriod.Parse(words[0]) ?? throw new FormatException(line);
        var more = words[3..].Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        return new()
        {
            Id = more.GetValueOrDefault("id") ?? $"{treaty}-{words[1]}-{words[2]}-{words[0]}",
            Treaty = treaty,
            Participant = words[1] is "-" ? "" : words[1],
            Kind = Kind(words[2]),
            Date = date.Last,
            Earliest = date.IsOneDay ? null : date.First,
            Depositary = more.GetValueOrDefault("at"),
            Counterpart = more.GetValueOrDefault("towards"),
            OpposesEntryIntoForce = more.ContainsKey("opposing"),
            EffectiveOn = more.TryGetValue("effect", out var effect) ? Iso.Day(effect) : null,
            RecordedAt = Iso.Instant(more.GetValueOrDefault("recorded") ?? Scenario.Recorded),
            Verification = Verification.Table,
            Corrects = more.GetValueOrDefault("corrects"),
            CorrectedKind = more.TryGetValue("as", out var corrected) ? Kind(corrected) : null,
        };
    }

    /// <summary>The act in the form that <see cref="Read"/> takes.</summary>
    public static string Text(TreatyEvent act) =>
        $"{Iso.Text(act.Date)} {(act.Participant.Length is 0 ? "-" : act.Participant)} {act.Kind.WireName()}"
        + (act.EffectiveOn is { } effect ? $" effect {Iso.Text(effect)}" : "")
        + $" id {act.Id}";

    static EventKind Kind(string word) => WireNames.Find<EventKind>(word) ?? throw new FormatException(word);
}
