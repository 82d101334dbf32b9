using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One row of a treaty's status table: a participant and its standing on the requested day.</summary>
public sealed record StatusRow
{
    /// <summary>The participant's code.</summary>
    public required string Participant { get; init; }

    /// <summary>Its current name, in the requested language.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind on the requested day.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>M49 region; absent for organizations.</summary>
    [Words(typeof(Region))]
    public string? Region { get; init; }

    /// <summary>UN regional group; absent if it has none.</summary>
    [Words(typeof(RegionalGroup))]
    public string? Group { get; init; }

    /// <summary>Its standing on the requested day.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Date of signature; absent if it had not signed.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>How it expressed its latest consent to be bound; absent if it has not consented.</summary>
    public ConsentKind? Consent { get; init; }

    /// <summary>Date of deposit of that consent.</summary>
    public DateOnly? ConsentOn { get; init; }

    /// <summary>The first day on which the treaty is in force for it; absent while that date is not known.</summary>
    public DateOnly? InForceOn { get; init; }

    /// <summary>
    /// Date on which its notice of withdrawal was received, or on which it ceased to be a party by operation of law; absent if neither,
    /// or if only the effect is known.
    /// </summary>
    public DateOnly? WithdrawalOn { get; init; }

    /// <summary>The first day on which it is no longer bound; absent if no end is known.</summary>
    public DateOnly? BoundUntil { get; init; }

    /// <summary>The weaker verification of signature and consent; absent if there is neither.</summary>
    public Verification? Verification { get; init; }

    /// <summary>The label of its kind, in the requested language.</summary>
    public required string KindLabel { get; init; }

    /// <summary>The label of its region, in the requested language.</summary>
    public string? RegionLabel { get; init; }

    /// <summary>The label of its group, in the requested language.</summary>
    public string? GroupLabel { get; init; }

    /// <summary>The label of its standing, in the requested language.</summary>
    public required string StandingLabel { get; init; }

    /// <summary>The label of <c>consent</c>, in the requested language.</summary>
    public string? ConsentLabel { get; init; }

    /// <summary>Whether it applies the treaty provisionally on the requested day (VCLT art. 25), besides its standing.</summary>
    public required bool AppliesProvisionally { get; init; }

    /// <summary>
    /// Whether the operation of the treaty is suspended for it on the requested day (VCLT art. 57, 58, 72). It stays a party.
    /// </summary>
    public required bool Suspended { get; init; }

    /// <summary>
    /// What an announced end of its participation comes to that has no effect yet on the requested day; absent if none is pending.
    /// </summary>
    public NoticeOutcome? Pending { get; init; }

    /// <summary>The day on which that end was announced: for a withdrawal, the receipt of the notice.</summary>
    public DateOnly? PendingSince { get; init; }

    /// <summary>The first day on which it will no longer be bound; absent if that end is contested or its day is not known.</summary>
    public DateOnly? PendingUntil { get; init; }

    /// <summary>The days on one of which it signed, such as <c>2015-03</c>; absent if <c>signedOn</c> is exact.</summary>
    public string? SignedPeriod { get; init; }

    /// <summary>The days on one of which it consented; absent if <c>consentOn</c> is exact.</summary>
    public string? ConsentPeriod { get; init; }

    /// <summary>The days on one of which the treaty entered into force for it; absent if <c>inForceOn</c> is exact.</summary>
    public string? InForcePeriod { get; init; }

    /// <summary>The days on one of which its notice was received; absent if <c>withdrawalOn</c> is exact.</summary>
    public string? WithdrawalPeriod { get; init; }

    /// <summary>The days on one of which it ceased to be bound; absent if <c>boundUntil</c> is exact.</summary>
    public string? BoundUntilPeriod { get; init; }

