using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>A question about time that is answered with a list of participants.</summary>
public abstract class ParticipantListRequest : TimedListRequest
{
    /// <summary>Only this M49 region: Africa, Americas, Asia, Europe, Oceania; None for organizations, which have none.</summary>
    public string? Region { get; init; }

    /// <summary>Only this UN regional group: African, Asia-Pacific, Eastern European, GRULAC, WEOG; None for those in none.</summary>
    public string? Group { get; init; }

    /// <summary>Only participants that are of this kind on the day.</summary>
    public ParticipantKind? Kind { get; init; }

    /// <summary>Only those with this text in a name, in any language, former and everyday names too, or in the code; letter case and accents do not matter.</summary>
    public string? Q { get; init; }
}

/// <summary>Chooses participants for every list of them.</summary>
static class ParticipantFilters
{
    /// <summary>Stands for those without a region or group.</summary>
    const string None = Breakdown.NoRegion;

    /// <summary>What is wrong with the filters; <c>null</c> when nothing is.</summary>
    public static IResult? WhatIsWrong(this ParticipantListRequest request, Register register)
    {
        var participants = register.Facts.Participants.Select(p => p.Participant).ToList();
        return Asking.NotOneOf("region", request.Region, participants.Select(p => p.Region).Append(None))
            ?? Asking.NotOneOf("group", request.Group, participants.Select(p => p.UnRegionalGroup).Append(None));
    }

    /// <summary>Whether a participant is among those asked for, on the day.</summary>
    public static bool Takes(this ParticipantListRequest request, ParticipantEntry entry, DateOnly asOf) =>
        (request.Region is null || (entry.Participant.Region ?? None) == request.Region)
        && (request.Group is null || (entry.Participant.UnRegionalGroup ?? None) == request.Group)
        && (request.Kind is null || entry.Participant.KindOn(asOf) == request.Kind)
        && (request.Q is null || Folding.Contains(request.Q, entry.Searched()));
}
