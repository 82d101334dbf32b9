using System.Runtime.Serialization;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>What takes effect on a day.</summary>
public enum EffectKind
{
    /// <summary>The treaty enters into force.</summary>
    [EnumMember(Value = "treaty.in-force")]
    TreatyInForce,

    /// <summary>The treaty is no longer in force.</summary>
    [EnumMember(Value = "treaty.ended")]
    TreatyEnded,

    /// <summary>The treaty enters into force for a participant.</summary>
    [EnumMember(Value = "participation.in-force")]
    InForce,

    /// <summary>The treaty is no longer in force for a participant, because it is no longer bound by the parent treaty.</summary>
    [EnumMember(Value = "participation.lapsed")]
    Lapsed,

    /// <summary>A participant is no longer bound: its withdrawal takes effect, for example.</summary>
    [EnumMember(Value = "participation.ended")]
    Ended,
}
