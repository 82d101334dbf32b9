namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>
/// A request that someone, or something, might send: right, nearly right, or nonsense. The same random numbers make the same request.
/// </summary>
sealed record RandomRequest(string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string? Body = null)
{
    static readonly string[] s_texts =
    [
        "",
        " ",
        "0",
        "-1",
        "1e9",
        "9223372036854775808",
        "NaN",
        "null",
        "undefined",
        "true",
        "[]",
        "{}",
        "*",
        ".",
        "..",
        "../../etc/passwd",
        "a/b",
        "%",
        "\\",
        "'",
        "\"",
        ";",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "'; DROP TABLE event; --",
        "untoc",
        "UNTOC",
        "XVIII-12",
        "xviii-12-a",
        "PRK",
        "kp",
        "408",
        "Côte d'Ivoire",
        "Çà",
        "مرحبا",
        "朝鲜",
        "Россия",
        "\u202Egnp.exe",
        "\u200B",
        "\u0000",
        "\u0001",
        "\r\nX: y",
        "😀",
        "e\u0301",
        "ﬁ",
        "İ",
        "ß",
        "2017-06-30",
        "2017-02-30",
        "2017-06-30T00:00:00Z",
        "0000-00-00",
        "2016-12-31T23:59:60Z",
        "9999-12-31T23:59:59.9999999+14:00",
        "١٢",
        "=1+1",
        "@SUM(1)",
        "Q09L",
        "AAAA",
        "${jndi:ldap://x}",
    ];

    /// <summary>Not what a text looks like once encoded: written as it is.</summary>
    static readonly string[] s_raw =
    [
        "%",
        "%2",
        "%zz",
        "%C3",
        "%E0%80%80",
        "%FF%FE",
        "%2F",
        "%5C",
        "%2e%2e",
        "+",
        "%ED%A0%80",
        "%u0041",
        "&",
        "&&",
        "=",
        "a=b",
        "#",
        "?",
        "%25%30%30",
    ];

    static readonly string[] s_methods = ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"];

