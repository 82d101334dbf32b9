using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace TreatyTracker.Benchmarks.Load;

/// <summary>What the service is compared with: servers that do less, or do it otherwise.</summary>
static class Rivals
{
    const string PartiesOn = """
        SELECT count(DISTINCT participant) FROM treaty_event
        WHERE treaty = @treaty AND date <= @day
          AND kind IN ('definitive-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession',
            'formal-confirmation', 'participation')
          AND participant NOT IN (
            SELECT participant FROM treaty_event
            WHERE treaty = @treaty AND kind = 'withdrawal' AND date <= date(@day, '-1 year')
          )
        """;

    /// <summary>
    /// Kestrel and nothing else: <c>/0</c>, <c>/1</c>, … answer the bytes of the files given. The most that any service on this server
    /// could do.
    /// </summary>
    public static int Bare(string url, string[] files)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(o => o.AddServerHeader = false);
        var bodies = files.Select(File.ReadAllBytes).ToArray();
        var app = builder.Build();
        app.Run(async http =>
        {
            var body = bodies[http.Request.Path.Value![1] - '0'];
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body);
        });
        app.Run();
        return 0;
    }

    /// <summary>
    /// The count of parties by SQL at each request, as it would commonly be written: a pooled connection, Dapper, an index, a minimal API.
    /// The query knows less law than the register's view <c>party</c> (no corrections, one period of notice for all), which is many times
    /// slower.
    /// </summary>
    public static int Dapper(string url, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url).ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Logging.ClearProviders();
        var text = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var app = builder.Build();
        app.MapGet(
            "/v1/treaties/{treaty}/counts",
            async (string treaty) =>
            {
                var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                await using var connection = new SqliteConnection(text);
                var parties = await connection.ExecuteScalarAsync<int>(PartiesOn, new { treaty, day = today });
                return TypedResults.Ok(
                    new
                    {
                        treaty,
                        asOf = today,
                        parties,
                    }
                );
            }
        );
        app.Run();
        return 0;
    }
}
