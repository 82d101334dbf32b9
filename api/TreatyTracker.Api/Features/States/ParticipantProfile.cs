using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>A State or regional organization that can act under treaties.</summary>
public sealed record ParticipantProfile
{
    /// <summary>ISO 3166-1 alpha-3 code, or a private code for organizations and former States.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code; absent if it has none.</summary>
    public string? Iso2 { get; init; }

    /// <summary>UN M49 code; absent if it has none.</summary>
    public string? M49 { get; init; }

    /// <summary>The current name, in the requested language.</summary>
    public required string Name { get; init; }

    /// <summary>The formal name, in English.</summary>
    public required string OfficialName { get; init; }

    /// <summary>All names by language and period. Both days are inclusive. A name without <c>until</c> is in use.</summary>
    public required IReadOnlyList<ParticipantName> Names { get; init; }

    /// <summary>Other names in common use, which <c>q</c> finds too; absent if the record has none.</summary>
    public IReadOnlyList<OtherName>? OtherNames { get; init; }

    /// <summary>Its kind on the requested day.</summary>
    public required ParticipantKind Kind { get; init; }

    /// <summary>The first day of UN membership.</summary>
    public DateOnly? UnMemberSince { get; init; }

    /// <summary>The last day of UN membership of a State that ceased to exist.</summary>
    public DateOnly? UnMemberUntil { get; init; }

    /// <summary>The first day of observer status at the United Nations.</summary>
    public DateOnly? UnObserverSince { get; init; }

    /// <summary>
    /// The day of succession of the State, normally independence. A succession without a stated date of effect is in force from that day
    /// (VCSS art. 23(1)).
    /// </summary>
    public DateOnly? StatehoodSince { get; init; }

    /// <summary>What <c>statehoodSince</c> is based on.</summary>
    public string? StatehoodBasis { get; init; }

    /// <summary>The last day of a former State that did not end as a UN Member.</summary>
    public DateOnly? StatehoodUntil { get; init; }

    /// <summary>M49 region; absent for organizations.</summary>
    [Words(typeof(Region))]
    public string? Region { get; init; }

    /// <summary>M49 sub-region.</summary>
    public string? SubRegion { get; init; }

    /// <summary>M49 intermediate region.</summary>
    public string? IntermediateRegion { get; init; }

    /// <summary>UN regional group.</summary>
    [Words(typeof(RegionalGroup))]
    public string? Group { get; init; }

    /// <summary>The label of its kind, in the requested language.</summary>
    public required string KindLabel { get; init; }

    /// <summary>The label of its region, in the requested language.</summary>
    public string? RegionLabel { get; init; }

    /// <summary>The label of its sub-region, in the requested language.</summary>
    public string? SubRegionLabel { get; init; }

    /// <summary>The label of its intermediate region, in the requested language.</summary>
    public string? IntermediateRegionLabel { get; init; }

    /// <summary>The label of its group, in the requested language.</summary>
    public string? GroupLabel { get; init; }

    /// <summary>The former States that it continues or succeeds.</summary>
    public required IReadOnlyList<ParticipantReference> Predecessors { get; init; }

    /// <summary>The States that continue or succeed it.</summary>
    public required IReadOnlyList<ParticipantReference> Successors { get; init; }

    /// <summary>The members of an organization, by period. Both days are inclusive.</summary>
    public IReadOnlyList<Membership>? Members { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>The requested day, to which the other members refer.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The number of treaties by standing.</summary>
    public required ParticipationSummary Participations { get; init; }

    internal static ParticipantProfile Of(ParticipantEntry entry, AnswerContext context)
    {
        var p = entry.Participant;
        return new()
        {
            Code = p.Code,
            Iso2 = p.Iso2,
            M49 = p.M49,
            Name = entry.NameIn(context.Language),
            OfficialName = entry.OfficialName,
            Names = entry.Names,
            OtherNames = entry.OtherNames.Count > 0 ? entry.OtherNames : null,
            Kind = p.KindOn(context.AsOf),
            UnMemberSince = p.UnMemberSince,
            UnMemberUntil = p.UnMemberUntil,
            UnObserverSince = p.UnObserverSince,
            StatehoodSince = p.StatehoodSince,
            StatehoodBasis = entry.StatehoodBasis,
            StatehoodUntil = p.StatehoodUntil,
            Region = p.Region,
            SubRegion = p.SubRegion,
            IntermediateRegion = p.IntermediateRegion,
            Group = p.UnRegionalGroup,
            KindLabel = Labels.Of(p.KindOn(context.AsOf), context.Language),
            RegionLabel = Labels.OfRegion(p.Region, context.Language),
            SubRegionLabel = Labels.OfRegion(p.SubRegion, context.Language),
            IntermediateRegionLabel = Labels.OfRegion(p.IntermediateRegion, context.Language),
            GroupLabel = Labels.OfGroup(p.UnRegionalGroup, context.Language),
            Predecessors =
            [
                .. context
                    .Register.Facts.Participants.Where(o => o.Participant.Successors.Contains(p.Code))
                    .Select(o => ParticipantReference.Of(o, context)),
            ],
            Successors = [.. p.Successors.Select(c => ParticipantReference.Of(context.Register.Participant(c), context))],
            Members = p.Members.Count > 0 ? p.Members : null,
            Note = entry.Note,
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            Participations = ParticipationSummary.Of(p.Code, context),
        };
    }

    internal static IReadOnlyList<Column<ParticipantProfile>> Columns { get; } =
    [
        new("code", p => p.Code),
        new("iso2", p => p.Iso2),
        new("m49", p => p.M49),
        new("name", p => p.Name),
        new("officialName", p => p.OfficialName),
        new("kind", p => p.Kind.WireName()),
        new("unMemberSince", p => p.UnMemberSince),
        new("unMemberUntil", p => p.UnMemberUntil),
        new("region", p => p.Region),
        new("subRegion", p => p.SubRegion),
        new("group", p => p.Group),
        new("partyInForce", p => p.Participations.PartyInForce),
        new("contracting", p => p.Participations.Contracting),
        new("signatory", p => p.Participations.Signatory),
        new("formerParty", p => p.Participations.FormerParty),
        new("kindLabel", p => p.KindLabel),
        new("regionLabel", p => p.RegionLabel),
        new("subRegionLabel", p => p.SubRegionLabel),
        new("groupLabel", p => p.GroupLabel),
        new("provisionallyApplying", p => p.Participations.ProvisionallyApplying),
    ];
}
