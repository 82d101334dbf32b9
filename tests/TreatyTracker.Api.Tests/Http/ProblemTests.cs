using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

/// <summary>One error shape, tested at every source of errors.</summary>
public sealed class ProblemTests
{
    static readonly string[] s_members = ["type", "title", "status", "detail", "instance", "traceId"];

    [TestCase("/v1/treaties/untok", 404, "untoc")]
    [TestCase("/v1/treaties/XVIII-13/counts", 404, "XVIII-12")]
    [TestCase("/v1/conventions/untok/counts", 404, "untoc")]
    [TestCase("/v1/conventions/untoc-firearms", 404, "/v1/protocols/untoc-firearms")]
    [TestCase("/v1/protocols/untoc", 404, "/v1/conventions/untoc")]
    [TestCase("/v1/treaties/untoc/parties/PRX", 404, "PRK")]
    [TestCase("/v1/treaties/untoc/parties/CSHH", 404, "no event")]
    [TestCase("/v1/states/Germani", 404, "Germany")]
    [TestCase("/v1/events/untoc-PRK-accession-2016-06-18", 404, "untoc-PRK-accession-2016-06-17")]
    [TestCase("/v1/sources/sg-report", 404, "sg-report-72-108")]
    [TestCase("/v1/nothing", 404, "/swagger")]
    [TestCase("/nothing", 404, "/swagger")]
    [TestCase("/_test_url_cache_", 404, "/swagger")]
    public async Task A_problem_suggests_what_exists(string url, int status, string hint)
    {
        var problem = await ProblemOf(HttpMethod.Get, url, status);
        Assert.That((string?)problem["detail"], Does.Contain(hint));
    }

