using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>The names under which tables are saved.</summary>
static class TableFile
{
    /// <summary>More values of a filter than this do not go into a name.</summary>
    const int MostNamed = 3;

    static readonly string[] s_named = ["treaty", "state"];

    /// <summary>
    /// Sets the name, made of the address, the treaties and States asked for, and the day: <c>treaties-untoc-parties-2017-06-30.csv</c>.
    /// </summary>
    public static void Name(HttpContext http, IListRequest request, Format format)
    {
        var file = new ContentDispositionHeaderValue("attachment");
        var day = (request as TimedRequest)?.AsOf ?? RequestSnapshot.Required(http).Today;
        file.SetHttpFileName($"{Stem(http, day)}.{(format is Format.Excel ? Format.Csv : format).WireName()}");
        http.Response.Headers.ContentDisposition = file.ToString();
    }

    /// <summary>The name without its ending.</summary>
    public static string Stem(HttpContext http, DateOnly day) =>
        string.Join(
            '-',
            [
                .. CanonicalPath.Of(http).Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1),
                .. s_named.SelectMany(name => http.Request.Query[name].ToArray() is { Length: <= MostNamed } few ? few : []),
                Instant.Text(day),
            ]
        );
}
