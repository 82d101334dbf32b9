using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>The representation in which a request is answered. <see cref="Negotiation"/> alone decides it.</summary>
/// <param name="Representation">The representation.</param>
sealed record AnswerFormat(Representation Representation)
{
    /// <summary>The format of a request's answer, as a member of the enumeration that the endpoint's <c>format</c> takes.</summary>
    public static T Of<T>(HttpContext http)
        where T : struct, Enum =>
        WireNames.Find<T>(http.Features.Get<AnswerFormat>()?.Representation.Format)
        ?? throw new InvalidOperationException($"the endpoint declares no representation that is a {typeof(T).Name}");
}
