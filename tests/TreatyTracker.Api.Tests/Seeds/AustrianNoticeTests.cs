using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>
/// Days of consent that the Austrian federal gazette printed when it announced other States' acts: a witness that no source of the record
/// is taken from.
/// </summary>
public sealed class AustrianNoticeTests
{
    static readonly string[] s_misprints =
    [
        "terrorist-financing-1999 CHN 2006-04-29, recorded 2006-04-19",
        "terrorist-financing-1999 COG 2000-04-20, recorded 2007-04-20",
        "terrorist-financing-1999 QAT 2008-06-27, recorded 2008-07-27",
    ];

    [Test]
    public void The_gazette_and_the_record_have_the_same_day_save_for_three_misprints()
    {
        var notices = File.ReadLines(Repository.At("tests/TreatyTracker.Api.Tests/Seeds/austrian-notices.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(n => (Treaty: n[0], Participant: n[1], Day: n[2]))
            .ToList();
        var consents = ShippedRecord
            .Facts.Events.Where(e => e.Kind.IsConsent())
            .ToLookup(e => (e.Treaty, e.Participant), e => Instant.Text(e.Date));

        var others = notices.Where(n => !consents[(n.Treaty, n.Participant)].Contains(n.Day)).ToList();

        Assert.That(notices, Has.Count.EqualTo(177));
        Assert.That(
            others.Select(n => $"{n.Treaty} {n.Participant} {n.Day}, recorded {consents[(n.Treaty, n.Participant)].Single()}"),
            Is.EqualTo(s_misprints)
        );
    }
}
