using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The whole shipped record, read once in a run: reading its forty thousand events takes a second.</summary>
static class ShippedRecord
{
    static readonly Lazy<Facts> s_facts = new(() => SeedReader.Read(Repository.ShippedSeeds));
    static readonly Lazy<CheckContext> s_context = new(() => CheckContext.OfSeeds(Repository.ShippedSeeds, AsOf));

    /// <summary>The day on which the tests check it.</summary>
    public static DateOnly AsOf { get; } = new(2026, 11, 28);

    public static Facts Facts => s_facts.Value;

    /// <summary>What a check of it looks at.</summary>
    public static CheckContext Context => s_context.Value;
}
