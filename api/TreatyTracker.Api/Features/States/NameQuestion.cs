using System.Globalization;
using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

/// <summary>A name to resolve.</summary>
/// <param name="Name">A name, an abbreviation or a code, as a table prints it.</param>
/// <param name="AsOf">
/// The day of the act. It tells participants of one name apart, and a State that had ceased to exist is not found.
/// </param>
public sealed record NameQuestion(string Name, DateOnly? AsOf = null)
{
    /// <summary>So many wrong elements are named; nobody corrects more at once.</summary>
    const int MostErrors = 20;

    static readonly string[] s_members = ["name", "asOf"];

    /// <summary>The elements of a JSON list, and what is wrong with others, by place such as <c>[3].asOf</c>.</summary>
    internal static (List<NameQuestion> Questions, Dictionary<string, string[]> Errors) Read(JsonElement list)
    {
        var (questions, errors) = (new List<NameQuestion>(), new Dictionary<string, string[]>());
        foreach (var (at, element) in list.EnumerateArray().Index())
        {
            if (errors.Count >= MostErrors)
                break;
            var place = string.Create(CultureInfo.InvariantCulture, $"[{at}]");
            if (JsonRequestBody.Text(element) is { } text)
            {
                questions.Add(new(text));
                continue;
            }
            if (element.ValueKind is not JsonValueKind.Object)
            {
                errors[place] =
                [
                    "The element is neither a text nor an object. Use \"Zaire\", or {\"name\": \"Zaire\"} with \"asOf\" for the "
                        + "day of the act.",
                ];
                continue;
            }
            if (element.EnumerateObject().Select(m => m.Name).FirstOrDefault(m => !s_members.Contains(m)) is { } unknown)
                errors[place] = [$"Unknown member '{PlainText.Line(unknown)}'. Supported: name, asOf."];
            var name = element.TryGetProperty("name", out var given) ? JsonRequestBody.Text(given) : null;
            if (name is null)
                errors[$"{place}.name"] = ["The member is missing or not a text. Use a name such as \"Zaire\"."];
            var asOf = element.TryGetProperty("asOf", out var day) && day.ValueKind is not JsonValueKind.Null ? DayOf(day) : default;
            if (asOf is { Wrong: { } wrong })
                errors[$"{place}.asOf"] = [wrong];
            if (name is not null)
                questions.Add(new(name, asOf.Day));
        }
        return (questions, errors);
    }

    static (DateOnly? Day, string? Wrong) DayOf(JsonElement value) =>
        JsonRequestBody.Text(value) is { } text && Instant.ParseDay(text) is { } day && FastEndpointsSetup.IsDayOfRequests(day)
            ? (day, null)
            : (null, $"The value is not a date {FastEndpointsSetup.DaysOfRequests}. Use YYYY-MM-DD, such as \"2017-06-30\".");
}
