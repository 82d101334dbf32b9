using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Calendars;

/// <summary>The days of effect that the law's folds give.</summary>
sealed class Effects(Register register, RegisterView view)
{
    readonly ILookup<string?, TreatyEvent> _corrections = register.Facts.Events.Where(e => e.Corrects is not null && e.RecordedAt <= view.KnownAt).ToLookup(e => e.Corrects);

    /// <summary>The days of one treaty: its own and every participant's, or one participant's alone.</summary>
    public IEnumerable<EffectDay> Of(TreatyStatus status, ParticipantEntry? state) => state is null
        ? OfTheTreaty(status).Concat(status.Participations.SelectMany(p => Of(status, p)))
        : status.Of(state.Code) is { } participation ? Of(status, participation) : [];

    IEnumerable<EffectDay> OfTheTreaty(TreatyStatus status)
    {
        var (treaty, entry) = (status.Treaty, status.EntryIntoForce);
        var (title, path) = (Capital(treaty.Named()), $"/v1/treaties/{treaty.Id}/entry-into-force");
        if (entry.On is { } on)
            yield return new(Uid(treaty.Id, "entry-into-force"), on, $"{title} enters into force",
                entry.Published is not null ? "The day that the depositary published." : $"By {entry.Reached!.Number} instruments, the last of them that of {NameOf(entry.Reached.Consent.Participant)}.",
                path, entry.Published is null && entry.Reached is { } reached ? LastRecorded(reached.Consent) : treaty.RecordedAt);
        if (status.Terminated is { } end)
            yield return new(Uid(end.Id, "end"), status.TerminatedOn!.Value, $"{title} ceases to be in force", $"{Telling.Of(end, register)}.", path, LastRecorded(end));
    }

    IEnumerable<EffectDay> Of(TreatyStatus status, Participation participation)
    {
        var (treaty, who) = (status.Treaty.Named(), NameOf(participation.Participant.Code));
        var path = $"/v1/treaties/{status.Treaty.Id}/parties/{participation.Participant.Code}";
        foreach (var consent in participation.Consents)
        {
            var act = consent.Consent;
            foreach (var (n, range) in consent.InForce.Index())
            {
                var article = n == 0 ? consent.Effect?.Article : null;
                yield return new(Uid(act.Id, Numbered("in-force", n)), range.From, $"{Capital(treaty)} enters into force for {who}",
                    $"{Telling.Of(act, register)}.{(article is null ? "" : $" By {article}.")}", path, LastRecorded(act));
                // A parent treaty's condition is no longer met, though the consent stands.
                if (range.Until is { } lapse && lapse != consent.Until)
                    yield return new(Uid(act.Id, Numbered("lapse", n)), lapse, $"{Capital(treaty)} is no longer in force for {who}",
                        $"{who} is no longer a party to {status.Parent!.Treaty.Named()}.", path, LastRecorded(act));
            }
            // An end while a later consent is in being leaves the participant bound; that of the treaty is told once, with the treaty.
            if (consent is { Until: { } until, EndedBy: { Kind: not EventKind.Terminated } by } && participation.ConsentInBeing(until) is null)
                yield return new(Uid(act.Id, "end"), until, $"{who} is no longer bound by {treaty}", $"{Telling.Of(by, register)}.", path, LastRecorded(by));
        }
    }

    DateTimeOffset LastRecorded(TreatyEvent e) => _corrections[e.Id].Select(LastRecorded).Append(e.RecordedAt).Max();

    string NameOf(string code) => register.Participant(code).NameIn(Languages.English);

    static string Uid(string of, string what) => $"{of}.{what}@treaty-tracker";

    static string Numbered(string what, int n) => n == 0 ? what : $"{what}-{n + 1}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