    public static RandomRequest Of(IReadOnlyList<Operation> operations, Random random, bool overSocket)
    {
        var operation = Pick(random, operations);
        var path = operation
            .Parameters.Where(p => p.In == "path")
            .Aggregate(
                operation.Path,
                (at, p) =>
                    at.Replace($"{{{p.Name}}}", random.Next(4) > 0 ? p.Example! : Segment(random, overSocket), StringComparison.Ordinal)
            );
        if (random.Next(40) == 0)
            path += Pick(random, ["/", "//", "/x", "/" + Segment(random, overSocket)]);

        var pairs = operation
            .Parameters.Where(p => p.In == "query" && (p.IsRequired ? random.Next(10) > 0 : random.Next(5) == 0))
            .SelectMany(p => Enumerable.Repeat(p, random.Next(12) == 0 ? 2 : 1))
            .Select(p => $"{Name(p, random)}={Value(p, random)}")
            .ToList();
        if (random.Next(15) == 0)
            pairs.Add($"{Text(random)}={Text(random)}");
        if (random.Next(30) == 0)
            pairs.Add(Pick(random, s_raw));

        var headers = new List<(string, string)>();
        if (random.Next(2) == 0)
            headers.Add(
                (
                    "Accept",
                    Pick(
                        random,
                        [
                            .. operation.MediaTypes,
                            "*/*",
                            "text/*",
                            "application/json;q=0",
                            "text/csv;q=0.1, application/json;q=0.2",
                            "application/pdf",
                            "",
                            ",",
                            ";;q",
                            "*/*;q=9",
                            "a/b/c",
                            "application/json;profile=\"",
                            new string('a', 3000),
                        ]
                    )
                )
            );
        if (random.Next(4) == 0)
            headers.Add(
                (
                    "Accept-Language",
                    Pick(
                        random,
                        ["fr", "ar-EG, fr;q=0.5", "zh-Hans", "*", "xx", "en;q=0", "-", ";q=1", "fr;q=2", "", "a,,b", new string('z', 500)]
                    )
                )
            );
        if (random.Next(6) == 0)
            headers.Add(("If-None-Match", Pick(random, ["*", "\"x\"", "W/\"x\"", "x", "\"", ", ,", "\"a\", \"b\"", "**", ""])));
        if (random.Next(10) == 0)
            headers.Add(
                (
                    "Range",
                    Pick(
                        random,
                        ["bytes=0-9", "bytes=5-2", "bytes=99999999999-", "bytes=-5", "bytes=0-0,5-9", "rows=1-2", "bytes=", "bytes=a-b"]
                    )
                )
            );
        if (random.Next(12) == 0)
            headers.Add(
                ("If-Modified-Since", Pick(random, ["Sat, 01 Jan 2000 00:00:00 GMT", "Sat, 01 Jan 2095 00:00:00 GMT", "yesterday", ""]))
            );
        if (random.Next(12) == 0)
            headers.Add(("Origin", Pick(random, ["https://example.org", "null", "not an origin"])));
        if (random.Next(20) == 0)
            headers.Add(
                (
                    Pick(
                        random,
                        [
                            "X-Forwarded-For",
                            "X-HTTP-Method-Override",
                            "Authorization",
                            "Cookie",
                            "If-Match",
                            "If-Range",
                            "Expect-CT",
                            "Accept-Encoding",
                            "Traceparent",
                        ]
                    ),
                    Pick(random, ["*", "\"x\"", "gzip", "a=b", "DELETE", "Bearer x", "00-0-0-00"])
                )
            );

        var method = random.Next(12) == 0 ? Pick(random, s_methods) : operation.Method;
        return new(
            method,
            pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}",
            headers,
            method == "POST" ? RandomBody.Of(operation, random) : null
        );
    }

    public HttpRequestMessage Message(Uri at, bool overSocket)
    {
        // Over a socket as it is: what HttpClient would tidy up is what is to be tried. The in-process server needs it tidy.
        var message = new HttpRequestMessage(
            new HttpMethod(Method),
            new Uri(
                at.GetLeftPart(UriPartial.Authority) + Url,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = overSocket }
            )
        );
        if (Body is not null)
            message.Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>The request as a line for a shell.</summary>
    public override string ToString() =>
        $"curl -i --path-as-is --globoff -X {Method} "
        + $"{string.Concat(Headers.Select(h => $"-H {Quoted($"{h.Name}: {h.Value}")} "))}{Quoted("http://localhost:8080" + Url)}"
        + (Body is null ? "" : $" -H 'Content-Type: application/json' --data-binary {Quoted(Body)}");

    static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    static string Name(Parameter parameter, Random random) =>
        random.Next(25) == 0
            ? Pick(random, [parameter.Name.ToUpperInvariant(), parameter.Name[1..], parameter.Name + "[]", parameter.Name + "%00"])
            : parameter.Name;

    static string Value(Parameter parameter, Random random) =>
        random.Next(10) switch
        {
            < 6 => Uri.EscapeDataString(Pick(random, [.. parameter.Good, .. parameter.Possible, "2017-06-30"])),
            < 8 => Uri.EscapeDataString(Pick(random, [.. parameter.Bad])),
            8 => Text(random),
            _ => Pick(random, s_raw).Replace("#", "%23", StringComparison.Ordinal),
        };

    /// <summary>A segment of a path. The in-process server refuses to be given NUL, so that a real one alone is.</summary>
    static string Segment(Random random, bool overSocket)
    {
        var text = random.Next(4) == 0 ? Pick(random, s_raw).Replace("#", "%23", StringComparison.Ordinal) : Text(random);
        return overSocket ? text : text.Replace("%00", "%01", StringComparison.Ordinal);
    }

    static string Text(Random random) =>
        Uri.EscapeDataString(random.Next(40) == 0 ? new string((char)random.Next('a', 'z'), random.Next(1, 9000)) : Pick(random, s_texts));

    static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
