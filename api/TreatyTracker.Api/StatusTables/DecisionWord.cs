namespace TreatyTracker.Api.StatusTables;

/// <summary>What a person decided about a conflict.</summary>
enum DecisionWord
{
    /// <summary>The record stays as it is.</summary>
    Keep,

    /// <summary>The recorded values were wrong: the table's replace them.</summary>
    Correction,

    /// <summary>The participant left, or took its signature back.</summary>
    Left,

    /// <summary>The participation ended by operation of law: the State dissolved, an expulsion.</summary>
    Ceased,

    /// <summary>What is recorded never happened.</summary>
    Retract,
}
