namespace TreatyTracker.Law;

/// <summary>
/// What is to be said: a wording, and the values that fill its places. The law has no texts; they are made of this in any language.
/// </summary>
/// <param name="Wording">What is said.</param>
/// <param name="Values">The value of each place of the wording.</param>
public sealed record Sentence(Wording Wording, EquatableArray<SentenceValue> Values)
{
    internal static Sentence Of(Wording wording, params ReadOnlySpan<(string Place, object? Value)> values)
    {
        var filled = new SentenceValue[values.Length];
        for (var at = 0; at < filled.Length; at++)
            filled[at] = new(values[at].Place, values[at].Value);
        return new(wording, new(filled));
    }

    /// <summary>On the day of an event, or within the period in which it lies.</summary>
    internal static Sentence When(TreatyEvent e) =>
        e.DateKnown is DateKnown.Period ? Of(Wording.WithinPeriod, ("period", e.DatePeriod)) : Of(Wording.OnDay, ("day", e.Date));

    /// <summary>So many instruments.</summary>
    internal static Sentence Instruments(int number) =>
        number == 1 ? Of(Wording.OneInstrument) : Of(Wording.ManyInstruments, ("number", number));
}
