using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>
/// The questions on the home page, each with the register's answer. A register without the data in question gives no answer.
/// </summary>
/// <param name="register">The register.</param>
/// <param name="today">The current day.</param>
sealed class HomeQuestions(Register register, DateOnly today)
{
    const string Convention = "untoc";

    readonly RegisterView _view = register.KnownAt(null);

    /// <summary>The day of the figure at the top of the page.</summary>
    public static DateOnly OfTheFigure { get; } = new(2017, 6, 30);

    /// <summary>The figure at the top of the page; <c>null</c> if the register does not contain the treaty.</summary>
    public static int? PartiesOf(Register register) =>
        register.FindTreaty(Convention) is { } treaty ? register.KnownAt(null).StatusOf(treaty).Timeline.On(OfTheFigure).Parties : null;

    /// <summary>All ten questions.</summary>
    public IReadOnlyList<HomeQuestion> All() =>
        [
            new(
                "/v1/treaties/untoc/counts?asOf=2017-06-30",
                "How many parties did the Organized Crime Convention have on 30 June 2017?",
                Of(Convention, s => $"{NamedCount.Parties.ToText(s.Timeline.On(OfTheFigure).Parties)}."),
                ApiTags.Counts,
                "getTreatyCounts"
            ),
            new(
                "/v1/treaties/untoc/counts/explanation?asOf=2017-06-30",
                "How is this figure computed?",
                Of(
                    Convention,
                    s =>
                        string.Join(
                            ", ",
                            s.Timeline.On(OfTheFigure)
                                .Breakdown.ByParticipantKind.Select(k => $"{Labels.Of(k.Key, Languages.English)}: {Number(k.Value)}")
                        ) + "."
                ),
                ApiTags.Counts,
                "explainCounts"
            ),
            new(
                "/v1/treaties/untoc/parties",
                "Who is a party to it today?",
                Of(
                    Convention,
                    s =>
                        NamedCount.Parties.ToText(s.Timeline.On(today).Parties)
                        + (
                            today > s.Treaty.CompleteThrough
                                ? Labels.Phrase("beyond", Languages.English, ("complete", Prose.Day(s.Treaty.CompleteThrough)))
                                : ""
                        )
                        + "."
                ),
                ApiTags.Parties,
                "listParties"
            ),
            new(
                "/v1/treaties/untoc/parties?standing=signatory",
                "Who signed it but is not bound?",
                Of(
                    Convention,
                    s =>
                        Sentence(
                            s.Participations.Where(p => s.ContributionOf(p, today).SignatoryNotBound)
                                .Select(p => NameOf(p.Participant.Code)),
                            "No one"
                        )
                ),
                ApiTags.Parties,
                "listParties"
            ),
            new(
                "/v1/treaties/untoc/parties/PRK",
                "What is the status of the Democratic People's Republic of Korea, and why?",
                Of(
                    Convention,
                    s =>
                        s.Of("PRK") is { } p
                            ? $"{Labels.Of(p.StandingOn(today), Languages.English)}: "
                                + Sentence(
                                    p.Consents.Select(c => Prose.Of(c.Consent, register, Languages.English)),
                                    "it has not consented to be bound"
                                )
                            : null
                ),
                ApiTags.Parties,
                "getParticipation"
            ),
            new(
                "/v1/treaties/untoc-trafficking",
                "What is the Trafficking in Persons Protocol, and when did it enter into force?",
                Of(
                    "untoc-trafficking",
                    s => s.EntryIntoForce.On is { } on ? $"{s.Treaty.Titles[Languages.English]}: in force since {Prose.Day(on)}." : null
                ),
                ApiTags.Treaties,
                "getTreaty"
            ),
            new(
                "/v1/states/MNE/participations?standing=party",
                "Which treaties is Montenegro bound by?",
                register.FindParticipant("MNE") is null
                    ? null
                    : $"{Number(register.Facts.Treaties.Count(t => _view.StatusOf(t).Of("MNE")?.ConsentInEffect(today) is not null))} of "
                        + $"the {Number(register.Facts.Treaties.Count)} treaties in the register.",
                ApiTags.States,
                "listParticipations"
            ),
            new(
                "/v1/treaties/uncac/events?from=2016-01-01&to=2017-12-31",
                "What happened under the Convention against Corruption in 2016 and 2017?",
                Of(
                    "uncac",
                    s =>
                        Sentence(
                            _view
                                .ActsOf(s.Treaty)
                                .Where(a => a.Date.Year is 2016 or 2017)
                                .CountBy(a => a.Kind)
                                .OrderBy(k => k.Key)
                                .Select(k => $"{Labels.Of(k.Key, Languages.English)}: {Number(k.Value)}"),
                            "Nothing"
                        )
                ),
                ApiTags.Events,
                "listTreatyEvents"
            ),
            new(
                "/v1/counts",
                "How many parties does each treaty have today?",
                register.Facts.Treaties.Count == 0
                    ? null
                    : $"From {Number(PartiesToday().Min())} to {Number(PartiesToday().Max())} parties, as far as recorded.",
                ApiTags.Counts,
                "listCounts"
            ),
            new(
                "/v1/sources",
                "Where do the facts come from?",
                $"{Number(register.Facts.Sources.Count)} sources. Every event cites at least one.",
                ApiTags.Sources,
                "listSources"
            ),
        ];

    string? Of(string treaty, Func<TreatyStatus, string?> answer) =>
        register.FindTreaty(treaty) is { } found ? answer(_view.StatusOf(found)) : null;

    IEnumerable<int> PartiesToday() => register.Facts.Treaties.Select(t => _view.StatusOf(t).Timeline.On(today).Parties);

    string NameOf(string code) => register.Participant(code).NameIn(Languages.English);

    static string Sentence(IEnumerable<string> parts, string none) =>
        $"{(string.Join("; ", parts) is { Length: > 0 } text ? text : none)}.";

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
