namespace TreatyTracker.Law;

/// <summary>What kind of subject of international law a participant is.</summary>
public enum ParticipantKind
{
    /// <summary>A Member of the United Nations.</summary>
    UnMember,

    /// <summary>A State with observer status at the United Nations: the Holy See, the State of Palestine.</summary>
    UnObserver,

    /// <summary>
    /// A State outside the United Nations with treaty-making capacity: the Cook Islands, Niue; or a later Member, before its admission.
    /// </summary>
    OtherState,

    /// <summary>A regional economic integration organization.</summary>
    RegionalOrganization,

    /// <summary>Any other international organization: the United Nations, the International Atomic Energy Agency.</summary>
    InternationalOrganization,

    /// <summary>A State that no longer exists, or exists under its continuator's record.</summary>
    FormerState,
}
