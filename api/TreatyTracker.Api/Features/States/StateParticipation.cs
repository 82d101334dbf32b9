using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>A participant's standing under one treaty.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Mtdsg">Its MTDSG number.</param>
/// <param name="Title">Its title, in the requested language if available, otherwise in English.</param>
/// <param name="TitleLanguage">The language of the title.</param>
/// <param name="Status">The participant's row in the treaty's status table.</param>
/// <param name="Record">The coverage of the treaty's record.</param>
public sealed record StateParticipation(
    string Treaty,
    string Mtdsg,
    string Title,
    string TitleLanguage,
    StatusRow Status,
    RecordCoverage Record
)
{
    internal static StateParticipation Of(Participation participation, Treaty treaty, AnswerContext context, RecordCoverage? record = null)
    {
        var (title, language) = treaty.TitleIn(context.Language);
        return new(
            treaty.Id,
            treaty.Mtdsg,
            title,
            language,
            StatusRow.Of(participation, context),
            record ?? RecordCoverage.Of(treaty, context)
        );
    }

    internal static IReadOnlyList<Column<StateParticipation>> Columns { get; } =
    [
        new("treaty", r => r.Treaty),
        new("mtdsg", r => r.Mtdsg),
        new("title", r => r.Title),
        .. StatusRow.Columns.Select(c => new Column<StateParticipation>(c.Name, r => c.Value(r.Status))),
        new("completeThrough", r => r.Record.CompleteThrough),
        new("asOfIsBeyond", r => r.Record.AsOfIsBeyond),
        new("titleLanguage", r => r.TitleLanguage),
        new("undatedEvents", r => r.Record.UndatedEvents),
        new("assumedEffects", r => r.Record.AssumedEffects),
        new("unverifiedEvents", r => r.Record.UnverifiedEvents),
        new("coverage", r => r.Record.Coverage?.WireName()),
    ];
}
