namespace TreatyTracker.Law;

/// <summary>
/// What the law says in reasons and outlooks: sentences, and parts of them. <c>sentences.csv</c> of the API has the text of each in every
/// language.
/// </summary>
public enum Wording
{
    /// <summary>An event, on a day that is known.</summary>
    OnDay,

    /// <summary>An event, on one of the days of a period.</summary>
    WithinPeriod,

    /// <summary>The instrument of a consent, deposited on a day.</summary>
    Deposited,

    /// <summary>A signature, or another consent without an instrument, on a day.</summary>
    Made,

    /// <summary>One instrument.</summary>
    OneInstrument,

    /// <summary>A number of instruments.</summary>
    ManyInstruments,

    /// <summary>What separates conditions in a list.</summary>
    BetweenConditions,

    /// <summary>What separates participants in a list.</summary>
    BetweenParticipants,

    /// <summary>A consent to be bound stands.</summary>
    ConsentInBeing,

    /// <summary>A consent stands, and its end is announced.</summary>
    ConsentEnding,

    /// <summary>A consent stands in spite of a notice of withdrawal.</summary>
    ConsentWithNotice,

    /// <summary>A consent is deposited only after the day.</summary>
    ConsentDepositedLater,

    /// <summary>There is no consent.</summary>
    NoConsent,

    /// <summary>Why a notice has no effect: there is no clause.</summary>
    NoticeContested,

    /// <summary>Why a notice has no effect: it came too early.</summary>
    NoticeTooEarly,

    /// <summary>Why a notice has no effect: the record says why its day cannot be computed.</summary>
    NoticeEffectNotKnown,

    /// <summary>Why a notice has no effect: the clause gives no day.</summary>
    NoticeEffectNotGiven,

    /// <summary>A consent was taken back.</summary>
    ConsentTakenBack,

    /// <summary>The treaty ended for want of parties.</summary>
    TreatyFellBelow,

    /// <summary>The treaty ended.</summary>
    TreatyEnded,

    /// <summary>No member of an organization is a party any more.</summary>
    MembersLeft,

    /// <summary>A party ceased to be one by operation of law.</summary>
    Ceased,

    /// <summary>A denunciation of the parent treaty entailed that of this one.</summary>
    ParentDenounced,

    /// <summary>A withdrawal has taken effect.</summary>
    Withdrawn,

    /// <summary>A withdrawal has taken effect, of which only the effect is known.</summary>
    WithdrawnOnUnknownDay,

    /// <summary>How the day of effect of a notice was found: the depositary records it.</summary>
    AsDepositaryRecords,

    /// <summary>How the day of effect of a notice was found: the treaty was not in force.</summary>
    AtOnce,

    /// <summary>How the day of effect of a notice was found: the end of a term.</summary>
    AtEndOfTerm,

    /// <summary>How the day of effect of a notice was found: a day of the year after another.</summary>
    FirstDayAfter,

    /// <summary>An end still to come: the consent is taken back.</summary>
    ConsentEndsTakenBack,

    /// <summary>An end still to come: that of the treaty.</summary>
    ConsentEndsWithTreaty,

    /// <summary>An end still to come: by operation of law.</summary>
    ConsentEndsByLaw,

    /// <summary>An end still to come: by the denunciation of the parent treaty.</summary>
    ConsentEndsWithParent,

    /// <summary>An end still to come: by a notice of withdrawal.</summary>
    ConsentEndsByNotice,

    /// <summary>The treaty is in force for it.</summary>
    InForce,

    /// <summary>A succession has effect before its deposit.</summary>
    SuccessionInEffect,

    /// <summary>An amendment binds all parties to the parent treaty.</summary>
    BoundByAmendment,

    /// <summary>It opted out of an amendment.</summary>
    OptedOut,

    /// <summary>The treaty itself is not in force.</summary>
    TreatyNotInForce,

    /// <summary>Not in force for it before a day that lies after the end of its consent.</summary>
    NotInForceBefore,

    /// <summary>In force for it only from a later day.</summary>
    InForceOnlyFrom,

    /// <summary>The parent treaty, to which it must be a party, is not in force for it.</summary>
    ParentNotInForce,

    /// <summary>The operation of the treaty is suspended for it; the end of another sentence.</summary>
    OperationSuspended,

    /// <summary>How the day of effect was found: with the treaty.</summary>
    WithTheTreaty,

    /// <summary>How the day of effect was found: the day of deposit.</summary>
    OwnDeposit,

    /// <summary>How the day of effect was found: a time after the deposit.</summary>
    AfterOwnDeposit,

    /// <summary>How the day of effect was found: the first day of the month after the deposit.</summary>
    FirstOfMonthAfterDeposit,

    /// <summary>How the day of effect was found: the first day of the month after a time after the deposit.</summary>
    FirstOfMonthAfterDelay,

    /// <summary>A time of one day.</summary>
    OneDay,

    /// <summary>A time of days.</summary>
    ManyDays,

