namespace TreatyTracker.Law;

/// <summary>From whose entry into force a <see cref="LockIn"/> runs.</summary>
public enum LockInStart
{
    /// <summary>Entry into force for the participant.</summary>
    Party,

    /// <summary>Entry into force of the treaty.</summary>
    Treaty,
}
