namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>A day on which something takes effect.</summary>
/// <param name="Uid">Names it for ever, though the day may be corrected: it goes by the act from which it follows.</param>
/// <param name="On">The day.</param>
/// <param name="Summary">What takes effect.</param>
/// <param name="Description">By what.</param>
/// <param name="Path">Where the register tells why.</param>
/// <param name="Revision">That act as the record now has it.</param>
sealed record EffectDay(string Uid, DateOnly On, string Summary, string Description, string Path, Revision Revision);
