using TreatyTracker.Api.Data;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>The values of an act, as a body gives them: texts, until they are checked.</summary>
public abstract record EventValues
{
    /// <summary>
    /// The code of the State or organization: ISO alpha-3, alpha-2 or M49, in any letter case. Absent if the treaty itself ends.
    /// </summary>
    public string? Participant { get; init; }

    /// <summary>The kind of event; not <c>correction</c>.</summary>
    [Words(typeof(EventKind))]
    public string? Kind { get; init; }

    /// <summary>
    /// Date of signature, deposit or receipt: a day (<c>2015-03-09</c>), or the period in which it lies, if the day is not known: a month
    /// (<c>2015-03</c>), a year (<c>2015</c>) or an interval (<c>2015-01-09/2016-06-30</c>). Leave it out if only the effect is known.
    /// </summary>
    public string? Date { get; init; }

    /// <summary>Date of legal effect, if it differs from what the final clauses give, or is all that is known.</summary>
    public string? EffectiveOn { get; init; }

    /// <summary>The depositary with which the deposit was made, if the treaty has several.</summary>
    public string? Depositary { get; init; }

    /// <summary>The code of the participant towards which the act is directed: for an objection, the participant objected to.</summary>
    public string? Counterpart { get; init; }

    /// <summary>
    /// For an objection: whether it opposes entry into force of the treaty between the two participants (VCLT art. 20(4)(b)).
    /// </summary>
    public bool? OpposesEntryIntoForce { get; init; }

    /// <summary>How well the date is confirmed. Default: <c>unverified</c>, which a date that is a period must be.</summary>
    [Words(typeof(Verification))]
    public string? Verification { get; init; }

    /// <summary>Ids of the sources; see <c>/v1/sources</c>.</summary>
    public string[]? Sources { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>Rules that this event overrides. Needs a key with the scope <c>record</c>.</summary>
    public Acknowledgement[]? Acknowledge { get; init; }

    /// <summary>The act that the values describe, without id and instant. They must have been checked.</summary>
    internal TreatyEvent Act(Treaty treaty, Register register)
    {
        var (effect, period) = (Instant.ParseDay(EffectiveOn), Date is null ? (DayPeriod?)null : DayPeriod.Parse(Date));
        return new()
        {
            Id = "",
            Treaty = treaty.Id,
            Participant = Participant is null ? "" : register.FindParticipant(Participant)!.Code,
            Kind = WireNames.Find<EventKind>(Kind!)!.Value,
            Date = period?.Last ?? effect!.Value,
            Earliest = period is { IsOneDay: false } days ? days.First : null,
            EffectOnly = period is null,
            EffectiveOn = effect,
            Depositary = Depositary,
            Counterpart = Counterpart is null ? null : register.FindParticipant(Counterpart)!.Code,
            OpposesEntryIntoForce = OpposesEntryIntoForce is true,
            RecordedAt = default,
            Verification = Verification is null ? Law.Verification.Unverified : WireNames.Find<Verification>(Verification)!.Value,
            Sources = [.. (Sources ?? []).Select(s => register.FindSource(s)!.Id)],
            Note = Note,
        };
    }
}
