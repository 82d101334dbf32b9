using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>A participant that could be a party but is not.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="Name">Its current name, in the requested language.</param>
/// <param name="Kind">Its kind on the requested day.</param>
/// <param name="Region">M49 region; absent for organizations.</param>
/// <param name="Group">UN regional group; absent if it has none.</param>
/// <param name="Standing">Its standing on the requested day: <c>none</c>, <c>signatory</c> or <c>former-party</c>.</param>
/// <param name="SignedOn">Date of signature; absent if it had not signed.</param>
/// <param name="Reason">Why it is not counted in <c>parties</c>, in the requested language.</param>
/// <param name="KindLabel">The label of its kind, in the requested language.</param>
/// <param name="RegionLabel">The label of its region, in the requested language.</param>
/// <param name="GroupLabel">The label of its group, in the requested language.</param>
/// <param name="StandingLabel">The label of its standing, in the requested language.</param>
/// <param name="AppliesProvisionally">Whether it applies the treaty provisionally on the requested day.</param>
public sealed record NonParty(
    string Participant,
    string Name,
    ParticipantKind Kind,
    [property: Words(typeof(Region))] string? Region,
    [property: Words(typeof(RegionalGroup))] string? Group,
    Standing Standing,
    DateOnly? SignedOn,
    string Reason,
    string KindLabel,
    string? RegionLabel,
    string? GroupLabel,
    string StandingLabel,
    bool AppliesProvisionally
)
{
    internal static NonParty Of(ParticipantEntry entry, Participation here, TreatyStatus status, AnswerContext context)
    {
        var (asOf, language, p) = (context.AsOf, context.Language, entry.Participant);
        var (kind, standing) = (p.KindOn(asOf), here.StandingOn(asOf));
        return new(
            entry.Code,
            entry.NameIn(language),
            kind,
            p.Region,
            p.UnRegionalGroup,
            standing,
            here.HasSigned(asOf) ? here.Signature!.Date : null,
            Explanation.Of(status, here, asOf).First(r => r.Count is NamedCount.Parties).Text.ToText(context),
            Labels.Of(kind, language),
            Labels.OfRegion(p.Region, language),
            Labels.OfGroup(p.UnRegionalGroup, language),
            Labels.Of(standing, language),
            here.AppliesProvisionally(asOf)
        );
    }

    internal static IReadOnlyList<Column<NonParty>> ColumnsIn(string language) =>
        [
            new("participant", r => r.Participant),
            new("name", r => r.Name),
            new("kind", r => r.Kind.WireName()),
            new("region", r => r.Region),
            new("group", r => r.Group),
            new("standing", r => r.Standing.WireName()),
            new("signedOn", r => r.SignedOn),
            new("reason", r => r.Reason),
            new("kindLabel", r => r.KindLabel),
            new("regionLabel", r => r.RegionLabel),
            new("groupLabel", r => r.GroupLabel),
            new("standingLabel", r => r.StandingLabel),
            new("reasonLanguage", _ => language),
            new("appliesProvisionally", r => r.AppliesProvisionally),
        ];
}