    internal static StatusRow Of(Participation participation, AnswerContext context)
    {
        var (entry, asOf) = (context.Register.Participant(participation.Participant.Code), context.AsOf);
        var signature = participation.Signature is { } signed && signed.Date <= asOf ? signed : null;
        // A succession takes effect before its deposit, so the row shows it from the earlier of the two dates.
        var consent = participation.Consents.LastOrDefault(c => c.From <= asOf || c.Effect?.On <= asOf);
        var ended = consent?.EndedBy is { } by && by.Date <= asOf ? consent : null;
        var pending = participation.PendingOn(asOf);
        var inForce = consent is { InForce: [var first, ..] } ? first.From : (DateOnly?)null;
        var (kind, standing) = (entry.Participant.KindOn(asOf), participation.StandingOn(asOf));
        return new()
        {
            Participant = entry.Code,
            Name = entry.NameIn(context.Language),
            Kind = kind,
            Region = entry.Participant.Region,
            Group = entry.Participant.UnRegionalGroup,
            Standing = standing,
            SignedOn = signature?.Date,
            Consent = consent?.Consent.Kind.AsConsent(),
            ConsentOn = consent?.From,
            InForceOn = inForce,
            WithdrawalOn = ended?.EndedBy is { EffectOnly: false } end ? end.Date : null,
            BoundUntil = ended?.BoundUntil,
            Verification = new[] { signature, consent?.Consent }.Max(e => e?.Verification),
            KindLabel = Labels.Of(kind, context.Language),
            RegionLabel = Labels.OfRegion(entry.Participant.Region, context.Language),
            GroupLabel = Labels.OfGroup(entry.Participant.UnRegionalGroup, context.Language),
            StandingLabel = Labels.Of(standing, context.Language),
            ConsentLabel = consent is null ? null : Labels.Of(consent.Consent.Kind, context.Language),
            AppliesProvisionally = participation.AppliesProvisionally(asOf),
            Suspended = participation.IsSuspended(asOf),
            Pending = pending?.Outcome,
            PendingSince = pending?.Event.Date,
            PendingUntil = pending?.EffectOn,
            SignedPeriod = Period(signature?.DatePeriod.First, signature?.Date),
            ConsentPeriod = Period(consent?.EarliestFrom, consent?.From),
            InForcePeriod = inForce == consent?.Effect?.On ? Period(consent?.Effect?.Earliest, inForce) : null,
            WithdrawalPeriod = Period(ended?.EndedBy?.DatePeriod.First, ended?.EndedBy?.Date),
            BoundUntilPeriod = Period(ended?.EarliestUntil, ended?.BoundUntil),
        };
    }

    /// <summary>The days on one of which something happened, as text; <c>null</c> where the day is known exactly.</summary>
    internal static string? Period(DateOnly? first, DateOnly? last) =>
        first is { } from && last is { } to && from < to ? new DayPeriod(from, to).ToString() : null;

    internal static IReadOnlyList<Column<StatusRow>> Columns { get; } =
    [
        new("participant", r => r.Participant),
        new("name", r => r.Name),
        new("kind", r => r.Kind.WireName()),
        new("region", r => r.Region),
        new("group", r => r.Group),
        new("standing", r => r.Standing.WireName()),
        new("signedOn", r => r.SignedOn),
        new("consent", r => r.Consent?.WireName()),
        new("consentOn", r => r.ConsentOn),
        new("inForceOn", r => r.InForceOn),
        new("withdrawalOn", r => r.WithdrawalOn),
        new("boundUntil", r => r.BoundUntil),
        new("verification", r => r.Verification?.WireName()),
        new("kindLabel", r => r.KindLabel),
        new("regionLabel", r => r.RegionLabel),
        new("groupLabel", r => r.GroupLabel),
        new("standingLabel", r => r.StandingLabel),
        new("consentLabel", r => r.ConsentLabel),
        new("appliesProvisionally", r => r.AppliesProvisionally),
        new("pending", r => r.Pending?.WireName()),
        new("pendingSince", r => r.PendingSince),
        new("pendingUntil", r => r.PendingUntil),
        new("signedPeriod", r => r.SignedPeriod),
        new("consentPeriod", r => r.ConsentPeriod),
        new("inForcePeriod", r => r.InForcePeriod),
        new("withdrawalPeriod", r => r.WithdrawalPeriod),
        new("boundUntilPeriod", r => r.BoundUntilPeriod),
        new("suspended", r => r.Suspended),
    ];
}
