using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>A question that people ask, with the page that answers it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Address">The address of the page.</param>
/// <param name="Answer">The answer in short.</param>
public sealed record HomeQuestion(string Text, string Address, string Answer)
{
    const int MostNames = 8;

    static readonly string[] s_protocols = ["untoc-trafficking", "untoc-smuggling", "untoc-firearms"];

    /// <summary>The questions about treaties and States that the register has.</summary>
    internal static IEnumerable<HomeQuestion> All(PageContext page)
    {
        var (context, today) = (page.Answer, page.Answer.AsOf);
        Treaty? Find(string id) => context.View.Treaties.FirstOrDefault(t => t.Id == id);
        string Parties(Treaty treaty) =>
            NamedCount.Parties.ToText(context.StatusOf(treaty).Timeline.On(today).Parties, page.Language)
            + (today > treaty.CompleteThrough ? $" ({page.T("through-short", ("day", Instant.Text(treaty.CompleteThrough)))})" : "");
        HomeQuestion Of(string key, Treaty? treaty, string? state, string path, string answer, params (string, string?)[] query) =>
            new(
                page.T(
                    key,
                    ("treaty", treaty is null ? "" : page.ShortTitleOf(treaty).Title),
                    ("state", state is null ? "" : page.NameOf(state))
                ),
                page.To(path, query),
                answer
            );

        if (Find("untoc") is { } untoc)
        {
            yield return Of("q-how-many", untoc, null, "/treaties/untoc", Parties(untoc));
            if (context.Register.FindParticipant("DEU") is not null && context.Register.FindParticipant("VNM") is not null)
            {
                var relation = RelationRow.Of(untoc, "DEU", "VNM", context).Relation;
                yield return new(
                    page.T(
                        "q-between",
                        ("treaty", page.ShortTitleOf(untoc).Title),
                        ("one", page.NameOf("DEU")),
                        ("other", page.NameOf("VNM"))
                    ),
                    page.To("/compare", ("treaty", "untoc"), ("state", "DEU"), ("state", "VNM")),
                    relation.Since is { } since ? page.T("in-force-since", ("day", page.Day(since))) : page.T("not-in-force")
                );
            }
            var start = context.StatusOf(untoc).EntryIntoForce.On;
            yield return Of(
                "q-growth",
                untoc,
                null,
                "/treaties/untoc#growth",
                start is { } day
                    ? $"{page.Day(day)}: {context.StatusOf(untoc).Timeline.On(day).Parties} → {page.Day(today)}: "
                        + $"{context.StatusOf(untoc).Timeline.On(today).Parties}"
                    : Parties(untoc)
            );
        }
        if (Find("uncac") is { } uncac)
        {
            var missing = TreatyContent.Missing(uncac, context);
            yield return Of("q-missing", uncac, null, "/treaties/uncac#missing", Names(missing.Select(m => m.Name), page));
        }
        var protocols = s_protocols.Select(Find).OfType<Treaty>().ToList();
        if (protocols.Count > 1)
            yield return new(
                page.T("q-protocols"),
                page.To("/compare", protocols.Select(t => ("treaty", (string?)t.Id))),
                string.Join(" · ", protocols.Select(t => $"{page.ShortTitleOf(t).Title}: {context.StatusOf(t).Timeline.On(today).Parties}"))
            );
        if (Find("rome-statute") is { } rome)
        {
            var left = context
                .StatusOf(rome)
                .Participations.Where(p => context.StatusOf(rome).ContributionOf(p, today).FormerParty)
                .Select(p => page.NameOf(p.Participant.Code));
            yield return Of("q-left", rome, null, "/treaties/rome-statute#status", Names(left, page), ("standing", "former-party"));
        }
        if (Find("untoc-firearms") is { } firearms && context.Register.FindParticipant("EUU") is { } union)
        {
            var members = union.Participant.Members.Where(m => m.On(today)).Select(m => m.Member).ToHashSet();
            var count = members.Count(m => context.StatusOf(firearms).Of(m)?.ConsentInEffect(today) is not null);
            yield return Of(
                "q-members",
                firearms,
                "EUU",
                "/treaties/untoc-firearms#status",
                page.T("of", ("count", count), ("all", members.Count)),
                ("memberOf", "EUU"),
                ("standing", "party")
            );
        }
        if (context.Register.FindParticipant("JPN") is not null)
        {
            var joined = context.View.Treaties.Count(t => context.StatusOf(t).Of("JPN")?.ConsentInEffect(today) is not null);
            yield return Of(
                "q-joined",
                null,
                "JPN",
                "/states/JPN",
                page.T("of", ("count", joined), ("all", context.View.Treaties.Count)),
                ("sort", "consented")
            );
            var never = context.View.Treaties.Count(t => StateContent.IsNone(t, "JPN", context));
            yield return Of("q-not-joined", null, "JPN", "/states/JPN", page.Number(never), ("show", "none"));
        }
        var year = today.Year - 1;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var consents = context
            .View.Treaties.SelectMany(t => context.StatusOf(t).Participations)
            .Sum(p => p.Consents.Count(c => c.From >= first && c.From <= last));
        yield return new(
            page.T("q-changes", ("year", year)),
            page.To("/changes", ("from", Instant.Text(first)), ("to", Instant.Text(last))),
            page.T("consents-in", ("count", page.Number(consents)))
        );
    }

    static string Names(IEnumerable<string> names, PageContext page)
    {
        var all = names.ToList();
        return all.Count == 0
            ? page.T("no-one")
            : string.Join(page.T("comma"), all.Take(MostNames)) + (all.Count > MostNames ? $" … ({page.Number(all.Count)})" : "");
    }
}
