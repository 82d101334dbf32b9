using System.Net;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>
/// Whatever a register holds, every operation answers in every representation, and a reader of the format that had no part in writing it
/// can read the answer.
/// </summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class HostileRegisterTests
{
    static readonly string[] s_pages = ["/", "/docs/counts", "/problems"];

    /// <summary>Files of other formats: a database and an archive.</summary>
    static readonly string[] s_binary = ["application/vnd.sqlite3", "application/zip"];

    [TestCase(1, true)]
    [TestCase(2, true)]
    [TestCase(3, false)]
    [TestCase(4, false)]
    public async Task Every_answer_over_a_hostile_register_can_be_parsed(int seed, bool permitted)
    {
        using var scratch = new Scratch();
        scratch.Database.Prepare();
        Import.Run(scratch.Database, Generated(seed, permitted), Times.Start);
        using var host = new TestHost(scratch.DatabaseFile, Repository.Seeds);
        using var client = host.CreateClient(new() { AllowAutoRedirect = false });

        var (asked, wrong) = (0, new List<string>());
        foreach (var (url, type) in await Questions())
        foreach (var language in new[] { "en", "ar" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Accept", type);
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
            using var response = await client.SendAsync(request);
            asked++;
            if (await WhatIsWrong(response) is { } fault)
                wrong.Add($"{url} {type} {language}: {fault}");
        }
        TestContext.Out.WriteLine($"{asked} answers read");
        Assert.That(wrong, Is.Empty, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Take(10))}");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Any_text_that_seeds_allow_is_written_and_read_back_unchanged(int seed)
    {
        using var scratch = new Scratch();
        var facts = Generated(seed, permitted: true);
        SeedDirectory.Write(scratch.Path, facts);
        var read = SeedReader.Read(scratch.Path);
        Assert.That(Register.Of(read).Version, Is.EqualTo(Register.Of(facts).Version));
    }

    [Test]
    public void A_loaded_register_has_no_forbidden_characters()
    {
        using var scratch = new Scratch();
        scratch.Database.Prepare();
        Import.Run(scratch.Database, Generated(3, permitted: false), Times.Start);
        var held = Register.Load(scratch.Database).Facts;
        Assert.That(
            held.Participants.SelectMany(p => p.Searched())
                .Concat(held.Events.Select(e => e.Note!))
                .Concat(held.Sources.Select(s => s.Title))
                .Select(text => PlainText.FirstForbidden(text))
                .OfType<string>(),
            Is.Empty
        );
        Assert.That(held.Events.Select(e => e.Note), Has.Some.Contain("\uFFFD"));
    }

    static Facts Generated(int seed, bool permitted) => new HostileText(new Random(seed), permitted).In(SeedReader.Read(Repository.Seeds));

    static async Task<IReadOnlyList<(string Url, string Type)>> Questions() =>
        [
            .. from operation in await Contract.Operations()
            where operation.Method == "GET"
            from type in operation.MediaTypes
            where !s_binary.Contains(type)
            from url in new[] { operation.Url(operation.Whole.Where(p => p.Key != "format")), operation.Url(operation.Least) }.Distinct()
            select (url, type),
            .. s_pages.Select(page => (page, "text/html")),
        ];

    static async Task<string?> WhatIsWrong(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Conflict))
            return $"answered {(int)response.StatusCode}";
        if (response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value).Any(v => v.Any(char.IsControl)))
            return "has a control character in a header";
        try
        {
            IndependentReader.Read(response.Content.Headers.ContentType!.MediaType!, body);
            return null;
        }
        catch (Exception e)
        {
            return e.Message.ReplaceLineEndings(" ");
        }
    }
}
