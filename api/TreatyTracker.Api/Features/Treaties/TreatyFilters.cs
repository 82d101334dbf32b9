using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>Which treaties to list.</summary>
public sealed class TreatyListRequest : TimedListRequest
{
    /// <summary>Only instruments of this sort.</summary>
    public TreatyKind? Kind { get; init; }

    /// <summary>Only treaties of this subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Only treaties that belong to this one (id or MTDSG number).</summary>
    public string? Parent { get; init; }

    /// <summary>Only treaties that are, or are not, in force on the day.</summary>
    public bool? InForce { get; init; }

    /// <summary>Only treaties with this text in a title of any language, or in the id; letter case and accents do not matter.</summary>
    public string? Q { get; init; }

    /// <summary>Only treaties to which this State or organization is a party on the day.</summary>
    public string? Party { get; init; }
}

/// <summary>The rules of <see cref="TreatyListRequest"/>.</summary>
public sealed class TreatyListRules : Validator<TreatyListRequest>
{
    /// <summary>Lays them down.</summary>
    public TreatyListRules()
    {
        this.AddListRules();
        RuleFor(r => r.Q).Searchable();
    }
}

/// <summary>Lists treaties for the three addresses that do.</summary>
static class TreatyFilters
{
    public static IResult List(HttpContext http, TreatyListRequest request, Func<Treaty, bool> belongs)
    {
        var clocks = http.Clocks(request);
        var register = clocks.Register;
        Treaty? parent = null;
        if (request.Parent is { } asked && (parent = register.FindTreaty(asked)) is null) return Asking.BadTreaty(register, "parent", asked);
        ParticipantEntry? party = null;
        if (request.Party is { } state && (party = register.FindParticipant(state)) is null) return Asking.BadState(register, "party", state);
        if (Asking.NotOneOf("subject", request.Subject, register.Facts.Treaties.Select(t => t.Subject)) is { } bad) return bad;

        var rows = clocks.View.Treaties.Where(belongs)
            .Where(t => request.Kind is null || t.Kind == request.Kind)
            .Where(t => request.Subject is null || t.Subject == request.Subject)
            .Where(t => parent is null || t.Parent == parent.Id)
            .Where(t => request.Q is null || SearchText.Contains(request.Q, [t.Id, t.Mtdsg, .. t.Titles.Values, .. t.ShortTitles.Values]))
            .Where(t => request.InForce is null || clocks.StatusOf(t).IsInForce(clocks.AsOf) == request.InForce)
            .Where(t => party is null || clocks.StatusOf(t).Of(party.Code)?.ConsentInBeing(clocks.AsOf) is not null)
            .Select(t => TrackedTreaty.Of(t, clocks)).ToList();
        return Formats.List(http, request, rows, r => r.Id, TrackedTreaty.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt });
    }
}
