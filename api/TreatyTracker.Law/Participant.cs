namespace TreatyTracker.Law;

/// <summary>A State or regional organization that can act under treaties; never "country".</summary>
public sealed record Participant
{
    /// <summary>ISO 3166-1 alpha-3 where there is one; a four-letter ISO 3166-3 or private code for former States.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2; <c>null</c> where there is none.</summary>
    public string? Iso2 { get; init; }

    /// <summary>Three digits of the UN's M49 standard; <c>null</c> where there is none.</summary>
    public string? M49 { get; init; }

    /// <summary>The kind it has today; <see cref="KindOn"/> gives the kind on a day.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>First day of UN membership, inclusive.</summary>
    public DateOnly? UnMemberSince { get; init; }

    /// <summary>Last day of UN membership, inclusive: of a State that ceased to exist.</summary>
    public DateOnly? UnMemberUntil { get; init; }

    /// <summary>Codes of the States that came after a former State: its continuator or its successors.</summary>
    public EquatableArray<string> Successors { get; init; } = [];

    /// <summary>M49 region: Africa, Americas, Asia, Europe, Oceania; <c>null</c> for an organization.</summary>
    public string? Region { get; init; }

    /// <summary>M49 sub-region.</summary>
    public string? SubRegion { get; init; }

    /// <summary>M49 intermediate region.</summary>
    public string? IntermediateRegion { get; init; }

    /// <summary>UN regional group, as used in elections.</summary>
    public string? UnRegionalGroup { get; init; }

    /// <summary>Members of an organization, by period; empty for a State and where not known.</summary>
    public EquatableArray<Membership> Members { get; init; } = [];

    /// <summary>
    /// The kind on a day. A State admitted to the United Nations later counts as another State before its admission, and a
    /// former State as a UN Member within its membership (both days inclusive): the breakdown speaks of the day asked about.
    /// </summary>
    public ParticipantKind KindOn(DateOnly day) =>
        Kind switch
        {
            ParticipantKind.UnMember when day < UnMemberSince => ParticipantKind.OtherState,
            ParticipantKind.FormerState when UnMemberSince <= day && (UnMemberUntil is null || day <= UnMemberUntil) =>
                ParticipantKind.UnMember,
            _ => Kind,
        };

    /// <summary>The days on which <see cref="KindOn"/> changes.</summary>
    public IEnumerable<DateOnly> KindChanges()
    {
        if (Kind is not (ParticipantKind.UnMember or ParticipantKind.FormerState))
            yield break;
        if (UnMemberSince is { } since)
            yield return since;
        if (Kind is ParticipantKind.FormerState && UnMemberUntil is { } until && until < DateOnly.MaxValue)
            yield return until.AddDays(1);
    }
}
