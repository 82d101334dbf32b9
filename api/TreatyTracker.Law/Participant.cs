namespace TreatyTracker.Law;

/// <summary>A State or international organization that can act under treaties; never "country".</summary>
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

    /// <summary>First day of observer status at the United Nations, inclusive; <c>null</c> where not known.</summary>
    public DateOnly? UnObserverSince { get; init; }

    /// <summary>
    /// The day of succession, inclusive: independence, or the day on which the State came after its predecessor. A succession without a
    /// stated effect is in force from it (VCSS 23(1)); <c>null</c> where not known or where there was no succession of States.
    /// </summary>
    public DateOnly? StatehoodSince { get; init; }

    /// <summary>
    /// Last day, inclusive, of a former State that did not end as a UN Member; <c>null</c>: as <see cref="UnMemberUntil"/>.
    /// </summary>
    public DateOnly? StatehoodUntil { get; init; }

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
    /// The kind on a day. A State admitted to the United Nations later counts as another State before its admission, as an observer only
    /// from <see cref="UnObserverSince"/> on. A former State is a UN Member within its membership (both days inclusive), another State on
    /// any other day on which it existed, and a former State only after that.
    /// </summary>
    public ParticipantKind KindOn(DateOnly day) =>
        Kind switch
        {
            ParticipantKind.UnMember when day < UnMemberSince => BeforeMembership(day),
            ParticipantKind.UnObserver when day < UnObserverSince => ParticipantKind.OtherState,
            ParticipantKind.FormerState when UnMemberSince <= day && !(UnMemberUntil < day) => ParticipantKind.UnMember,
            ParticipantKind.FormerState when day <= LastDay => BeforeMembership(day),
            _ => Kind,
        };

    /// <summary>
    /// The last day on which a former State existed, inclusive; <c>null</c> for any other participant and where not known.
    /// </summary>
    public DateOnly? LastDay => Kind is ParticipantKind.FormerState ? StatehoodUntil ?? UnMemberUntil : null;

    /// <summary>Whether it is an organization of any kind.</summary>
    public bool IsOrganization => Kind is ParticipantKind.RegionalOrganization or ParticipantKind.InternationalOrganization;

    /// <summary>The days on which <see cref="KindOn"/> may change.</summary>
    public IEnumerable<DateOnly> KindChanges()
    {
        DateOnly?[] days =
        [
            UnObserverSince,
            UnMemberSince,
            Next(Kind is ParticipantKind.FormerState ? UnMemberUntil : null),
            Next(LastDay),
        ];
        return days.OfType<DateOnly>().Distinct();
    }

    ParticipantKind BeforeMembership(DateOnly day) => UnObserverSince <= day ? ParticipantKind.UnObserver : ParticipantKind.OtherState;

    static DateOnly? Next(DateOnly? day) => day < DateOnly.MaxValue ? day.Value.AddDays(1) : null;
}
