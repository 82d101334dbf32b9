using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>The sentences of reasons, outlooks and problem types in six languages.</summary>
public sealed class SentenceTests
{
    static Register Register => Service.Services.GetRequiredService<CurrentRegister>().Now!;

    [Test]
    public void Every_wording_has_a_text_in_each_of_the_six_languages_and_no_text_lacks_its_wording() =>
        Assert.That(
            Sentences.All.Where(s => s.Value.Trim().Length > 0).Select(s => s.Key),
            Is.EquivalentTo(WireNames.All<Wording>().SelectMany(_ => Languages.All, (wording, language) => (wording, language)))
        );

    [Test]
    public void A_sentence_has_the_same_places_in_every_language()
    {
        foreach (var ((wording, language), text) in Sentences.All)
            Assert.That(Places(text), Is.EqualTo(Places(Sentences.All[(wording, Languages.English)])), $"{wording} {language}");

        static IEnumerable<string> Places(string text) =>
            Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    [Test]
    public void Only_names_of_conventions_stay_in_Latin_letters_where_the_language_has_others()
    {
        foreach (var ((wording, language), text) in Sentences.All.Where(s => s.Key.Language is "ar" or "ru" or "zh"))
            Assert.That(Regex.Replace(text, @"\{\w+\}|VCLT art\.", ""), Does.Not.Match("[A-Za-z]"), $"{wording} {language}");
    }

    [Test]
    public void Every_problem_type_has_its_texts_in_each_of_the_six_languages()
    {
        foreach (var type in ProblemType.All)
        foreach (var language in Languages.All)
        {
            Assert.That(type.TitleIn(language), Does.Match(@"^[^.。]+$"), $"{type.Slug} {language}");
            Assert.That(type.MeaningIn(language), Does.Match(@"[.。]$"), $"{type.Slug} {language}");
            Assert.That(type.RemedyIn(language), Does.Match(@"[.。]$"), $"{type.Slug} {language}");
            if (language != Languages.English)
                Assert.That(
                    new[] { type.TitleIn(language), type.MeaningIn(language), type.RemedyIn(language) },
                    Has.None.AnyOf(type.Title, type.Meaning, type.Remedy)
                );
        }
    }

    [Test]
    public void Every_reason_of_the_record_can_be_said_in_every_language()
    {
        var (register, view) = (Register, Register.KnownAt(null));
        var said = new HashSet<Wording>();
        foreach (var status in view.Treaties.Select(view.StatusOf))
        foreach (var day in new[] { new DateOnly(1995, 1, 1), new DateOnly(2017, 6, 30), new DateOnly(2026, 1, 1) })
        {
            var sentences = status
                .Participations.SelectMany(p =>
                    Explanation.Of(status, p, day).Select(r => r.Text).Concat(PossibleAct.Of(status, p, day).Select(a => a.Text))
                )
                .Concat(EntryIntoForceOutlook.Of(status, day, day).Conditions.Select(c => c.ToSentence()))
                .Distinct();
            foreach (var sentence in sentences)
            {
                said.Add(sentence.Wording);
                foreach (var language in Languages.All)
                    Assert.That(
                        sentence.ToText(language, register),
                        Does.Not.Match(@"[{}]|  |\.\.|。\."),
                        $"{status.Treaty.Id} {language}"
                    );
            }
        }
        Assert.That(said, Has.Count.GreaterThan(15));
    }

    [TestCase("ar", "انضمام، أودع الصك في 2016-06-17.", "؛ والمعاهدة نافذة تجاهه منذ 2016-07-17: بعد إيداعه بمدة 30 من الأيام.")]
    [TestCase("en", "Accession deposited on 2016-06-17.", "; in force for it from 2016-07-17: 30 days after its deposit.")]
    [TestCase(
        "es",
        "Adhesión, instrumento depositado el 2016-06-17.",
        "; en vigor a su respecto desde el 2016-07-17: 30 días después de su depósito."
    )]
    [TestCase(
        "fr",
        "Adhésion, instrument déposé le 2016-06-17.",
        " ; en vigueur à son égard à compter du 2016-07-17 : 30 jours après son dépôt."
    )]
    [TestCase(
        "ru",
        "Присоединение, документ сдан на хранение 2016-06-17.",
        "; договор в силе для данного участника с 2016-07-17: 30 дн. после сдачи документа на хранение."
    )]
    [TestCase("zh", "于2016-06-17交存加入书。", "；自2016-07-17起对其生效：其交存后30天。")]
    public async Task An_explanation_is_in_the_requested_language(string language, string party, string since)
    {
        var inForce = party[..^1] + since;
        var url =
            $"/v1/treaties/untoc/counts/explanation?participant=PRK&count=parties&count=partiesInForce&asOf=2017-06-30&lang={language}";
        var answer = await Service.Get(url);
        Assert.That((string?)answer["reasonLanguage"], Is.EqualTo(language));
        var reasons = answer["items"]![0]!["reasons"]!.AsArray();
        Assert.That(reasons.Select(r => (string?)r!["reason"]), Is.EqualTo(new[] { party, inForce }));
        Assert.That((string?)reasons[0]!["article"], Is.EqualTo("VCLT art. 2(1)(f)"), "as recorded");
        // The letters themselves, no escapes.
        Assert.That(await Service.Client.GetStringAsync(url), Does.Contain(inForce));

        var csv = await Service.Client.GetStringAsync(url + "&format=csv");
        Assert.That(csv, Does.Contain(inForce).And.Contain($",{language},"));
        var history = await Service.Get($"/v1/treaties/untoc/parties/PRK?asOf=2017-06-30&lang={language}");
        Assert.That((string?)history["reasonLanguage"], Is.EqualTo(language));
        Assert.That((string?)history["reasons"]![1]!["reason"], Is.EqualTo(inForce));
    }

    [TestCase("ar", "المعاهدة غير نافذة تجاه: اليابان. قبول، أودع الصك في 2017-07-11، بعد اليوم المطلوب.")]
    [TestCase("en", "The treaty is not in force for Japan. Acceptance deposited on 2017-07-11, after the day asked about.")]
    [TestCase(
        "es",
        "El tratado no está en vigor respecto de: Japón. Aceptación, instrumento depositado el 2017-07-11, después del día consultado."
    )]
    [TestCase(
        "fr",
        "Le traité n'est pas en vigueur à l'égard de : Japon. Acceptation, instrument déposé le 2017-07-11, après le jour demandé."
    )]
    [TestCase("ru", "Договор не в силе для участника: Япония. Принятие, документ сдан на хранение 2017-07-11, после запрошенного дня.")]
    [TestCase("zh", "条约未对日本生效。于2017-07-11交存接受书，在所询日期之后。")]
    public async Task A_relation_is_in_the_requested_language_with_names(string language, string reason)
    {
        var answer = await Service.Get($"/v1/between/DEU/JPN/untoc?asOf=2017-06-30&lang={language}");
        Assert.That(((string?)answer["reasons"]![0]!["reason"], (string?)answer["reasonLanguage"]), Is.EqualTo((reason, language)));
        var list = await Service.Get($"/v1/between/DEU/JPN?asOf=2017-06-30&limit=500&lang={language}");
        Assert.That((string?)list["reasonLanguage"], Is.EqualTo(language));
        var csv = await Service.Client.GetStringAsync($"/v1/between/DEU/JPN?asOf=2017-06-30&limit=500&format=csv&lang={language}");
        Assert.That(
            csv.Split("\r\n").Single(l => l.StartsWith("untoc,", StringComparison.Ordinal)),
            Does.Contain(reason).And.Contain($",{language},")
        );
    }

    [TestCase("ar", "انضمام، أودع الصك في 2026-08-27، بعد اليوم المطلوب.", "لا يتضمن السجل أي رضا بالالتزام.")]
    [TestCase("en", "Accession deposited on 2026-08-27, after the day asked about.", "No consent to be bound is recorded.")]
    [TestCase(
        "es",
        "Adhesión, instrumento depositado el 2026-08-27, después del día consultado.",
        "No consta ningún consentimiento en obligarse."
    )]
    [TestCase("fr", "Adhésion, instrument déposé le 2026-08-27, après le jour demandé.", "Aucun consentement à être lié n'est enregistré.")]
    [TestCase(
        "ru",
        "Присоединение, документ сдан на хранение 2026-08-27, после запрошенного дня.",
        "Согласие на обязательность в записях отсутствует."
    )]
    [TestCase("zh", "于2026-08-27交存加入书，在所询日期之后。", "没有同意受约束的记录。")]
    public async Task A_list_of_non_parties_is_in_the_requested_language(string language, string later, string none)
    {
        var url = $"/v1/treaties/untoc/non-parties?asOf=2017-06-30&limit=500&lang={language}";
        var answer = await Service.Get(url);
        Assert.That((string?)answer["reasonLanguage"], Is.EqualTo(language));
        var reasons = answer["items"]!.AsArray().ToLookup(r => (string)r!["participant"]!, r => (string?)r!["reason"]);
        Assert.That((reasons["SLB"].Single(), reasons["TUV"].Single()), Is.EqualTo((later, none)));
        Assert.That(await Service.Client.GetStringAsync(url + "&format=csv"), Does.Contain(later).And.Contain($",{none},"));
    }

    [TestCase("ar", "عدد الصكوك: 40 — المتوافر 186 من 40، والناقص 0")]
    [TestCase("en", "40 instruments: 186 of 40, 0 missing")]
    [TestCase("es", "40 instrumentos: 186 de 40, pendientes: 0")]
    [TestCase("fr", "40 instruments : 186 sur 40, manquants : 0")]
    [TestCase("ru", "число документов: 40 — имеется 186 из 40, не хватает 0")]
    [TestCase("zh", "40份文书：已有186，需要40，尚缺0")]
    public async Task An_outlook_on_entry_into_force_is_in_the_requested_language(string language, string text)
    {
        var answer = await Service.Get($"/v1/treaties/untoc/entry-into-force?asOf=2017-06-30&lang={language}");
        Assert.That((string?)answer["outlook"]!["conditions"]![0]!["text"], Is.EqualTo(text));
    }

    [TestCase("ar", "إشعار بالانسحاب يرد في 2017-06-30 من شأنه أن ينهي الالتزام اعتبارا من 2018-06-30.")]
    [TestCase("en", "A notice of withdrawal received on 2017-06-30 would leave it no longer bound from 2018-06-30.")]
    [TestCase("es", "Una notificación de retiro recibida el 2017-06-30 pondría fin a su obligación a partir del 2018-06-30.")]
    [TestCase("fr", "Une notification de retrait reçue le 2017-06-30 mettrait fin à son engagement à compter du 2018-06-30.")]
    [TestCase("ru", "Уведомление о выходе, полученное 2017-06-30, прекратило бы его обязательства с 2018-06-30.")]
    [TestCase("zh", "于2017-06-30收到的退出通知将使其自2018-06-30起不再受约束。")]
    public async Task What_would_change_a_standing_is_in_the_requested_language(string language, string text)
    {
        var answer = await Service.Get($"/v1/treaties/untoc/parties/PRK?asOf=2017-06-30&lang={language}");
        Assert.That((string?)answer["whatWouldChangeIt"]![0]!["text"], Is.EqualTo(text));
    }

    [TestCase("es", "55,5 por ciento de «emissions»")]
    [TestCase("en", "55.5 per cent of 'emissions'")]
    [TestCase("zh", "“emissions”的55.5%")]
    public void A_share_has_the_decimal_sign_of_the_language_and_the_list_its_recorded_name(string language, string text) =>
        Assert.That(
            new EntryIntoForceCondition { Share = 0.555m, Of = "emissions" }
                .ToSentence()
                .ToText(language, Register),
            Is.EqualTo(text)
        );

    [Test]
    public void Those_missing_from_a_list_are_named_in_the_language() =>
        Assert.That(
            new ConditionOutlook(new() { Instruments = 3, Among = "annex-2" })
            {
                Required = 3,
                InEffect = 1,
                Outstanding = 2,
                Missing = ["BEL", "CHN"],
                IsMet = false,
            }
                .ToSentence()
                .ToText("fr", Register),
            Is.EqualTo("3 instruments parmi « États de l'annexe 2 » : 1 sur 3, manquants : 2 ; sans instrument : Belgique, Chine")
        );

    [TestCase("ar", "404 غير موجود", "rtl")]
    [TestCase("fr", "404 Introuvable", "ltr")]
    [TestCase("zh", "404 未找到", "ltr")]
    public async Task The_page_of_a_problem_type_is_in_the_requested_language(string language, string heading, string direction)
    {
        var page = await Pages.PageReader.Read($"/problems/not-found?lang={language}");
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo(heading));
        Assert.That(
            page.QuerySelectorAll("p").Select(p => p.TextContent),
            Does.Contain(ProblemType.NotFound.MeaningIn(language)).And.Contain(ProblemType.NotFound.RemedyIn(language))
        );
        Assert.That(page.DocumentElement.GetAttribute("dir"), Is.EqualTo(direction));
        var list = await Pages.PageReader.Read($"/problems?lang={language}");
        Assert.That(list.QuerySelector("main")!.TextContent, Does.Contain(ProblemType.TooManyRequests.RemedyIn(language)));
    }
}
