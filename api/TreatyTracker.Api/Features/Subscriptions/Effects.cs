using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The days on which something takes effect, as computed by the law.</summary>
sealed class Effects(AnswerContext context)
{
    readonly Register _register = context.Register;
    readonly string _language = context.Language;
    readonly ILookup<string?, TreatyEvent> _corrections = context
        .Register.Facts.Events.Where(e => e.Corrects is not null && e.RecordedAt <= context.View.KnownAt)
        .ToLookup(e => e.Corrects);

    /// <summary>The days of one treaty: those of the treaty and of every participant, or only those of one participant.</summary>
    public IEnumerable<EffectDay> Of(TreatyStatus status, ParticipantEntry? state) =>
        state is null ? OfTreaty(status).Concat(status.Participations.SelectMany(p => Of(status, p)))
        : status.Of(state.Code) is { } participation ? Of(status, participation)
        : [];

    IEnumerable<EffectDay> OfTreaty(TreatyStatus status)
    {
        var (treaty, entry) = (status.Treaty, status.EntryIntoForce);
        var path = $"/v1/treaties/{treaty.Id}/entry-into-force";
        (string, string) title = ("treaty", Capital(treaty.Named(_register, _language)));
        if (entry.On is { } on)
            yield return new(
                Uid(treaty.Id, "entry-into-force"),
                on,
                Phrase("treaty-enters", title),
                entry.Published is not null
                    ? Phrase("published")
                    : Phrase(
                        "reached",
                        ("number", Number(entry.Reached!.Number)),
                        ("participant", NameOf(entry.Reached.Consent.Participant))
                    ),
                path,
                entry.Published is null && entry.Reached is { } reached ? RevisionOf(reached.Consent) : new(0, treaty.RecordedAt),
                EffectKind.TreatyInForce,
                treaty.Id
            );
        if (status.Terminated is { } end)
            yield return new(
                Uid(end.Id, "end"),
                status.TerminatedOn!.Value,
                Phrase("treaty-ends", title),
                Sentence(end),
                path,
                RevisionOf(end),
                EffectKind.TreatyEnded,
                treaty.Id,
                Act: end
            );
    }

    IEnumerable<EffectDay> Of(TreatyStatus status, Participation participation)
    {
        var (id, code) = (status.Treaty.Id, participation.Participant.Code);
        var path = $"/v1/treaties/{id}/parties/{code}";
        (string, string) who = ("participant", NameOf(participation.Participant.Code)),
            treaty = ("treaty", status.Treaty.Named(_register, _language));
        foreach (var consent in participation.Consents)
        {
            var act = consent.Consent;
            foreach (var (n, range) in consent.InForce.Index())
            {
                yield return new(
                    Uid(act.Id, Numbered("in-force", n)),
                    range.From,
                    Capital(Phrase("enters-for", who, treaty)),
                    Sentence(act) + (n == 0 ? Under(consent.Effect?.Article) : ""),
                    path,
                    RevisionOf(act),
                    EffectKind.InForce,
                    id,
                    code,
                    act
                );
                // The condition of a parent treaty is no longer met, although the consent is still in effect.
                if (range.Until is { } lapse && lapse != consent.Until)
                    yield return new(
                        Uid(act.Id, Numbered("lapse", n)),
                        lapse,
                        Capital(Phrase("lapses-for", who, treaty)),
                        Phrase("parent-left", who, ("treaty", status.Parent!.Treaty.Named(_register, _language))),
                        path,
                        RevisionOf(act),
                        EffectKind.Lapsed,
                        id,
                        code,
                        act
                    );
            }
            // If a later consent is already in effect, the participant stays bound. The end of the treaty has a single entry of its own.
            if (
                consent is { Until: { } until, EndedBy: { Kind: not EventKind.Terminated } by }
                && participation.ConsentInEffect(until) is null
            )
                yield return new(
                    Uid(act.Id, "end"),
                    until,
                    Phrase("left", who, treaty),
                    Sentence(by),
                    path,
                    RevisionOf(by),
                    EffectKind.Ended,
                    id,
                    code,
                    by
                );
        }
    }

    string Sentence(TreatyEvent e) => Prose.Of(e, _register, _language) + (_language == "zh" ? "。" : ".");

    /// <summary>
    /// For example " Under art. 41(2) of the treaty."; names the Vienna Convention on the Law of Treaties if the treaty has no rule of its
    /// own.
    /// </summary>
    string Under(string? article) =>
        article switch
        {
            null => "",
            _ when article.StartsWith("VCLT ", StringComparison.Ordinal) => Phrase("vclt-article", ("article", article[5..])),
            _ => Phrase("article", ("article", article)),
        };

    /// <summary>The current revision of an act: the number of corrections, and when the last one was recorded.</summary>
    Revision RevisionOf(TreatyEvent e) =>
        _corrections[e.Id]
            .Select(RevisionOf)
            .Aggregate(
                new Revision(0, e.RecordedAt),
                (sum, c) => new(sum.Number + 1 + c.Number, c.RecordedAt > sum.RecordedAt ? c.RecordedAt : sum.RecordedAt)
            );

    string Phrase(string word, params IEnumerable<(string, string)> places) => Labels.Phrase(word, _language, places);

    string NameOf(string code) => _register.Participant(code).NameIn(_language);

    static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string Uid(string of, string what) => $"{of}.{what}@treaty-tracker";

    static string Numbered(string what, int n) => n == 0 ? what : $"{what}-{n + 1}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
