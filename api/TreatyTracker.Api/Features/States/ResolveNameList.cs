using System.Text.Json;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

public sealed class ResolveNameList : Endpoint<ResolveNameList.Request, Page<ResolvedName>>
{
    /// <summary>The most names of one request.</summary>
    const int MostNames = 10_000;

    const string Shape = "a list such as [\"Japan\", {\"name\": \"Zaire\", \"asOf\": \"1975-06-30\"}]";

    public sealed class Request : IListRequest
    {
        /// <inheritdoc cref="IListRequest.Format"/>
        public Format? Format { get; init; }

        /// <inheritdoc cref="ResolveNames.Request.Lang"/>
        public Language? Lang { get; init; }

        // All rows are one page.
        int? IListRequest.Limit => MostNames;

        string? IListRequest.Cursor => null;
    }

    public override void Configure()
    {
        Post("/v1/states/resolve");
        // The endpoint reads the body itself.
        RequestBinder(new RequestBinder<Request>(BindingSource.QueryParams));
        this.Describe(
            ApiTags.States,
            "Which States and organizations do the names of a list stand for?",
            "Returns one row for each element of the JSON list in the body, in the same order, as GET does. An element is a name, or an "
                + "object with the day of the act. A list has at most 10,000 names and 1 MB; similar names are "
                + "suggested for the first 200 that are unknown. Nothing is stored.",
            "/v1/states/resolve",
            """[{ "name": "Zaire", "asOf": "1975-06-30" }, { "name": "Yugoslavia" }]"""
        );
        Description(b => b.Accepts<NameQuestion[]>("application/json"));
    }

    public override async Task HandleAsync(Request req, CancellationToken ct) =>
        await Send.ResultAsync(await JsonRequestBody.Answer(HttpContext, Shape, body => Task.FromResult(Answer(req, body)), ct));

    IResult Answer(Request req, JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Array)
            return Problem.BadParameter("body", $"The body is not a list. Send {Shape}.");
        if (body.GetArrayLength() > MostNames)
            return Problem.BadParameter(
                "body",
                $"The list has {body.GetArrayLength()} elements. Send at most {MostNames}, and the rest in other requests."
            );
        var (questions, errors) = NameQuestion.Read(body);
        return errors.Count > 0
            ? Problem.BadParameters(errors)
            : ListResults.List(
                HttpContext,
                req,
                ResolvedName.Of(HttpContext, questions.Select(q => (q.Name, q.AsOf)), req.Lang),
                _ => "",
                ResolvedName.Columns
            );
    }
}
