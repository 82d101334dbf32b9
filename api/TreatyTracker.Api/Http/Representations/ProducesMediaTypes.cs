namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// The media types of an answer that is no list, the usual one first: what Accept is held against, and what the answer's tag depends on.
/// An endpoint that names none has JSON alone.
/// </summary>
sealed record ProducesMediaTypes(params string[] MediaTypes);
