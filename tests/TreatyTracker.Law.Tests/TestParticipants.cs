namespace TreatyTracker.Law.Tests;

/// <summary>Real participants: enough States to reach the Rome Statute's sixty, and one of each other kind.</summary>
static class TestParticipants
{
    public static IReadOnlyDictionary<string, Participant> Participants { get; } = Table.Split('\n').Select(Read).ToDictionary(p => p.Code);

    public static IReadOnlyList<string> UnMembers { get; } =
    [.. Participants.Values.Where(p => p.Kind is ParticipantKind.UnMember).Select(p => p.Code)];

    static Participant Read(string line)
    {
        var words = line.Trim().Split(' ');
        var membership = words[2].Split("..");
        return new()
        {
            Code = words[0],
            Kind = WireNames.Find<ParticipantKind>(words[1])!.Value,
            UnMemberSince = membership[0] is "-" ? null : Iso.Day(membership[0]),
            UnMemberUntil = membership.Length is 1 ? null : Iso.Day(membership[1]),
            Region = words[3] is "-" ? null : words[3],
            Members = words[0] is "EUU" ? Members : [],
            StatehoodSince = words[0] is "MNE" ? Iso.Day("2006-06-03") : null,
        };
    }

    // Three are enough to leave one by one; the third left the organization itself.
    static EquatableArray<Membership> Members =>
        [
            new("AUT", Iso.Day("1995-01-01"), null),
            new("BEL", Iso.Day("1958-01-01"), null),
            new("GBR", Iso.Day("1973-01-01"), Iso.Day("2020-01-31")),
        ];

    const string Table = """
        AFG un-member 1946-11-19 Asia
        ALB un-member 1955-12-14 Europe
        AND un-member 1993-07-28 Europe
        ARG un-member 1945-10-24 Americas
        ARM un-member 1992-03-02 Asia
        AUS un-member 1945-11-01 Oceania
        AUT un-member 1955-12-14 Europe
        AZE un-member 1992-03-02 Asia
        BDI un-member 1962-09-18 Africa
        BEL un-member 1945-12-27 Europe
        BEN un-member 1960-09-20 Africa
        BFA un-member 1960-09-20 Africa
        BGR un-member 1955-12-14 Europe
        BLR un-member 1945-10-24 Europe
        BOL un-member 1945-11-14 Americas
        BRA un-member 1945-10-24 Americas
        CAF un-member 1960-09-20 Africa
        CAN un-member 1945-11-09 Americas
        CHL un-member 1945-10-24 Americas
        CHN un-member 1945-10-24 Asia
        CIV un-member 1960-09-20 Africa
        CMR un-member 1960-09-20 Africa
        COD un-member 1960-09-20 Africa
        COG un-member 1960-09-20 Africa
        COL un-member 1945-11-05 Americas
        CRI un-member 1945-11-02 Americas
        CUB un-member 1945-10-24 Americas
        CYP un-member 1960-09-20 Asia
        CZE un-member 1993-01-19 Europe
        DNK un-member 1945-10-24 Europe
        DOM un-member 1945-10-24 Americas
        DZA un-member 1962-10-08 Africa
        ECU un-member 1945-12-21 Americas
        EGY un-member 1945-10-24 Africa
        ESP un-member 1955-12-14 Europe
        ETH un-member 1945-11-13 Africa
        FIN un-member 1955-12-14 Europe
        FRA un-member 1945-10-24 Europe
        GAB un-member 1960-09-20 Africa
        GBR un-member 1945-10-24 Europe
        GHA un-member 1957-03-08 Africa
        GIN un-member 1958-12-12 Africa
        GMB un-member 1965-09-21 Africa
        GRC un-member 1945-10-25 Europe
        GTM un-member 1945-11-21 Americas
        HND un-member 1945-12-17 Americas
        HRV un-member 1992-05-22 Europe
        HTI un-member 1945-10-24 Americas
        HUN un-member 1955-12-14 Europe
        IDN un-member 1950-09-28 Asia
        IND un-member 1945-10-30 Asia
        IRL un-member 1955-12-14 Europe
        IRN un-member 1945-10-24 Asia
        IRQ un-member 1945-12-21 Asia
        ISL un-member 1946-11-19 Europe
        JPN un-member 1956-12-18 Asia
        KOR un-member 1991-09-17 Asia
        MEX un-member 1945-11-07 Americas
        MNE un-member 2006-06-28 Europe
        NZL un-member 1945-10-24 Oceania
        PER un-member 1945-10-31 Americas
        RUS un-member 1945-10-24 Europe
        SRB un-member 2000-11-01 Europe
        SVK un-member 1993-01-19 Europe
        TZA un-member 1961-12-14 Africa
        USA un-member 1945-10-24 Americas
        COK other-state - Oceania
        NIU other-state - Oceania
        PSE un-observer - Asia
        VAT un-observer - Europe
        EUU regional-organization - -
        IAEA international-organization - -
        CSHH former-state 1945-10-24..1992-12-31 Europe
        SUHH former-state 1945-10-24..1991-12-24 Europe
        YUCS former-state 1945-10-24..1992-04-27 Europe
        XTGK former-state 1961-12-14..1964-04-25 Africa
        VDVN former-state - Asia
        """;
}