    /// <summary>A time of one month.</summary>
    OneMonth,

    /// <summary>A time of months.</summary>
    ManyMonths,

    /// <summary>A time of months and days.</summary>
    MonthsAndDays,

    /// <summary>How the day of effect was found: not before the treaty.</summary>
    NotBeforeTreaty,

    /// <summary>How the day of effect was found: deposited before the treaty entered into force.</summary>
    BeforeEntryIntoForce,

    /// <summary>How the day of effect was found: the day of succession is assumed.</summary>
    DayOfSuccession,

    /// <summary>How the day of effect was found: the day of notification is assumed.</summary>
    SuccessionNotified,

    /// <summary>How the day of effect was found: the day of deposit is assumed.</summary>
    ClauseNotKnown,

    /// <summary>How the day of effect was found: not before the treaty, whatever the event states.</summary>
    StatedNotBeforeTreaty,

    /// <summary>How the day of effect was found: the event states it.</summary>
    Stated,

    /// <summary>An instrument counts towards conditions.</summary>
    CountsTowards,

    /// <summary>Instruments of organizations do not count.</summary>
    OrganizationNotCounted,

    /// <summary>An instrument does not count without the parent treaty.</summary>
    NotCountedWithoutParent,

    /// <summary>An instrument counts towards no condition.</summary>
    CountsTowardsNone,

    /// <summary>A condition: a share of the weights of a list.</summary>
    ShareOfList,

    /// <summary>A condition: a fraction of the parties to another treaty.</summary>
    FractionOfParties,

    /// <summary>A condition: instruments from a list.</summary>
    InstrumentsAmong,

    /// <summary>How far a share is reached.</summary>
    ShareOutlook,

    /// <summary>How far a number is reached.</summary>
    NumberOutlook,

    /// <summary>How far a condition is met, and who on its list has no instrument.</summary>
    OutlookWithMissing,

    /// <summary>It applies the treaty provisionally.</summary>
    AppliedProvisionally,

    /// <summary>Its provisional application was ended.</summary>
    ProvisionalApplicationEnded,

    /// <summary>Its provisional application is over, for another reason.</summary>
    ProvisionalApplicationOver,

    /// <summary>There is no provisional application.</summary>
    NoProvisionalApplication,

    /// <summary>It left before the treaty was in force for it.</summary>
    NeverInForce,

    /// <summary>It signed.</summary>
    Signed,

    /// <summary>It signed, and ceased to be.</summary>
    SignatureCeased,

    /// <summary>It signs only after the day.</summary>
    SignedLater,

    /// <summary>There is no signature.</summary>
    NotSigned,

    /// <summary>The treaty is in force between two participants.</summary>
    InForceBetween,

    /// <summary>The treaty is not in force for one of two; and why.</summary>
    NotInForceForOne,

    /// <summary>The treaty was in force for one of two until a day; and why it is no longer.</summary>
    NoLongerInForceForOne,

    /// <summary>The treaty itself is in force for nobody, and no day is known.</summary>
    InForceForNobody,

    /// <summary>The treaty itself is in force for nobody before a day.</summary>
    InForceForNobodyBefore,

    /// <summary>The treaty itself ended, and is in force for nobody any more.</summary>
    InForceForNobodySince,

    /// <summary>The operation of the treaty is suspended for one of two.</summary>
    SuspendedForOne,

    /// <summary>A succession was notified only later.</summary>
    SuccessionNotNotified,

    /// <summary>An accession is not accepted.</summary>
    AccessionNotAccepted,

    /// <summary>An objection to an accession.</summary>
    ObjectionToAccession,

    /// <summary>An objection to a reservation that opposes entry into force.</summary>
    ObjectionToReservation,

    /// <summary>A notice may be revoked before its day of effect.</summary>
    RevocationBefore,

    /// <summary>A notice may be revoked before its effect.</summary>
    Revocation,

    /// <summary>A consent would make it a party to a treaty in force.</summary>
    ConsentWouldBind,

    /// <summary>A consent would make it a party to a treaty not in force.</summary>
    ConsentWouldMakeParty,

    /// <summary>It must be a party to the parent treaty as well; follows another sentence.</summary>
    MustJoinParent,

    /// <summary>A member must be bound first; follows another sentence.</summary>
    MemberMustJoin,

    /// <summary>The clause for later participants is not known; follows another sentence.</summary>
    LaterClauseNotKnown,

    /// <summary>The subject of a sentence: a notice received on a day.</summary>
    NoticeReceived,

    /// <summary>The subject of a sentence: no notice before a day, and one received on it.</summary>
    NoticePermitted,

    /// <summary>A notice would end the obligation on a day.</summary>
    NoticeWouldEnd,

    /// <summary>A notice would end the obligation on a day that cannot be computed; the record says why.</summary>
    NoticeWouldEndUnknown,

    /// <summary>A notice would end the obligation on a day that the clause does not give.</summary>
    NoticeWouldEndNotGiven,
}
