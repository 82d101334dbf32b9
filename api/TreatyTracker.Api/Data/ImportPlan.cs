using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// What an import will record: found by comparing facts with what the register holds true, before anything is written.
/// </summary>
/// <param name="Facts">The facts to import: they replace participants, treaties, sources, published counts and waivers.</param>
/// <param name="Events">New events and corrections, in the order in which they are recorded.</param>
/// <param name="ReferenceDataChanged">Whether anything other than events differs.</param>
public sealed record ImportPlan(Facts Facts, IReadOnlyList<TreatyEvent> Events, bool ReferenceDataChanged)
{
    /// <summary>Ids of recorded events that the facts lack, and that stay because nothing is to be retracted.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>
    /// The instant of the recording: that of its newest event, and later than the recording before (<see cref="Recordings.NextInstant"/>).
    /// </summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The register with the events, where it was computed for a check: what follows from them is not computed again.</summary>
    internal Register? Checked { get; init; }

    /// <summary>Whether the register already holds all of it.</summary>
    public bool IsEmpty => Events.Count == 0 && !ReferenceDataChanged;

    /// <summary>A line for each event, for people: <c>+</c> new, <c>~</c> superseded, <c>-</c> retracted.</summary>
    public IEnumerable<string> Lines()
    {
        if (ReferenceDataChanged)
            yield return "* participants, treaties, sources, published counts or waivers change";
        foreach (var e in Events)
            yield return e switch
            {
                { Corrects: null } => $"+ {e.Id}",
                { CorrectedKind: { } kind } => $"~ {e.Corrects} becomes {Values(e, kind)}",
                _ => $"- {e.Corrects} is retracted",
            };
    }

    static string Values(TreatyEvent e, EventKind kind) =>
        string.Concat(
            $"{e.Participant} {kind.WireName()}".TrimStart(),
            e.EffectOnly ? "" : $" {e.DatePeriod}",
            e.EffectiveOn is { } on ? $" with effect from {Instant.Text(on)}" : "",
            e.Depositary is { } depositary ? $" with {depositary}" : "",
            e.Counterpart is { } counterpart ? $" towards {counterpart}" : "",
            e.OpposesEntryIntoForce ? ", opposing entry into force" : "",
            $", {e.Verification.WireName()}"
        );
}
