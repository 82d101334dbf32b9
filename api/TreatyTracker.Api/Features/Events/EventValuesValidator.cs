using FluentValidation;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>
/// Checks the values of an act one by one, as the seed reader does: known codes, days of the calendar, words. Whether the act fits the
/// record is for the rules of consistency.
/// </summary>
sealed class EventValuesValidator<T> : AbstractValidator<T>
    where T : EventValues
{
    static readonly IReadOnlyList<string> s_kinds = [.. WireNames.All<EventKind>().Except([EventKind.Correction.WireName()])];

    /// <param name="register">What the values refer to.</param>
    /// <param name="treatyOf">The treaty of an act; <c>null</c> where it is not known.</param>
    public EventValuesValidator(Register register, Func<T, Treaty?> treatyOf)
    {
        RuleFor(e => e.Kind)
            .Custom(
                (kind, context) =>
                {
                    if (kind is null)
                        context.AddFailure("The member is missing. Use a word such as signature, ratification, accession or withdrawal.");
                    else if (kind == EventKind.Correction.WireName())
                        context.AddFailure("A correction has its own address: POST /v1/events/{id}/corrections.");
                    else if (!s_kinds.Contains(kind))
                        context.AddFailure(Suggestions.NotOneOf(Shown(kind), s_kinds));
                }
            );
        RuleFor(e => e.Participant)
            .Custom(
                (code, context) =>
                {
                    var isOfTreaty = context.InstanceToValidate.Kind == EventKind.Terminated.WireName();
                    if (code is null && !isOfTreaty)
                        context.AddFailure("The member is missing. Use the code of a State or organization; /v1/states lists all.");
                    else if (code is not null && isOfTreaty)
                        context.AddFailure("'terminated' is an act of the treaty itself. Leave the participant out.");
                    else if (code is not null && WrongWithCode(register, code) is { } wrong)
                        context.AddFailure(wrong);
                }
            );
        RuleFor(e => e.Date)
            .Custom(
                (date, context) =>
                {
                    if (date is null)
                    {
                        if (context.InstanceToValidate.EffectiveOn is null)
                            context.AddFailure("The member is missing. Use a day or a period, or effectiveOn if only the effect is known.");
                    }
                    else if (
                        DayPeriod.Parse(date) is not { } period
                        || !FastEndpointsSetup.IsDayOfRequests(period.First)
                        || !FastEndpointsSetup.IsDayOfRequests(period.Last)
                    )
                        context.AddFailure(
                            $"'{Shown(date)}' is not a day or period {FastEndpointsSetup.DaysOfRequests}. "
                                + "Use YYYY-MM-DD, YYYY-MM, YYYY or YYYY-MM-DD/YYYY-MM-DD."
                        );
                }
            );
        RuleFor(e => e.EffectiveOn)
            .Custom(
                (day, context) =>
                {
                    if (day is not null && !(Instant.ParseDay(day) is { } found && FastEndpointsSetup.IsDayOfRequests(found)))
                        context.AddFailure(
                            $"'{Shown(day)}' is not a date {FastEndpointsSetup.DaysOfRequests}. Use YYYY-MM-DD, such as 2017-06-30."
                        );
                }
            );
        RuleFor(e => e.Depositary)
            .Custom(
                (depositary, context) =>
                {
                    if (depositary is null || treatyOf(context.InstanceToValidate) is not { } treaty)
                        return;
                    string[] known = [.. treaty.Depositaries.Append(treaty.Depositary).OfType<string>().Distinct()];
                    if (!known.Contains(depositary))
                        context.AddFailure(
                            $"{Suggestions.NotOneOf(Shown(depositary), known)} These are the depositaries of '{treaty.Id}'."
                        );
                }
            );
        RuleFor(e => e.Counterpart)
            .Custom(
                (code, context) =>
                {
                    if (code is null)
                        return;
                    if (WrongWithCode(register, code) is { } wrong)
                        context.AddFailure(wrong);
                    else if (
                        context.InstanceToValidate.Participant is { } participant
                        && register.FindParticipant(participant) == register.FindParticipant(code)
                    )
                        context.AddFailure("The counterpart is the participant itself. Name the other one, or leave it out.");
                }
            );
        RuleFor(e => e.OpposesEntryIntoForce)
            .Must((e, opposes) => opposes is not true || e.Kind == EventKind.Objection.WireName())
            .WithMessage("Only an objection can oppose entry into force. Leave the member out.");
        RuleFor(e => e.Verification)
            .Custom(
                (word, context) =>
                {
                    if (word is not null && WireNames.Find<Verification>(word) is null)
                        context.AddFailure(Suggestions.NotOneOf(Shown(word), WireNames.All<Verification>()));
                    else if (
                        word is not null
                        && word != Verification.Unverified.WireName()
                        && context.InstanceToValidate.Date is { } date
                        && DayPeriod.Parse(date) is { IsOneDay: false }
                    )
                        context.AddFailure("The date is a period, so that no source confirms a day. Use unverified.");
                }
            );
        RuleForEach(e => e.Sources)
            .Custom(
                (id, context) =>
                {
                    if (id is not null && WrongWithSource(register, id) is { } wrong)
                        context.AddFailure(wrong);
                }
            );
        RuleFor(e => e.Sources)
            .Must(sources => sources is null || sources.Distinct(StringComparer.OrdinalIgnoreCase).Count() == sources.Length)
            .WithMessage("A source is named twice. Name each once.");
        RuleFor(e => e.Note).Custom((note, context) => AddWrongText(context, note));
        RuleForEach(e => e.Acknowledge)
            .ChildRules(acknowledgement =>
            {
                acknowledgement
                    .RuleFor(a => a.Rule)
                    .Custom(
                        (rule, context) =>
                        {
                            if (rule is null || Catalogue.Find(rule) is null)
                                context.AddFailure(
                                    rule is null
                                        ? "The member is missing. Use the id of a rule; /v1/consistency/rules lists all."
                                        : $"Unknown rule '{Shown(rule)}'."
                                            + Suggestions.SuggestionText(rule, Catalogue.All.Select(r => r.Id))
                                            + " /v1/consistency/rules lists all rules."
                                );
                        }
                    );
                acknowledgement
                    .RuleFor(a => a.Reason)
                    .Custom(
                        (reason, context) =>
                        {
                            if (string.IsNullOrWhiteSpace(reason))
                                context.AddFailure("The reason is missing. Say why the finding stands.");
                            else
                                AddWrongText(context, reason);
                        }
                    );
                acknowledgement
                    .RuleFor(a => a.Source)
                    .Custom(
                        (id, context) =>
                        {
                            if (id is null)
                                context.AddFailure("The member is missing. Use the id of a source; /v1/sources lists all.");
                            else if (WrongWithSource(register, id) is { } wrong)
                                context.AddFailure(wrong);
                        }
                    );
            });
    }

    static string? WrongWithCode(Register register, string code) =>
        register.FindParticipant(code) is null ? NotFoundResults.NoState(register, Shown(code)) : null;

    static string? WrongWithSource(Register register, string id) =>
        register.FindSource(id) is null
            ? $"Unknown source '{Shown(id)}'.{Suggestions.SuggestionText(id, register.Sources.Keys)} /v1/sources lists all sources; "
                + "a new one comes with an import."
            : null;

    static void AddWrongText<TOf>(ValidationContext<TOf> context, string? text)
    {
        if (text is null)
            return;
        if (text.Length == 0)
            context.AddFailure("The text is empty. Leave the member out.");
        else if (PlainText.FirstForbidden(text) is { } forbidden)
            context.AddFailure($"The text has the character {forbidden}, which no format carries. Remove it.");
    }

    /// <summary>A value as a message quotes it: on one line, and not all of a long one.</summary>
    static string Shown(string text) => PlainText.Line(text.Length > 100 ? text[..100] + "…" : text);
}
