using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>
/// The titles of the record: of the treaties on crime, drugs and terrorism that the United Nations keeps in all languages, of the others in
/// those that are known.
/// </summary>
public sealed class TitleTests
{
    static readonly IReadOnlyList<Law.Treaty> s_all = ShippedRecord.Facts.Treaties;
    static readonly IReadOnlyList<Law.Treaty> s_treaties = [.. s_all.Where(t => SmallRecord.Treaties.Contains(t.Id))];

    [TestCase("ar", @"^[\p{IsArabic}0-9 ]+$")]
    [TestCase("en", @"^[A-Za-z0-9,' ]+$")]
    [TestCase("es", @"^[A-Za-záéíóúñÚ0-9, ]+$")]
    [TestCase("fr", @"^[A-Za-zàâçéèêîô0-9,' ]+$")]
    [TestCase("ru", @"^[А-Яа-яё0-9, ]+$")]
    [TestCase("zh", @"^[\p{IsCJKUnifiedIdeographs}0-9、《》]+$")]
    public void Every_treaty_has_a_title_of_its_own_in_every_language_and_in_its_script(string language, string script)
    {
        var titles = s_treaties
            .Where(t => t.Mtdsg != t.Id || t.Titles.ContainsKey(language))
            .Select(t => t.Titles.GetValueOrDefault(language))
            .ToList();
        Assert.That(titles, Has.Count.AtLeast(16).And.Unique.And.None.Null);
        foreach (var title in titles)
            Assert.That(title, Does.Match(script).And.Not.Contain("  ").And.EqualTo(title!.Trim()));
    }

    [TestCase("ar", @"^[\p{IsArabic}0-9 ()/]+$")]
    [TestCase("en", @"^[\p{IsBasicLatin}’]+$")]
    [TestCase("es", @"^[\p{IsBasicLatin}áéíóúñÁÉÍÓÚ]+$")]
    [TestCase("fr", @"^[\p{IsBasicLatin}àâçéèêëîôÉ]+$")]
    [TestCase("ru", @"^[А-Яа-яёXIV0-9,/ ()«»-]+$")]
    [TestCase("zh", @"^[\p{IsCJKUnifiedIdeographs}0-9、《》（）/]+$")]
    public void Every_title_of_the_shipped_record_is_in_the_script_of_its_language(string language, string script)
    {
        var titles = s_all.Select(t => t.Titles.GetValueOrDefault(language)).OfType<string>().ToList();
        Assert.That(titles, Has.Count.AtLeast(80));
        foreach (var title in titles)
            Assert.That(title, Does.Match(script).And.Not.Contain("  ").And.EqualTo(title.Trim()));
    }

    // One was cut within a word, and one lacked its opening bracket.
    [Test]
    public void Titles_are_whole()
    {
        Assert.That(
            s_all.Single(t => t.Id == "un-cybercrime-2024").Titles[Languages.English],
            Does.EndWith(" and for the Sharing of Evidence in Electronic Form of Serious Crimes")
        );
        foreach (var title in s_all.SelectMany(t => t.Titles.Values.Concat(t.ShortTitles.Values)))
            Assert.That(
                title.Count(c => c is '(' or '（' or '«' or '《'),
                Is.EqualTo(title.Count(c => c is ')' or '）' or '»' or '》')),
                title
            );
    }

    [Test]
    public void No_two_treaties_have_the_same_short_title() =>
        Assert.That(s_all.Select(t => t.ShortTitles.GetValueOrDefault(Languages.English)).OfType<string>(), Is.Unique);

    [Test]
    public void No_treaty_has_a_language_besides_the_six() =>
        Assert.That(s_treaties.SelectMany(t => t.Titles.Keys).Distinct(), Is.EquivalentTo(Languages.All));

    [Test]
    public void Every_treaty_has_a_short_title_of_its_own_in_English_that_is_shorter()
    {
        Assert.That(s_treaties.Select(t => t.ShortTitles.GetValueOrDefault(Languages.English)), Is.Unique.And.None.Null);
        foreach (var treaty in s_treaties)
        foreach (var (language, title) in treaty.ShortTitles)
            Assert.That(title, Has.Length.LessThan(treaty.Titles[language].Length), $"{treaty.Id} {language}");
    }
}
