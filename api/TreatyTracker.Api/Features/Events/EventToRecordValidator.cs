using FluentValidation;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Events;

/// <summary>Checks an act to record, with its treaty.</summary>
sealed class EventToRecordValidator : AbstractValidator<EventToRecord>
{
    /// <param name="register">What the values refer to.</param>
    public EventToRecordValidator(Register register)
    {
        RuleFor(e => e.Treaty)
            .Custom(
                (treaty, context) =>
                {
                    if (treaty is null)
                        context.AddFailure("The member is missing. Use the id or MTDSG number of a treaty; /v1/treaties lists all.");
                    else if (register.FindTreaty(treaty) is null)
                        context.AddFailure(NotFoundResults.NoTreaty(register, treaty.Length > 100 ? treaty[..100] + "…" : treaty));
                }
            );
        Include(new EventValuesValidator<EventToRecord>(register, e => e.Treaty is null ? null : register.FindTreaty(e.Treaty)));
    }
}