    [TestCase("/v1/treaties?asof=2017-06-30", "asof", "Unknown parameter 'asof'. Did you mean 'asOf'? Supported: ")]
    [TestCase("/v1/treaties/untoc/counts?asOf=2017-02-30", "asOf", "YYYY-MM-DD")]
    [TestCase("/v1/treaties/untoc/counts?asOf=06/30/2017", "asOf", "YYYY-MM-DD")]
    [TestCase("/v1/treaties/untoc/counts?asOf=", "asOf", "empty")]
    [TestCase("/v1/treaties/untoc/counts?asOf=2017-01-01&asOf=2018-01-01", "asOf", "must not be repeated")]
    [TestCase("/v1/treaties/untoc/counts?knownAt=2026-11-23T00:00:00", "knownAt", "offset")]
    [TestCase("/v1/treaties/untoc/counts?knownAt=2999-01-01T00:00:00Z", "knownAt", "knownAt must not be in the future.")]
    [TestCase("/v1/treaties/untoc/counts?knownAt=2026-11-23T00:00:00+00:00", "knownAt", "%2B")]
    [TestCase("/v1/treaties/untoc/counts?version=7", "version", "Unknown recording 7. The nearest is 1; /v1/recordings lists")]
    [TestCase("/v1/treaties/untoc/counts?version=-3", "version", "Unknown recording -3. The nearest is 1;")]
    [TestCase("/v1/events?version=one", "version", "'one' is not a whole number.")]
    [TestCase("/v1/counts?version=1&knownAt=2026-11-23T00:00:00Z", "version", "Both version and knownAt are given. Give one of them.")]
    [TestCase("/v1/treaties/untoc/counts?asOf=0001-01-01", "asOf", "1800-01-01")]
    [TestCase("/v1/changes?from=2017-01-01&to=9999-12-31", "to", "2999-12-31")]
    [TestCase("/v1/changes?from=2099-01-01", "from", "after today")]
    [TestCase("/v1/changes", "from", "first day")]
    [TestCase("/v1/changes?from=2017-02-01&to=2017-01-01", "to", "2017-01-01 is before 2017-02-01")]
    [TestCase(
        "/v1/treaties/untoc/entry-into-force?asOf=2003-01-01&depositedOn=2002-01-01",
        "depositedOn",
        "2002-01-01 is before asOf (2003-01-01)."
    )]
    [TestCase("/v1/treaties/untoc/counts/explanation?count=partys", "count", "parties")]
    [TestCase("/v1/treaties/untoc/parties?consent=withdrawal", "consent", "accession")]
    [TestCase("/v1/matrix?treaty=untok", "treaty", "untoc")]
    [TestCase("/v1/treaties?kind=protokol", "kind", "protocol")]
    [TestCase("/v1/treaties?inForce=maybe", "inForce", "true or false")]
    [TestCase("/v1/treaties?inForce=TRUE%20", "inForce", "true or false")]
    [TestCase("/v1/treaties?subject=corrupt", "subject", "corruption")]
    [TestCase("/v1/treaties?parent=untok", "parent", "untoc")]
    [TestCase("/v1/treaties?party=XXX", "party", "not the code")]
    [TestCase("/v1/treaties/untoc/parties?limit=0", "limit", "0 is not between 1 and 500. Use a whole number")]
    [TestCase("/v1/treaties/untoc/parties?limit=501", "limit", "between 1 and 500")]
    [TestCase("/v1/treaties/untoc/parties?limit=ten", "limit", "whole number")]
    [TestCase("/v1/treaties/untoc/parties?cursor=!", "cursor", "next")]
    [TestCase("/v1/treaties/untoc/parties?format=xml", "format", "csv")]
    [TestCase("/v1/treaties/untoc/parties?standing=partyinforce", "standing", "party-in-force")]
    [TestCase("/v1/treaties/untoc/parties?region=Afrika", "region", "Africa")]
    [TestCase("/v1/treaties/untoc/parties?group=weog", "group", "WEOG")]
    [TestCase("/v1/counts?treaty=untok", "treaty", "untoc")]
    [TestCase("/v1/events?from=2017-01-01&to=2016-01-01", "to", "before")]
    [TestCase("/v1/events?kind=Accession", "kind", "accession")]
    [TestCase("/v1/version?verbose=1", "verbose", "Unknown parameter 'verbose'. This address has no parameters.")]
    [TestCase("/v1/states?q=", "q", "empty")]
    [TestCase("/v1/states?q=%20", "q", "nothing to search for")]
    [TestCase("/v1/states?q=%00", "q", "nothing to search for")]
    [TestCase("/v1/states?q=%CC%81", "q", "nothing to search for")]
    [TestCase("/v1/treaties?q=%20", "q", "nothing to search for")]
    [TestCase("/v1/conventions?q=%00", "q", "nothing to search for")]
    [TestCase("/v1/treaties/untoc/parties?q=%C2%A0%20", "q", "nothing to search for")]
    [TestCase("/v1/counts?treaty=untoc,uncac", "treaty", "Repeat the parameter for each value: treaty=untoc&treaty=uncac.")]
    [TestCase("/v1/counts?treaty=untoc&treaty=uncac,rome-statute", "treaty", "treaty=uncac&treaty=rome-statute.")]
    [TestCase("/v1/counts?treaty=[\"untoc\"]", "treaty", "Repeat the parameter for each value: treaty=")]
    [TestCase("/v1/consistency?rule=double-consent,date-in-future", "rule", "Repeat the parameter for each value: rule=")]
    [TestCase("/v1/treaties/untoc/counts/explanation?count=parties,signatories", "count", "Repeat the parameter for each value: count=")]
    [TestCase("/v1/events?treaty=untoc,uncac", "treaty", "not the id")]
    [TestCase("/v1/treaties/untoc/counts?count=signatories", "count", "format=text")]
    [TestCase("/v1/treaties/untoc/counts?count=signatories&format=json", "count", "format=text")]
    public async Task Bad_input_names_the_parameter_and_what_would_be_right(string url, string parameter, string hint)
    {
        var problem = await ProblemOf(HttpMethod.Get, url, 400);
        Assert.That((string?)problem["errors"]![parameter]![0], Does.Contain(hint));
        Assert.That((string?)problem["detail"], Does.StartWith($"{parameter}: {problem["errors"]![parameter]![0]}"));
    }

