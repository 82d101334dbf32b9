using System.Globalization;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Data;

[Parallelizable(ParallelScope.All)]
public sealed class NameResolverTests
{
    static readonly Facts s_facts = SeedReader.Read(Repository.Seeds);
    static readonly string[] s_small = ["the", "of", "and", "y", "et", "e", "de", "del", "du", "и"];
    static readonly NameResolver s_names = NameResolver.Of(s_facts);

    /// <summary>Spellings in status tables and in data sets of treaties: <c>spellings.csv</c>.</summary>
    static IEnumerable<TestCaseData> Spellings()
    {
        using var reader = new StreamReader(Repository.At("tests", "TreatyTracker.Api.Tests", "Data", "spellings.csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return new(csv["spelling"], csv["code"]);
    }

    [TestCaseSource(nameof(Spellings))]
    public void A_spelling_of_status_tables_resolves_or_is_ambiguous(string spelling, string code)
    {
        var match = s_names.Resolve(spelling);
        // Two States were called so, one after the other.
        if (spelling is "Yugoslavia" or "Yugoslavia (< 25-06-1991)")
            Assert.That(match.Candidates.Select(c => c.Code), Is.EquivalentTo(new[] { code, "CSXX" }), match.Detail);
        else
            Assert.That(match.Participant?.Code, Is.EqualTo(code), match.Detail);
    }

    // Codes
    [TestCase("PRK", "PRK", NameKind.Code)]
    [TestCase("prk", "PRK", NameKind.Code)]
    [TestCase("KP", "PRK", NameKind.Code)]
    [TestCase("408", "PRK", NameKind.Code)]
    [TestCase("U.S.A.", "USA", NameKind.Code)]
    [TestCase("CSHH", "CSHH", NameKind.Code)]
    [TestCase("SUI", "CHE", NameKind.Code, Description = "IOC")]
    [TestCase("RSA", "ZAF", NameKind.Code, Description = "IOC")]
    [TestCase("BRN", "BRN", NameKind.Code, Description = "ISO; the IOC means Bahrain")]
    [TestCase("YUG", "YUCS", NameKind.Code, Description = "ISO, withdrawn")]
    [TestCase("736", "SDN", NameKind.Code, Description = "M49, withdrawn")]
    [TestCase("SU", "SUHH", NameKind.Code)]
    // Inverted and abbreviated
    [TestCase("Korea, Republic of", "KOR", NameKind.Name)]
    [TestCase("Korea (Rep. of)", "KOR", NameKind.Name)]
    [TestCase("KOREA, DEM. PEOPLE'S REP. OF", "PRK", NameKind.Name)]
    [TestCase("D.P.R. Korea", "PRK", NameKind.OtherName)]
    [TestCase("D. P. R. of Korea", "PRK", NameKind.OtherName)]
    [TestCase("Korea, South", "KOR", NameKind.OtherName)]
    [TestCase("S. Korea", "KOR", NameKind.OtherName)]
    [TestCase("Congo, Dem. Rep.", "COD", NameKind.Name)]
    [TestCase("Congo (Brazzaville)", "COG", NameKind.OtherName)]
    [TestCase("Bahamas (The)", "BHS", NameKind.Name)]
    [TestCase("Gambia, The", "GMB", NameKind.Name)]
    [TestCase("Gambia (Republic of The)", "GMB", NameKind.OfficialName)]
    [TestCase("Lao PDR", "LAO", NameKind.OtherName)]
    [TestCase("Lao Peoples Democratic Republic", "LAO", NameKind.Name)]
    [TestCase("Micronesia, Fed. Sts.", "FSM", NameKind.Name)]
    [TestCase("Micronesia", "FSM", NameKind.Name)]
    [TestCase("Iran, Islamic Rep.", "IRN", NameKind.Name)]
    [TestCase("Netherlands, Kingdom of the", "NLD", NameKind.Name)]
    [TestCase("Solomon Is.", "SLB", NameKind.Name)]
    [TestCase("St Kitts & Nevis", "KNA", NameKind.Name)]
    [TestCase("Saint Lucia", "LCA", NameKind.Name)]
    [TestCase("Bosnia-Herzegovina", "BIH", NameKind.Name)]
    [TestCase("Russian Fed.", "RUS", NameKind.Name)]
    [TestCase("Germany, Fed. Rep. of", "DEU", NameKind.OfficialName)]
    [TestCase("Palestinian Authority", "PSE", NameKind.OtherName)]
    [TestCase("Cote D Ivoire", "CIV", NameKind.Name)]
    [TestCase("COTE D’IVOIRE", "CIV", NameKind.Name)]
    [TestCase("The former Yugoslav Republic of Macedonia", "MKD", NameKind.FormerName)]
    // Two names, and States that are no more
    [TestCase("Myanmar (Burma)", "MMR", NameKind.Name)]
    [TestCase("Eswatini [formerly Swaziland]", "SWZ", NameKind.Name)]
    [TestCase("European Union (EU)", "EUU", NameKind.Name)]
    [TestCase("Czechoslovakia (former)", "CSHH", NameKind.Name)]
    [TestCase("ex-USSR", "SUHH", NameKind.OtherName)]
    [TestCase("former Yugoslavia", "YUCS", NameKind.Name)]
    // Organizations
    [TestCase("Organization of African Unity", "XAU", NameKind.OtherName)]
    [TestCase("International Labor Organization", "XIL", NameKind.Name)]
    [TestCase("United Nations Educational Scientific and Cultural Organization", "XUE", NameKind.Name)]
    [TestCase("Food and Agriculture Organization of the United Nations", "XFA", NameKind.Name)]
    [TestCase("W.H.O.", "XWH", NameKind.OtherName)]
    [TestCase("United Nations", "XUN", NameKind.Name)]
    [TestCase("AU", "AUS", NameKind.Code)]
    // Notes
    [TestCase("Germany5,6", "DEU", NameKind.Name)]
    [TestCase("China 4, 7, 8", "CHN", NameKind.Name)]
    [TestCase("Serbia [2]", "SRB", NameKind.Name)]
    [TestCase("Malta*", "MLT", NameKind.Name)]
    [TestCase("Cuba a/", "CUB", NameKind.Name)]
    [TestCase("Belarus<superscript>3</superscript>", "BLR", NameKind.Name)]
    [TestCase("Iran (Islamic Republic of)¹⁰", "IRN", NameKind.Name)]
    [TestCase("\u00A0 Palau\t", "PLW", NameKind.Name)]
    // Languages
    [TestCase("Länder", null, null)]
    [TestCase("Corée (République de)", "KOR", NameKind.Name)]
    [TestCase("Estados Unidos de América", "USA", NameKind.Name)]
    [TestCase("Россия", "RUS", NameKind.OtherName)]
    [TestCase("大韩民国", "KOR", NameKind.Name)]
    [TestCase("إيران", "IRN", NameKind.Name)]
    public void A_name_resolves_in_the_forms_of_tables_and_data_sets(string name, string? code, NameKind? kind)
    {
        var match = s_names.Resolve(name);
        Assert.That((match.Participant?.Code, match.Kind), Is.EqualTo((code, kind)), match.Detail);
    }

    [TestCase("Zaire", "1975-01-01", "COD")]
    [TestCase("Czechoslovakia", "1980-05-05", "CSHH")]
    [TestCase("Yugoslavia", "1985-01-01", "YUCS")]
    [TestCase("Yugoslavia", "1995-01-01", "CSXX")]
    [TestCase("Federal Republic of Yugoslavia", "2001-03-12", "CSXX")]
    [TestCase("Serbia and Montenegro", "2004-01-01", "CSXX")]
    [TestCase("USSR", "1991-12-24", "SUHH")]
    [TestCase("Union of Soviet Socialist Republics", "1980-01-01", "SUHH")]
    [TestCase("United Arab Republic", "1960-01-01", "XUAR")]
    [TestCase("United Arab Republic", "1965-01-01", "EGY")]
    [TestCase("Burma", "2020-01-01", "MMR", Description = "an old name in a new table")]
    [TestCase("Türkiye", "2000-12-13", "TUR", Description = "a new name for an old act")]
    public void The_day_of_the_act_decides_between_participants_of_one_name(string name, string on, string code)
    {
        var match = s_names.Resolve(name, DateOnly.Parse(on, CultureInfo.InvariantCulture));
        Assert.That(match.Participant?.Code, Is.EqualTo(code), match.Detail);
    }

    [TestCase("Czechoslovakia", "1993-01-01", UnresolvedReason.NotInExistence, "CSHH (Czechoslovakia) existed until 1992-12-31", "CZE SVK")]
    [TestCase("Union of Soviet Socialist Republics", "2000-01-01", UnresolvedReason.NotInExistence, "until 1991-12-24", "RUS")]
    [TestCase("CSHH", "1993-01-01", UnresolvedReason.NotInExistence, "until 1992-12-31", "CZE SVK")]
    [TestCase("Serbia and Montenegro", "2010-01-01", UnresolvedReason.NotInExistence, "until 2006-06-02", "SRB MNE")]
    [TestCase("Yugoslavia", null, UnresolvedReason.Ambiguous, "Give a code, or the day of the act", "CSXX YUCS")]
    [TestCase("CS", null, UnresolvedReason.Ambiguous, "CSHH (Czechoslovakia), CSXX", "CSHH CSXX")]
    [TestCase("BUR", null, UnresolvedReason.Ambiguous, "", "BFA MMR", Description = "IOC Burkina Faso, ISO Burma")]
    [TestCase("Hong Kong", null, UnresolvedReason.Territory, "'Hong Kong' is a territory", "")]
    [TestCase("China, Hong Kong SAR", null, UnresolvedReason.Territory, "is a territory", "")]
    [TestCase("Denmark (Greenland)", null, UnresolvedReason.Territory, "'Greenland' is a territory", "")]
    [TestCase("Virgin Islands (British)", null, UnresolvedReason.Territory, "", "")]
    [TestCase("France (Corsica)", null, UnresolvedReason.Unknown, "'Corsica' in brackets is not another name", "FRA")]
    [TestCase("Grmany", null, UnresolvedReason.Unknown, "Did you mean DEU (Germany)", "DEU *")]
    [TestCase("Korea", null, UnresolvedReason.Unknown, "Did you mean", "PRK KOR *")]
    [TestCase("China, Republic of", null, UnresolvedReason.Unknown, "", "*")]
    [TestCase("Guinea Republic Equatorial Bissau", null, UnresolvedReason.Unknown, "", "*")]
    [TestCase("Northern Ireland", null, UnresolvedReason.Unknown, "", "*")]
    [TestCase("Great", null, UnresolvedReason.Unknown, "", "*")]
    [TestCase("American Samoa", null, UnresolvedReason.Territory, "", "")]
    [TestCase("the", null, UnresolvedReason.Unknown, "No participant has this name or code.", "*")]
    [TestCase("()", null, UnresolvedReason.Unknown, "", "")]
    [TestCase("", null, UnresolvedReason.Unknown, "", "")]
    [TestCase("12", null, UnresolvedReason.Unknown, "", "")]
    public void A_name_without_one_participant_is_explained(
        string name,
        string? on,
        UnresolvedReason reason,
        string detail,
        string candidates
    )
    {
        var match = s_names.Resolve(name, on is null ? null : DateOnly.Parse(on, CultureInfo.InvariantCulture));
        Assert.That((match.Participant, match.Reason), Is.EqualTo(((ParticipantEntry?)null, (UnresolvedReason?)reason)));
        Assert.That(match.Detail, Does.Contain(detail));
        var codes = match.Candidates.Select(c => c.Code).ToList();
        if (candidates.EndsWith('*'))
            Assert.That(codes, Is.SupersetOf(candidates.TrimEnd('*', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        else
            Assert.That(codes, Is.EqualTo(candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Every_name_of_the_record_resolves_to_its_participant_or_names_it_among_those_that_share_it()
    {
        var lost =
            from p in s_facts.Participants
            from name in p.Searched()
            let match = s_names.Resolve(name)
            where match.Participant != p && !match.Candidates.Contains(p)
            // The full name of the USSR and of the State Union stands among the past names of their continuators.
            where !(match.Participant?.Participant.Successors.Contains(p.Code) ?? false)
            select $"{p.Code} '{name}': {match.Participant?.Code ?? match.Detail}";
        Assert.That(lost, Is.Empty);
    }

    [Test]
    public void Few_names_are_shared()
    {
        var shared =
            from p in s_facts.Participants
            from name in p.Searched()
            where s_names.Resolve(name).Reason is UnresolvedReason.Ambiguous
            select name;
        Assert.That(shared.Distinct(), Is.EquivalentTo(new[] { "Yugoslavia" }));
    }

    [Test]
    public void A_part_of_a_name_resolves_to_nothing_else_than_a_participant_that_is_called_so()
    {
        var guessed =
            from p in s_facts.Participants
            from name in p.Names.Where(n => n.Language is "en").Select(n => n.Name).Append(p.OfficialName)
            let words = name.Split(' ')
            from length in Enumerable.Range(1, words.Length)
            let part = string.Join(' ', words.Take(length))
            let match = s_names.Resolve(part)
            where match.Kind is not NameKind.Code
            where match.Participant is { } found && !found.Searched().Any(n => Folded(n) == Folded(part) || n.Contains('('))
            select $"{part}: {match.Participant!.Code}";
        Assert.That(guessed, Is.Empty);
    }

    static string Folded(string name) =>
        string.Join(' ', SearchText.Fold(name).Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Except(s_small).Order());

    [Test]
    public void No_text_makes_it_throw() =>
        Prop.ForAll<string?, int>((text, day) => s_names.Resolve(text ?? "", DateOnly.FromDayNumber(Math.Abs(day) % 3_000_000)) is { })
            .QuickCheckThrowOnFailure();

    [TestCase("((((((((((")]
    [TestCase("))))))))))")]
    [TestCase("<sup><sup>")]
    [TestCase("\uD800")]
    [TestCase("A\uD800(B\uDC00)")]
    [TestCase("d d d d d d")]
    [TestCase("n")]
    [TestCase("\0")]
    public void Odd_texts_are_unknown(string text) => Assert.That(s_names.Resolve(text).Reason, Is.EqualTo(UnresolvedReason.Unknown));

    [Test]
    public void A_text_that_is_too_long_is_not_looked_at() =>
        Assert.That(s_names.Resolve(new string('(', 1_000_000)).Detail, Does.Contain("at most 200 characters; this text has 1000000"));

    [Test]
    public void A_register_without_participants_knows_no_name() =>
        Assert.That(NameResolver.Of(Facts.None).Resolve("Japan").Reason, Is.EqualTo(UnresolvedReason.Unknown));
}
