using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Events;

/// <summary>One write to the register.</summary>
/// <param name="Number">1, 2, 3 and so on.</param>
/// <param name="RecordedAt">When it was recorded. Use it as <c>knownAt</c> to ask what the register said after it.</param>
/// <param name="RecordedBy">Who recorded it: <c>import</c>, <c>restore</c>, or the name of a key.</param>
/// <param name="Note">A remark; absent if there is none.</param>
/// <param name="Events">The number of events that it added, corrections included.</param>
/// <param name="DataBefore">The data version before it; absent for the first.</param>
/// <param name="DataAfter">The data version after it.</param>
/// <param name="Hash">
/// SHA-256 of its contents and of the hash before it, in hexadecimal. The hash of the newest recording is the head of the register.
/// </param>
public sealed record RecordedWrite(
    int Number,
    DateTimeOffset RecordedAt,
    string RecordedBy,
    string? Note,
    int Events,
    string? DataBefore,
    string DataAfter,
    string Hash
)
{
    internal static RecordedWrite Of(Recording recording, RecordingLog log) =>
        new(
            recording.Number,
            recording.Instant,
            recording.By,
            recording.Note,
            recording.Events,
            recording.Number == 1 ? null : log.All[recording.Number - 2].DataVersion,
            recording.DataVersion,
            recording.Hash
        );

    internal static IReadOnlyList<Column<RecordedWrite>> Columns { get; } =
    [
        new("number", r => r.Number),
        new("recordedAt", r => r.RecordedAt),
        new("recordedBy", r => r.RecordedBy),
        new("note", r => r.Note),
        new("events", r => r.Events),
        new("dataBefore", r => r.DataBefore),
        new("dataAfter", r => r.DataAfter),
        new("hash", r => r.Hash),
    ];
}
