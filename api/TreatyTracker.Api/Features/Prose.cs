using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// Events, days and figures as text for people: full sentences in English, short forms in the other languages.
/// </summary>
static class Prose
{
    /// <summary>For example <c>30 June 2017</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A written-out date in English, ISO 8601 in the other languages, which needs no grammar and is unambiguous.</summary>
    public static string Day(DateOnly day, string language) => language == Languages.English ? Day(day) : Instant.Text(day);

    /// <summary>The day of an event or, if it is not known, the period.</summary>
    static string Day(TreatyEvent e, string language) => e.DateKnown is DateKnown.Period ? e.DatePeriod.ToString() : Day(e.Date, language);

    /// <summary>For example <c>on 30 June 2017</c>, <c>in 2015</c>, <c>between 9 January 2015 and 30 June 2016</c>.</summary>
    static string When(TreatyEvent e)
    {
        if (e.EffectOnly)
            return $"with effect from {Day(e.Date)}";
        var period = e.DatePeriod;
        return period.IsOneDay ? $"on {Day(e.Date)}"
            : period.ToString().Length == "2015".Length ? $"in {period}"
            : period.ToString().Length == "2015-03".Length ? $"in {e.Date.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}"
            : $"between {Day(period.First)} and {Day(period.Last)}";
    }

    /// <summary>
    /// For example <c>187 parties</c>. In the other languages the name of the count precedes the figure, because that form fits every
    /// number.
    /// </summary>
    public static string ToText(this NamedCount count, int figure, string language) =>
        language == Languages.English
            ? count.ToText(figure)
            : Labels.Phrase(
                "figure",
                language,
                ("label", Labels.Of(count, language)),
                ("figure", figure.ToString(CultureInfo.InvariantCulture))
            );

    /// <summary>For example <c>187 parties</c>.</summary>
    public static string ToText(this NamedCount count, int figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figure} {(count, figure) switch
    {
        (NamedCount.Parties, 1) => "party",
        (NamedCount.Parties, _) => "parties",
        (NamedCount.PartiesInForce, 1) => "party in force",
        (NamedCount.PartiesInForce, _) => "parties in force",
        (NamedCount.ContractingNotInForce, _) => "contracting, not in force",
        (NamedCount.Signatories, 1) => "signatory",
        (NamedCount.Signatories, _) => "signatories",
        (NamedCount.EverSigned, _) => "ever signed",
        (NamedCount.SignatoriesNotBound, 1) => "signatory not bound",
        (NamedCount.SignatoriesNotBound, _) => "signatories not bound",
        (NamedCount.ProvisionallyApplying, _) => "applying provisionally",
        (NamedCount.FormerParties, 1) => "former party",
        (NamedCount.FormerParties, _) => "former parties",
        _ => "counted for entry into force",
    }}"
        );

    /// <summary>
    /// The English title for use within a sentence, with the definite article. A title that already begins with an article keeps it.
    /// </summary>
    public static string Named(this Treaty treaty, Register register) =>
        register.TellingTitle(treaty, Languages.English).Title is var title && title.StartsWith("The ", StringComparison.Ordinal)
            ? "the" + title[3..]
            : "the " + title;

    /// <summary>The same in English; in the other languages the plain title.</summary>
    public static string Named(this Treaty treaty, Register register, string language) =>
        language == Languages.English ? treaty.Named(register) : register.TellingTitle(treaty, language).Title;

    /// <summary>
    /// Describes an event, without a full stop: a sentence in English; participant, act, treaty and date in the other languages. A
    /// correction includes the event that it corrects.
    /// </summary>
    public static string Of(TreatyEvent e, Register register, string language)
    {
        if (e.Kind is not EventKind.Correction)
            return Act(e, e.Kind, register, language);
        var before = ("before", Of(register.Facts.Events[e.Corrects!], register, language));
        return e.CorrectedKind is { } kind
            ? Labels.Phrase("correction", language, ("act", Act(e, kind, register, language)), before)
            : Labels.Phrase("retraction", language, before);
    }

    static string Act(TreatyEvent e, EventKind kind, Register register, string language)
    {
        if (language == Languages.English)
            return Act(e, kind, register);
        (string, string)[] places =
        [
            ("kind", Labels.Of(kind, language)),
            ("treaty", register.FindTreaty(e.Treaty)!.Named(register, language)),
            ("day", Day(e, language)),
        ];
        return e.Participant.Length == 0
            ? Labels.Phrase("treaty-act", language, places)
            : Labels.Phrase("act", language, [("participant", register.Participant(e.Participant).NameIn(language)), .. places]);
    }

    static string Act(TreatyEvent e, EventKind kind, Register register)
    {
        var treaty = register.FindTreaty(e.Treaty)!.Named(register);
        var who = e.Participant.Length == 0 ? "" : register.Participant(e.Participant).NameIn(Languages.English);
        var what = kind switch
        {
            EventKind.Signature => $"{who} signed {treaty}",
            EventKind.SignatureWithdrawn => $"{who} withdrew its signature of {treaty}",
            EventKind.SuccessionToSignature => $"{who} succeeded to the signature of {treaty}",
            EventKind.DefinitiveSignature => $"{who} signed {treaty} definitively",
            EventKind.Ratification => $"{who} ratified {treaty}",
            EventKind.Acceptance => $"{who} accepted {treaty}",
            EventKind.Approval => $"{who} approved {treaty}",
            EventKind.Accession => $"{who} acceded to {treaty}",
            EventKind.Succession => $"{who} succeeded to {treaty}",
            EventKind.FormalConfirmation => $"{who} formally confirmed {treaty}",
            EventKind.Participation => $"{who} consented to be bound by {treaty}",
            EventKind.Withdrawal => $"{who} gave notice of withdrawal from {treaty}",
            EventKind.WithdrawalRevoked => $"{who} revoked its notice of withdrawal from {treaty}",
            EventKind.ConsentWithdrawn => $"{who} withdrew its consent to be bound by {treaty}",
            EventKind.Cessation => $"{who} ceased to be a party to {treaty}",
            EventKind.Suspension => $"{who} suspended the operation of {treaty}",
            EventKind.SuspensionEnded => $"{who} ended the suspension of {treaty}",
            EventKind.ProvisionalApplication => $"{who} agreed to apply {treaty} provisionally",
            EventKind.ProvisionalApplicationEnded => $"{who} ended the provisional application of {treaty}",
            EventKind.Reservation => $"{who} made a reservation to {treaty}",
            EventKind.ReservationWithdrawn => $"{who} withdrew a reservation to {treaty}",
            EventKind.Objection when e.Counterpart is { } other =>
                $"{who} objected to an act of {register.Participant(other).NameIn(Languages.English)} under {treaty}"
                    + (e.OpposesEntryIntoForce ? " and opposed its entry into force between the two" : ""),
            EventKind.Objection => $"{who} objected to a reservation to {treaty}",
            EventKind.ObjectionWithdrawn => $"{who} withdrew an objection to a reservation to {treaty}",
            EventKind.Declaration => $"{who} made a declaration under {treaty}",
            EventKind.TerritorialExtension => $"{who} extended {treaty} to a territory",
            EventKind.TerritorialExclusion => $"{who} excluded a territory from {treaty}",
            EventKind.Terminated => $"{char.ToUpperInvariant(treaty[0])}{treaty[1..]} was terminated",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A correction is not an act."),
        };
        return $"{what} {When(e)}";
    }
}
