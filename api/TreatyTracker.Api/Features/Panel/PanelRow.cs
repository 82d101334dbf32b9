using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Panel;

/// <summary>One participant under one treaty at the end of one period.</summary>
public sealed record PanelRow
{
    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>The participant's code.</summary>
    public required string Participant { get; init; }

    /// <summary>Its current name, in the requested language.</summary>
    public required string Name { get; init; }

    /// <summary>The period: a year such as <c>2016</c>, or a month such as <c>2016-06</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The last day of the period, to which the other members refer.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Its kind on that day.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>M49 region; absent for organizations.</summary>
    [Words(typeof(Region))]
    public string? Region { get; init; }

    /// <summary>Its standing on that day.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Whether <c>parties</c> includes it.</summary>
    public required bool Party { get; init; }

    /// <summary>Whether <c>partiesInForce</c> includes it.</summary>
    public required bool InForce { get; init; }

    /// <summary>Whether <c>everSigned</c> includes it.</summary>
    public required bool Signed { get; init; }

    /// <inheritdoc cref="StatusRow.SignedOn"/>
    public DateOnly? SignedOn { get; init; }

    /// <inheritdoc cref="StatusRow.Consent"/>
    public ConsentKind? Consent { get; init; }

    /// <inheritdoc cref="StatusRow.ConsentOn"/>
    public DateOnly? ConsentOn { get; init; }

    /// <inheritdoc cref="StatusRow.InForceOn"/>
    public DateOnly? InForceOn { get; init; }

    /// <inheritdoc cref="StatusRow.BoundUntil"/>
    public DateOnly? BoundUntil { get; init; }

    /// <summary>Whether it applies the treaty provisionally on that day (VCLT art. 25), besides its standing.</summary>
    public required bool AppliesProvisionally { get; init; }

    /// <inheritdoc cref="StatusRow.Verification"/>
    public Verification? Verification { get; init; }

    /// <inheritdoc cref="StatusRow.SignedPeriod"/>
    public string? SignedPeriod { get; init; }

    /// <inheritdoc cref="StatusRow.ConsentPeriod"/>
    public string? ConsentPeriod { get; init; }

    /// <inheritdoc cref="StatusRow.InForcePeriod"/>
    public string? InForcePeriod { get; init; }

    /// <inheritdoc cref="StatusRow.BoundUntilPeriod"/>
    public string? BoundUntilPeriod { get; init; }

    /// <summary>Present and <c>true</c> if the last day of the period is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>The coverage of the treaty's record on that day.</summary>
    public required RecordCoverage Record { get; init; }

    internal static PanelRow Of(
        Participation participation,
        TreatyStatus status,
        string period,
        AnswerContext context,
        RecordCoverage record
    )
    {
        var (row, counted) = (StatusRow.Of(participation, context), status.ContributionOf(participation, context.AsOf));
        return new()
        {
            Treaty = status.Treaty.Id,
            Participant = row.Participant,
            Name = row.Name,
            Period = period,
            AsOf = context.AsOf,
            Kind = row.Kind,
            Region = row.Region,
            Standing = row.Standing,
            Party = counted.Party,
            InForce = counted.InForce,
            Signed = counted.EverSigned,
            SignedOn = row.SignedOn,
            Consent = row.Consent,
            ConsentOn = row.ConsentOn,
            InForceOn = row.InForceOn,
            BoundUntil = row.BoundUntil,
            AppliesProvisionally = row.AppliesProvisionally,
            Verification = row.Verification,
            SignedPeriod = row.SignedPeriod,
            ConsentPeriod = row.ConsentPeriod,
            InForcePeriod = row.InForcePeriod,
            BoundUntilPeriod = row.BoundUntilPeriod,
            LooksAhead = context.LooksAhead,
            Record = record,
        };
    }

    internal static IReadOnlyList<Column<PanelRow>> Columns { get; } =
    [
        new("treaty", r => r.Treaty),
        new("participant", r => r.Participant),
        new("name", r => r.Name),
        new("period", r => r.Period),
        new("asOf", r => r.AsOf),
        new("kind", r => r.Kind.WireName()),
        new("region", r => r.Region),
        new("standing", r => r.Standing.WireName()),
        new("party", r => r.Party),
        new("inForce", r => r.InForce),
        new("signed", r => r.Signed),
        new("signedOn", r => r.SignedOn),
        new("consent", r => r.Consent?.WireName()),
        new("consentOn", r => r.ConsentOn),
        new("inForceOn", r => r.InForceOn),
        new("boundUntil", r => r.BoundUntil),
        new("appliesProvisionally", r => r.AppliesProvisionally),
        new("verification", r => r.Verification?.WireName()),
        new("signedPeriod", r => r.SignedPeriod),
        new("consentPeriod", r => r.ConsentPeriod),
        new("inForcePeriod", r => r.InForcePeriod),
        new("boundUntilPeriod", r => r.BoundUntilPeriod),
        new("looksAhead", r => r.LooksAhead),
        .. RecordCoverage.ColumnsOf<PanelRow>(r => r.Record),
    ];
}
