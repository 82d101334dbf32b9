namespace TreatyTracker.Law.Tests.Values;

public class ParticipantTests
{
    [TestCase("ARM", "2016-06-30", ParticipantKind.UnMember)]
    [TestCase("MNE", "2006-06-27", ParticipantKind.OtherState, Description = "before its admission")]
    [TestCase("MNE", "2006-06-28", ParticipantKind.UnMember)]
    [TestCase("VAT", "1950-01-01", ParticipantKind.UnObserver)]
    [TestCase("NIU", "2016-06-30", ParticipantKind.OtherState)]
    [TestCase("EUU", "2016-06-30", ParticipantKind.RegionalOrganization)]
    [TestCase("CSHH", "1945-10-23", ParticipantKind.OtherState, Description = "existed before its admission")]
    [TestCase("CSHH", "1945-10-24", ParticipantKind.UnMember)]
    [TestCase("CSHH", "1992-12-31", ParticipantKind.UnMember)]
    [TestCase("CSHH", "1993-01-01", ParticipantKind.FormerState)]
    public void A_participant_has_a_kind_on_a_day(string code, string day, ParticipantKind kind) =>
        Assert.That(TestParticipants.Participants[code].KindOn(Iso.Day(day)), Is.EqualTo(kind));

    [TestCase("MNE", "2006-06-28")]
    [TestCase("CSHH", "1945-10-24 1993-01-01")]
    [TestCase("VAT", "")]
    [TestCase("EUU", "")]
    public void The_kind_changes_on_admission_and_after_the_last_day_of_membership(string code, string days) =>
        Assert.That(string.Join(' ', TestParticipants.Participants[code].KindChanges().Select(Iso.Text)), Is.EqualTo(days));

    [Test]
    public void A_Member_whose_admission_is_not_known_is_a_Member_on_every_day()
    {
        var member = TestParticipants.Participants["ARM"] with { UnMemberSince = null };

        Assert.That(member.KindOn(Iso.Day("1946-01-01")), Is.EqualTo(ParticipantKind.UnMember));
        Assert.That(member.KindChanges(), Is.Empty);
    }

    [Test]
    public void A_Member_does_not_lose_its_kind_by_a_last_day() =>
        Assert.That(
            (TestParticipants.Participants["ARM"] with { UnMemberUntil = Iso.Day("2020-01-01") }).KindChanges().Select(Iso.Text),
            Is.EqualTo(new[] { "1992-03-02" })
        );

    [Test]
    public void A_former_State_whose_last_day_is_not_known_stays_a_Member()
    {
        var state = TestParticipants.Participants["CSHH"] with { UnMemberUntil = null };

        Assert.That(state.KindOn(Iso.Day("2020-01-01")), Is.EqualTo(ParticipantKind.UnMember));
        Assert.That(state.KindChanges().Select(Iso.Text), Is.EqualTo(new[] { "1945-10-24" }));
    }

    [Test]
    public void A_former_State_that_never_was_a_Member_is_a_former_State_on_every_day() =>
        Assert.That(
            (TestParticipants.Participants["CSHH"] with { UnMemberSince = null, UnMemberUntil = null }).KindOn(Iso.Day("1980-01-01")),
            Is.EqualTo(ParticipantKind.FormerState)
        );

    [TestCase("1972-12-31", false)]
    [TestCase("1973-01-01", true)]
    [TestCase("2020-01-31", true, Description = "the last day is inclusive")]
    [TestCase("2020-02-01", false)]
    public void A_membership_holds_on_both_its_days(string day, bool member) =>
        Assert.That(new Membership("GBR", Iso.Day("1973-01-01"), Iso.Day("2020-01-31")).On(Iso.Day(day)), Is.EqualTo(member));

    [Test]
    public void A_membership_without_an_end_lasts() =>
        Assert.That(new Membership("BEL", Iso.Day("1958-01-01"), null).On(Iso.Day("2099-01-01")), Is.True);

    [TestCase("1963-12-31", ParticipantKind.OtherState)]
    [TestCase("1964-04-06", ParticipantKind.UnObserver)]
    public void An_observer_is_another_State_before_its_observer_status(string day, ParticipantKind kind) =>
        Assert.That(
            (TestParticipants.Participants["VAT"] with { UnObserverSince = Iso.Day("1964-04-06") }).KindOn(Iso.Day(day)),
            Is.EqualTo(kind)
        );

    [TestCase("1947-12-31", ParticipantKind.OtherState)]
    [TestCase("1948-01-01", ParticipantKind.UnObserver)]
    [TestCase("2002-09-09", ParticipantKind.UnObserver)]
    [TestCase("2002-09-10", ParticipantKind.UnMember)]
    public void A_later_Member_is_an_observer_only_where_dated_data_say_so(string day, ParticipantKind kind)
    {
        var switzerland = TestParticipants.Participants["AUT"] with
        {
            UnObserverSince = Iso.Day("1948-01-01"),
            UnMemberSince = Iso.Day("2002-09-10"),
        };

        Assert.That(switzerland.KindOn(Iso.Day(day)), Is.EqualTo(kind));
        Assert.That(switzerland.KindChanges().Select(Iso.Text), Is.EqualTo(new[] { "1948-01-01", "2002-09-10" }));
    }

    [TestCase("1975-04-30", ParticipantKind.OtherState)]
    [TestCase("1976-07-01", ParticipantKind.OtherState)]
    [TestCase("1976-07-02", ParticipantKind.FormerState)]
    public void A_former_State_that_never_was_a_Member_existed_until_its_last_day(string day, ParticipantKind kind)
    {
        var state = TestParticipants.Participants["CSHH"] with
        {
            UnMemberSince = null,
            UnMemberUntil = null,
            StatehoodUntil = Iso.Day("1976-07-01"),
        };

        Assert.That(state.KindOn(Iso.Day(day)), Is.EqualTo(kind));
        Assert.That(state.KindChanges().Select(Iso.Text), Is.EqualTo(new[] { "1976-07-02" }));
    }

    [TestCase("1991-12-24", ParticipantKind.UnMember)]
    [TestCase("1991-12-25", ParticipantKind.OtherState)]
    [TestCase("1991-12-26", ParticipantKind.OtherState)]
    [TestCase("1991-12-27", ParticipantKind.FormerState)]
    public void A_former_State_existed_until_its_own_last_day_where_its_membership_ended_before(string day, ParticipantKind kind)
    {
        var state = TestParticipants.Participants["SUHH"] with { StatehoodUntil = Iso.Day("1991-12-26") };

        Assert.That(state.KindOn(Iso.Day(day)), Is.EqualTo(kind));
        Assert.That(state.KindChanges().Select(Iso.Text), Is.EqualTo(new[] { "1945-10-24", "1991-12-25", "1991-12-27" }));
    }

    [Test]
    public void A_last_day_at_the_end_of_the_calendar_is_followed_by_none() =>
        Assert.That(
            (TestParticipants.Participants["CSHH"] with { UnMemberSince = null, UnMemberUntil = DateOnly.MaxValue }).KindChanges(),
            Is.Empty
        );

    [TestCase("EUU", true)]
    [TestCase("IAEA", true)]
    [TestCase("AUT", false)]
    public void An_organization_is_one_of_either_kind(string code, bool organization) =>
        Assert.That(TestParticipants.Participants[code].IsOrganization, Is.EqualTo(organization));
}
