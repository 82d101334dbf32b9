using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TreatyTracker.Api.Features.Charts;
using TreatyTracker.Api.Tests.Pages;

namespace TreatyTracker.Api.Tests.Features.Charts;

/// <summary>What holds for every picture, in each language, theme and width.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PictureTests
{
    static readonly string[] s_urls =
    [
        "/v1/treaties/rome-statute/counts/history.svg?asOf=2020-01-01",
        "/v1/counts/history.svg?treaty=untoc&treaty=uncac&treaty=rome-statute&asOf=2027-01-01",
        "/v1/treaties/rome-statute/map.svg?asOf=2020-01-01",
        "/v1/states/BDI/timeline.svg?asOf=2027-01-01",
    ];

    [Test]
    public async Task It_has_a_title_a_description_and_texts_in_the_language(
        [ValueSource(nameof(s_urls))] string url,
        [Values("ar", "en", "es", "fr", "ru", "zh")] string lang,
        [Values(320, 960)] int width
    )
    {
        var picture = await SvgPicture.Of($"{url}&lang={lang}&width={width}");
        Assert.That(picture.Root.Elements().First().Name.LocalName, Is.EqualTo("title"));
        Assert.That((string?)picture.Root.Attribute("aria-label"), Is.EqualTo(picture.Title).And.Not.Empty);
        Assert.That(picture.Description, Is.Not.Empty);
        Assert.That((string?)picture.Root.Attribute(XNamespace.Xml + "lang"), Is.EqualTo(lang));
        Assert.That(picture.Texts, Has.Count.GreaterThan(5));
        Assert.That(picture.Source, Does.Not.Contain("{"), "a phrase without its value");
        Assert.That(picture.Width, Is.EqualTo(width));
        if (lang != "en")
            Assert.That(picture.Text, Is.Not.EqualTo((await SvgPicture.Of($"{url}&lang=en&width={width}")).Text));
    }

    [TestCase("ar")]
    [TestCase("en")]
    [TestCase("fr")]
    public async Task It_names_treaties_as_the_page_does(string lang)
    {
        const string Query = "treaty=untoc&treaty=uncac&treaty=rome-statute";
        var page = await PageReader.Read($"/compare?{Query}&lang={lang}");
        var names = page.QuerySelectorAll("table.numbers thead a").Select(a => a.Text()).ToList();
        Assert.That(names, Has.Count.EqualTo(3));
        // The curves are labelled with their figures, too.
        var labels = (await SvgPicture.Of($"/v1/counts/history.svg?{Query}&lang={lang}")).Texts;
        foreach (var name in names)
            Assert.That(labels, Has.Some.StartsWith(name));
    }

    [Test]
    public async Task Texts_stay_within_the_picture(
        [ValueSource(nameof(s_urls))] string url,
        [Values("ar", "en", "ru", "zh")] string lang,
        [Values(320, 480, 960, 2400)] int width
    )
    {
        var picture = await SvgPicture.Of($"{url}&lang={lang}&width={width}");
        foreach (var text in picture.All("text"))
        {
            var size = text.Attribute("font-size") is { } own ? double.Parse(own.Value, CultureInfo.InvariantCulture) : Picture.TextSize;
            var length = TextWidth.Of(text.Element.Value, size);
            var runsLeft = (text.Attribute("direction") is not null) ^ ((string?)text.Attribute("text-anchor") == "end");
            var isMiddle = (string?)text.Attribute("text-anchor") == "middle";
            var left =
                text.Number("x")
                - (
                    isMiddle ? length / 2
                    : runsLeft ? length
                    : 0
                );
            Assert.That(left, Is.GreaterThanOrEqualTo(-1), text.Element.Value);
            Assert.That(left + length, Is.LessThanOrEqualTo(width + 1), text.Element.Value);
            Assert.That(text.Number("y"), Is.InRange(1, picture.Height), text.Element.Value);
        }
    }

    [Test]
    public async Task Texts_have_a_contrast_of_4_5_and_marks_of_3(
        [ValueSource(nameof(s_urls))] string url,
        [Values("light", "dark")] string theme
    )
    {
        var picture = await SvgPicture.Of($"{url}&theme={theme}");
        var palette = Palette.Of(theme == "dark" ? Theme.Dark : Theme.Light);
        Assert.That((string?)picture.All("rect").First().Attribute("fill"), Is.EqualTo(palette.Background));
        foreach (var text in picture.All("text"))
            Assert.That(Contrast((string)text.Attribute("fill")!, palette.Background), Is.GreaterThanOrEqualTo(4.5), text.Element.Value);
        // Grid lines carry no meaning, and land has an outline.
        string[] plain = [palette.Background, palette.Grid, palette.Land];
        var colours = Regex
            .Matches(Regex.Replace(picture.Source, "<(title|desc).*?</", "</"), "(?:fill|stroke)=\"(#[0-9a-f]{6})\"")
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .Except(plain)
            .ToList();
        Assert.That(colours, Is.Not.Empty);
        foreach (var colour in colours)
            Assert.That(Contrast(colour, palette.Background), Is.GreaterThanOrEqualTo(3), colour);
    }

    [Test]
    public void Standings_differ_from_land_without_one([Values] Theme theme)
    {
        var palette = Palette.Of(theme);
        foreach (var colour in new[] { palette.InForce, palette.Contracting, palette.Signatory, palette.Former, palette.Line })
            Assert.That(Contrast(colour, palette.Land), Is.GreaterThanOrEqualTo(3), colour);
        Assert.That(palette.Curves.Append(palette.Ink).Distinct().Count(), Is.EqualTo(palette.Curves.Count + 1));
    }

    [Test]
    public async Task Nothing_is_loaded_and_no_style_needs_permission([ValueSource(nameof(s_urls))] string url)
    {
        var picture = await SvgPicture.Of(url);
        Assert.That(
            picture.Root.DescendantsAndSelf().Attributes().Select(a => a.Name.LocalName),
            Does.Not.Contain("style").And.Not.Contain("href")
        );
        Assert.That(picture.All("style").Concat(picture.All("image")).Concat(picture.All("script")), Is.Empty);
    }

    [Test]
    public async Task Arabic_texts_run_from_the_right_and_days_read_in_their_order([ValueSource(nameof(s_urls))] string url)
    {
        var picture = await SvgPicture.Of($"{url}&lang=ar");
        var first = picture.All("text").First();
        Assert.That((string?)first.Attribute("direction"), Is.EqualTo("rtl"));
        Assert.That(first.Number("x"), Is.EqualTo(960 - 16));
        foreach (var text in picture.Texts.Where(t => Regex.IsMatch(t, @"\d{4}-\d\d-\d\d")))
            Assert.That(Regex.Replace(text, "\u2066\\d{4}-\\d\\d-\\d\\d\u2069", ""), Does.Not.Match(@"\d{4}-\d\d-\d\d"));
    }

    [TestCase("/v1/treaties/untoc/counts/history.svg?asOf=1800-01-01")]
    [TestCase("/v1/treaties/untoc/counts/history.svg?asOf=2999-12-31")]
    [TestCase("/v1/treaties/untoc/counts/history.svg?asOf=1950-01-01")]
    [TestCase("/v1/treaties/untoc/counts/history.svg?asOf=2000-12-12")]
    [TestCase("/v1/treaties/untoc/map.svg?asOf=1800-01-01")]
    [TestCase("/v1/treaties/untoc/map.svg?asOf=2999-12-31")]
    [TestCase("/v1/states/PRK/timeline.svg?asOf=1800-01-01")]
    [TestCase("/v1/states/PRK/timeline.svg?asOf=2999-12-31")]
    [TestCase("/v1/states/PRK/timeline.svg?asOf=2017-01-01")]
    public async Task Early_and_late_days_have_pictures_too(string url)
    {
        var picture = await SvgPicture.Of(url);
        Assert.That(picture.Source, Does.Not.Contain("NaN").And.Not.Contain("Infinity"));
    }

    [Test]
    public async Task Special_characters_in_a_title_are_escaped()
    {
        using var register = new CorrectedRegister();
        var comparison = await SvgPicture.Of(register.Client, "/v1/counts/history.svg?treaty=untoc&asOf=2017-06-30");
        Assert.That(comparison.Texts.Any(t => t.StartsWith(CorrectedRegister.ShortTitle, StringComparison.Ordinal)));
        var timeline = await SvgPicture.Of(register.Client, "/v1/states/PRK/timeline.svg?asOf=2017-06-30");
        Assert.That(timeline.Texts, Does.Contain(CorrectedRegister.ShortTitle));
    }

    [Test]
    public async Task An_earlier_knownAt_gives_the_picture_of_then()
    {
        using var register = new CorrectedRegister();
        var before = CorrectedRegister.Later.AddHours(-1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var (then, now) = (
            await SvgPicture.Of(register.Client, $"/v1/treaties/untoc/map.svg?asOf=2016-06-20&knownAt={before}"),
            await SvgPicture.Of(register.Client, "/v1/treaties/untoc/map.svg?asOf=2016-06-20")
        );
        Assert.That(then.Title, Is.Not.EqualTo(now.Title));
    }

    static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // The relative luminance of WCAG 2.2.
    static double Luminance(string colour)
    {
        var parts = Enumerable
            .Range(0, 3)
            .Select(at => int.Parse(colour.AsSpan(1 + 2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
            .ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
