using System.Text;
using System.Text.Json;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Caching;

/// <summary>
/// A JSON answer that is the same on every day of a step, but for the places where it writes the day asked about. The places are known from
/// the answer's construction: the member <c>asOf</c>, and the marks that its texts hold instead of the day.
/// </summary>
sealed class DayTemplate
{
    /// <summary>Stands in a text for the day as <c>2017-06-30</c>. A noncharacter, which no text of the register holds.</summary>
    public const string IsoMark = "\uFDD0";

    /// <summary>Stands in a text for the day as <c>30 June 2017</c>.</summary>
    public const string ProseMark = "\uFDD1";

    readonly Func<DateOnly, string> _prose;
    readonly byte[][] _parts;
    readonly bool[] _isProse;
    readonly int _proseCount;

    /// <summary>Renders an answer.</summary>
    /// <param name="answer">The answer, about any day of the step, with marks instead of the day in its texts.</param>
    /// <param name="from">The first day of the step, inclusive.</param>
    /// <param name="until">The first day after the step, exclusive.</param>
    /// <param name="prose">Writes a day at a <see cref="ProseMark"/>.</param>
    public DayTemplate(object answer, DateOnly from, DateOnly until, Func<DateOnly, string> prose)
    {
        (From, Until, _prose) = (from, until, prose);
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), JsonBody.Json);
        var places = Places(json).OrderBy(p => p.At).ToList();
        _isProse = [.. places.Select(p => p.IsProse)];
        _parts = new byte[places.Count + 1][];
        var at = 0;
        for (var i = 0; i < places.Count; at = places[i].At + places[i].Length, i++)
            _parts[i] = json[at..places[i].At];
        _parts[^1] = json[at..];
        _proseCount = _isProse.Count(p => p);
        Size = _parts.Sum(p => p.Length);
    }

    /// <summary>The first day of the step, inclusive.</summary>
    public DateOnly From { get; }

    /// <summary>The first day after the step, exclusive.</summary>
    public DateOnly Until { get; }

    /// <summary>How many bytes it takes, without the places of the day.</summary>
    public int Size { get; }

    /// <summary>The answer about a day of the step, as UTF-8.</summary>
    /// <param name="day">The day.</param>
    /// <param name="text">The day in ISO 8601.</param>
    public byte[] On(DateOnly day, string text)
    {
        ReadOnlySpan<byte> iso = Encoding.UTF8.GetBytes(text),
            prose = _proseCount == 0 ? [] : Encoding.UTF8.GetBytes(_prose(day));
        var body = GC.AllocateUninitializedArray<byte>(Size + _proseCount * prose.Length + (_isProse.Length - _proseCount) * iso.Length);
        var rest = body.AsSpan();
        for (var i = 0; i < _isProse.Length; i++)
        {
            Append(_parts[i], ref rest);
            Append(_isProse[i] ? prose : iso, ref rest);
        }
        Append(_parts[^1], ref rest);
        return body;
    }

    static void Append(ReadOnlySpan<byte> bytes, ref Span<byte> rest)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    static IEnumerable<(int At, int Length, bool IsProse)> Places(byte[] json) =>
        [AsOf(json), .. Marks(json, IsoMark, isProse: false), .. Marks(json, ProseMark, isProse: true)];

    // The value of the answer's own member asOf, without its quotes.
    static (int At, int Length, bool IsProse) AsOf(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("asOf"u8))
            {
                reader.Read();
                return ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, false);
            }
        throw new InvalidOperationException("an answer about a day has a member asOf");
    }

    static List<(int At, int Length, bool IsProse)> Marks(byte[] json, string mark, bool isProse)
    {
        // As the serializer writes the mark, between quotes that do not count.
        var written = JsonSerializer.SerializeToUtf8Bytes(mark, JsonBody.Json).AsSpan()[1..^1];
        var found = new List<(int, int, bool)>();
        for (int at = 0, next; (next = json.AsSpan(at).IndexOf(written)) >= 0; at += next + written.Length)
            found.Add((at + next, written.Length, isProse));
        return found;
    }
}
