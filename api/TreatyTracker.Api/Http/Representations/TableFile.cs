using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>The names under which tables and citations are saved.</summary>
static class TableFile
{
    /// <summary>More values of a filter than this do not go into a name.</summary>
    const int MostNamed = 3;

    static readonly string[] s_named = ["treaty", "state"];

    /// <summary>
    /// Sets the name of a table, made of the address, the treaties and States asked for, and the day or period:
    /// <c>treaties-untoc-parties-2017-06-30.csv</c>.
    /// </summary>
    public static void Name(HttpContext http, IListRequest request, Format format) =>
        SaveAs(
            http,
            Stem(http, (request as TimedRequest)?.AsOf ?? RequestSnapshot.Required(http).Today),
            (format is Format.Excel ? Format.Csv : format).WireName()
        );

    /// <summary>Sets the name under which an answer is saved.</summary>
    public static void SaveAs(HttpContext http, string stem, string ending)
    {
        var file = new ContentDispositionHeaderValue("attachment");
        file.SetHttpFileName($"{stem}.{ending}");
        http.Response.Headers.ContentDisposition = file.ToString();
    }

    /// <summary>The name without its ending: with the period that the address names, otherwise with the day.</summary>
    public static string Stem(HttpContext http, DateOnly day) =>
        string.Join(
            '-',
            [
                .. CanonicalPath.Of(http).Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1),
                .. s_named.SelectMany(name => http.Request.Query[name].ToArray() is { Length: <= MostNamed } few ? few : []),
                .. Period(http, Instant.Text(day)),
            ]
        );

    static string[] Period(HttpContext http, string day) =>
        ((string?)http.Request.Query["from"], (string?)http.Request.Query["to"]) switch
        {
            (null, null) => [day],
            (null, { } to) => [to],
            ({ } from, var to) => [from, to ?? day],
        };
}
