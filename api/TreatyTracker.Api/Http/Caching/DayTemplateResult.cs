using System.Buffers;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>Sends an answer about a day, and leaves its template to the response cache.</summary>
/// <param name="Template">The answer on every day of the step.</param>
/// <param name="Day">The day asked about.</param>
sealed record DayTemplateResult(DayTemplate Template, DateOnly Day) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(Template);
        var body = Template.On(Day, Instant.Text(Day));
        httpContext.Response.ContentType = ListResults.JsonType;
        httpContext.Response.ContentLength = body.Length;
        httpContext.Response.BodyWriter.Write(body);
        return Task.CompletedTask;
    }
}
