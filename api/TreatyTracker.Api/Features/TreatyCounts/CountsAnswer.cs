using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Caching;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>
/// The named counts of a treaty on a day, with a breakdown and the coverage of the record. /docs/counts defines each count.
/// </summary>
[SchemaName("TreatyCounts")]
public sealed record CountsAnswer
{
    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>The treaty's MTDSG number.</summary>
    public required string Mtdsg { get; init; }

    /// <summary>The treaty's title, in the requested language if available, otherwise in English.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the title.</summary>
    public required string TitleLanguage { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>
    /// Present and <c>true</c> if <c>asOf</c> is in the future. The counts then follow from the acts already known.
    /// </summary>
    public bool? LooksAhead { get; init; }

    /// <summary>Whether the treaty is in force on the requested day.</summary>
    public required bool InForce { get; init; }

    /// <summary>
    /// The date of entry into force: the published date, or the computed date if none was published; absent if there is neither.
    /// </summary>
    public DateOnly? EntryIntoForce { get; init; }

    /// <inheritdoc cref="Counts.Parties"/>
    public required int Parties { get; init; }

    /// <inheritdoc cref="Counts.PartiesInForce"/>
    public required int PartiesInForce { get; init; }

    /// <inheritdoc cref="Counts.ContractingNotInForce"/>
    public required int ContractingNotInForce { get; init; }

    /// <inheritdoc cref="Counts.Signatories"/>
    public required int Signatories { get; init; }

    /// <inheritdoc cref="Counts.EverSigned"/>
    public required int EverSigned { get; init; }

    /// <inheritdoc cref="Counts.SignatoriesNotBound"/>
    public required int SignatoriesNotBound { get; init; }

    /// <inheritdoc cref="Counts.ProvisionallyApplying"/>
    public required int ProvisionallyApplying { get; init; }

    /// <inheritdoc cref="Counts.FormerParties"/>
    public required int FormerParties { get; init; }

    /// <inheritdoc cref="Counts.CountedForEntryIntoForce"/>
    public required int CountedForEntryIntoForce { get; init; }

    /// <summary>
    /// Of <c>partiesInForce</c>, the successions in force before their notification. <c>partiesInForce</c> is <c>parties</c> less
    /// <c>contractingNotInForce</c> plus this and <c>boundWithoutConsent</c>.
    /// </summary>
    public required int RetroactiveSuccessions { get; init; }

    /// <summary>Of <c>partiesInForce</c>, those that an amendment binds without their own consent.</summary>
    public required int BoundWithoutConsent { get; init; }

    /// <summary>
    /// The fewest parties that the events allow whose day is known only as a period; absent if it is the same as <c>parties</c>.
    /// </summary>
    public int? PartiesAtLeast { get; init; }

    /// <summary>
    /// The most parties that the events allow whose day is known only as a period; absent if it is the same as <c>parties</c>.
    /// </summary>
    public int? PartiesAtMost { get; init; }

    /// <summary>Three breakdowns of the parties. Each adds up to <c>parties</c>.</summary>
    public required CountsBreakdown Breakdown { get; init; }

    /// <summary>The coverage of the record.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The address of the definitions.</summary>
    public string Definitions { get; init; } = "/docs/counts";

    /// <summary>A path that always returns these figures: canonical id, with fixed <c>asOf</c> and <c>knownAt</c>.</summary>
    public required string Permalink { get; init; }

    /// <summary>
    /// A citation of the count <c>parties</c> in the requested language: title, figure, day, limitations (a future day, a day beyond the
    /// record, unverified and undated events), data version, and permalink with the host of the request.
    /// </summary>
    public required string Cite { get; init; }

    internal static CountsAnswer Of(Treaty treaty, AnswerContext context, HttpContext http)
    {
        var status = context.StatusOf(treaty);
        var counts = status.Timeline.On(context.AsOf);
        var (title, language) = treaty.TitleIn(context.Language);
        var record = RecordCoverage.Of(treaty, context);
        var permalink = context.PermalinkTo($"/v1/treaties/{treaty.Id}/counts");
        return new()
        {
            Treaty = treaty.Id,
            Mtdsg = treaty.Mtdsg,
            Title = title,
            TitleLanguage = language,
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            InForce = status.IsInForce(context.AsOf),
            EntryIntoForce = status.EntryIntoForce.On,
            Parties = counts.Parties,
            PartiesInForce = counts.PartiesInForce,
            ContractingNotInForce = counts.ContractingNotInForce,
            Signatories = counts.Signatories,
            SignatoriesNotBound = counts.SignatoriesNotBound,
            EverSigned = counts.EverSigned,
            ProvisionallyApplying = counts.ProvisionallyApplying,
            FormerParties = counts.FormerParties,
            CountedForEntryIntoForce = counts.CountedForEntryIntoForce,
            RetroactiveSuccessions = counts.RetroactiveSuccessions,
            BoundWithoutConsent = counts.BoundWithoutConsent,
            PartiesAtLeast = counts.PartiesAtLeast,
            PartiesAtMost = counts.PartiesAtMost,
            Breakdown = CountsBreakdown.Of(counts.Breakdown),
            Record = record,
            Permalink = permalink,
            Cite = Citation.Of(
                context.Register.TellingTitle(treaty, context.Language).Title,
                NamedCount.Parties,
                counts.Parties,
                record,
                context,
                http.AbsoluteText(permalink)
            ),
        };
    }

    /// <summary>The answer, rendered once for all days until anything in it changes but the day itself.</summary>
    internal static DayTemplateResult ForEachDay(Treaty treaty, AnswerContext context, HttpContext http)
    {
        var status = context.StatusOf(treaty);
        // The day before, on and after today differ in what they say of the future; days that cannot be asked about are in no step.
        DateOnly?[] single =
        [
            FastEndpointsSetup.FirstDay,
            FastEndpointsSetup.LastDay.AddDays(1),
            context.Today,
            context.Today.AddDays(1),
            status.EntryIntoForce.On,
            status.TerminatedOn,
            treaty.CompleteThrough.AddDays(1),
        ];
        var changes = status
            .Timeline.Steps.Select(s => s.Key)
            .Concat(context.View.UnverifiedDays(treaty))
            .Concat(status.UndatedChangeDays)
            .Concat(single.OfType<DateOnly>())
            .ToList();
        return new(
            new DayTemplate(
                Of(treaty, context with { MarksDay = true }, http),
                changes.Where(d => d <= context.AsOf).Max(),
                changes.Where(d => d > context.AsOf).Min(),
                day => Prose.Day(day, context.Language)
            ),
            context.AsOf
        );
    }

    internal static IReadOnlyList<Column<CountsAnswer>> Columns { get; } =
    [
        new("treaty", c => c.Treaty),
        new("mtdsg", c => c.Mtdsg),
        new("title", c => c.Title),
        new("asOf", c => c.AsOf),
        new("knownAt", c => c.KnownAt),
        new("inForce", c => c.InForce),
        new("entryIntoForce", c => c.EntryIntoForce),
        new("parties", c => c.Parties),
        new("partiesInForce", c => c.PartiesInForce),
        new("contractingNotInForce", c => c.ContractingNotInForce),
        new("signatories", c => c.Signatories),
        new("signatoriesNotBound", c => c.SignatoriesNotBound),
        new("formerParties", c => c.FormerParties),
        new("countedForEntryIntoForce", c => c.CountedForEntryIntoForce),
        new("completeThrough", c => c.Record.CompleteThrough),
        new("asOfIsBeyond", c => c.Record.AsOfIsBeyond),
        new("unverifiedEvents", c => c.Record.UnverifiedEvents),
        new("titleLanguage", c => c.TitleLanguage),
        new("everSigned", c => c.EverSigned),
        new("provisionallyApplying", c => c.ProvisionallyApplying),
        new("retroactiveSuccessions", c => c.RetroactiveSuccessions),
        new("boundWithoutConsent", c => c.BoundWithoutConsent),
        new("partiesAtLeast", c => c.PartiesAtLeast),
        new("partiesAtMost", c => c.PartiesAtMost),
        new("undatedEvents", c => c.Record.UndatedEvents),
        new("assumedEffects", c => c.Record.AssumedEffects),
        new("coverage", c => c.Record.Coverage?.WireName()),
    ];
}
