namespace TreatyTracker.Law;

/// <summary>The instrument with which the threshold of entry into force was reached.</summary>
/// <param name="Number">Its number in order of deposit: the N of "the N-th instrument".</param>
/// <param name="Consent">The event; the last by participant code of those deposited on that day up to the N-th.</param>
public sealed record ThresholdInstrument(int Number, TreatyEvent Consent);