    [TestCase("ar", null, "غير موجود")]
    [TestCase("es", null, "No encontrado")]
    [TestCase("fr", "ru", "Introuvable")]
    [TestCase("ru", null, "Не найдено")]
    [TestCase(null, "zh-CN, en;q=0.5", "未找到")]
    public async Task The_title_of_a_problem_is_in_the_requested_language_and_the_header_tells_that_of_the_detail(
        string? lang,
        string? accept,
        string title
    )
    {
        using var response = await Service.Client.Ask(
            "/v1/treaties/untok" + (lang is null ? "" : $"?lang={lang}"),
            ("Accept-Language", accept)
        );
        var problem = await ShapeHolds(response, 404);
        Assert.That((string?)problem["title"], Is.EqualTo(title));
        Assert.That((string?)problem["detail"], Does.StartWith("Unknown treaty 'untok'. Did you mean untoc?"));
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { lang ?? "zh", "en" }));
    }

    [TestCase("", "Not found", "en")]
    [TestCase("?lang=en", "Not found", "en")]
    [TestCase("?lang=xx", "The request is not valid", "en")]
    [TestCase("?lang=fr&lang=es", "The request is not valid", "en")]
    public async Task A_problem_is_in_English_where_no_other_language_is_asked_for(string query, string title, string language)
    {
        using var response = await Service.Client.GetAsync("/v1/treaties/untok" + query);
        var problem = await ShapeHolds(response, (int)response.StatusCode);
        Assert.That((string?)problem["title"], Is.EqualTo(title));
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { language }));
    }

    [Test]
    public async Task A_problem_without_a_detail_of_its_own_is_in_one_language()
    {
        using var response = await Service.Client.GetAsync("/v1/nothing?lang=fr");
        var problem = await ShapeHolds(response, 404);
        Assert.That(
            (string?)problem["detail"],
            Is.EqualTo(
                "Il n'y a rien à cette adresse. /swagger énumère toutes les adresses, /v1/treaties tous les traités "
                    + "et /v1/states tous les États."
            )
        );
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { "fr" }));
    }

    [Test]
    public async Task A_validation_problem_has_its_title_in_the_requested_language()
    {
        using var response = await Service.Client.GetAsync("/v1/treaties?lang=es&limit=0");
        var problem = await ShapeHolds(response, 400);
        Assert.That((string?)problem["title"], Is.EqualTo("La solicitud no es válida"));
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { "es", "en" }));
    }

    [Test]
    public async Task A_problem_has_no_canonical_address()
    {
        using var response = await Service.Client.Ask("/v1/treaties/UNTOC/parties", ("Accept", "application/pdf"));
        await ShapeHolds(response, 406);
        Assert.That(response.Headers.Contains("Link"), Is.False);
    }

    [Test]
    public async Task Other_methods_are_not_allowed_and_Allow_says_which_are()
    {
        using var response = await Service.Client.PostAsync("/v1/treaties", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "OPTIONS" }));
        await ShapeHolds(response, 405);
    }

    [TestCase("/v1/treaties")]
    [TestCase("/v1/treaties/untoc/counts")]
    public async Task An_unknown_representation_gets_406(string url)
    {
        using var response = await Service.Client.Ask(url, ("Accept", "application/pdf"));
        await ShapeHolds(response, 406);
    }

    [Test]
    public async Task A_fault_of_the_service_says_nothing_of_its_inside_and_is_found_in_the_log_by_its_traceId()
    {
        using var scratch = new Scratch();
        using var log = new KeptLog();
        var clock = new BrokenClock();
        using var host = new TestHost(scratch.DatabaseFile, Repository.Seeds, clock);
        using var client = host.WithWebHostBuilder(b => b.ConfigureLogging(l => l.ClearProviders().AddProvider(log))).CreateClient();
        // The request itself is dated, and the export that it asks for is not.
        clock.Left = 1;
        using var response = await client.GetAsync("/v1/export/datapackage.json");
        var problem = await ShapeHolds(response, 500);
        Assert.That(problem.ToJsonString(), Does.Not.Contain("clock").And.Not.Contain("Exception"));
        Assert.That(
            log.Lines.Where(l => l.Contains("the clock is broken", StringComparison.Ordinal)),
            Is.Not.Empty.And.All.Contains((string)problem["traceId"]!)
        );
    }

    static async Task<JsonNode> ProblemOf(HttpMethod method, string url, int status)
    {
        using var response = await Service.Client.Ask(method, url);
        return await ShapeHolds(response, status);
    }

    static async Task<JsonNode> ShapeHolds(HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), body);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        SharedHeadersTests.MustBeOpen(response);
        var problem = JsonNode.Parse(body)!.AsObject();
        Assert.That(problem.Select(m => m.Key).Except(["errors"]), Is.EqualTo(s_members));
        Assert.That((int)problem["status"]!, Is.EqualTo(status));
        Assert.That((string?)problem["type"], Does.StartWith("/problems/"));
        Assert.That((string?)problem["instance"], Is.EqualTo(response.RequestMessage!.RequestUri!.AbsolutePath));
        return problem;
    }

    /// <summary>A log that can be read, each line with its scopes.</summary>
    sealed class KeptLog : ILoggerProvider, ISupportExternalScope, ILogger
    {
        readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = [];
        IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public IEnumerable<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull => _scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var line = new StringBuilder($"{formatter(state, exception)} {exception?.Message}");
            _scopes.ForEachScope((scope, text) => text.Append(' ').Append(scope), line);
            _lines.Enqueue(line.ToString());
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    /// <summary>Goes at the start and when a request comes in, and breaks while that is worked out.</summary>
    sealed class BrokenClock : TimeProvider
    {
        int _left = int.MaxValue;

        /// <summary>How many more times it tells the time.</summary>
        public int Left
        {
            set => _left = value;
        }

        public override DateTimeOffset GetUtcNow() =>
            Interlocked.Decrement(ref _left) < 0 ? throw new InvalidOperationException("the clock is broken") : Times.Start;
    }
}
