using System.Text;
using System.Text.Json;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// Reads the Council of Europe's JSON: lists of members, other States and organizations, one object for each participant. It does not say
/// of what kind a consent is: it is read as a ratification after a signature, and as an accession without one.
/// </summary>
static class CoeJsonReader
{
    static readonly DateSyntax s_dates = new(["yyyy-MM-dd"]);

    static readonly string[] s_known =
    [
        "LibPaysOrga",
        "CodePays",
        "NumSTE",
        "DateSignature",
        "DateConsentement",
        "DateEntreeVigueur",
        "DateDenonciation",
        "DateEffetDenonciation",
        "DateSuspension",
    ];

    /// <summary>An object of the document: its members' texts by name, and its line.</summary>
    sealed record Participant(int Line, Dictionary<string, string> Members)
    {
        public string this[string name] => Members.GetValueOrDefault(name) ?? "";
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="StatusTableException">It is not JSON, or no object in it names a participant.</exception>
    public static StatusTable Read(string text)
    {
        List<Participant> participants;
        try
        {
            participants = Participants(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException e)
        {
            throw new StatusTableException($"The document is not JSON: line {e.LineNumber + 1}: {e.Message.Split(". ")[0].TrimEnd('.')}.");
        }
        if (participants.Count == 0)
            throw new StatusTableException(
                "No object of the JSON document has LibPaysOrga, as in a list of signatures of the Council of Europe's Treaty Office."
            );
        var unused = new UnusedCells();
        var numbers = participants.Select(p => p["NumSTE"]).Where(n => n.Length > 0).Distinct().ToList();
        return new()
        {
            Format = StatusTableFormat.CoeJson,
            Number = numbers is [var only] ? only : null,
            Rows = [.. participants.Select(p => Row(p, numbers.Count > 1, unused)).OfType<StatusTableRow>()],
            Unused = unused.ToList(),
        };
    }

    static StatusTableRow? Row(Participant participant, bool hasTreaty, UnusedCells unused)
    {
        var (name, hasLeft, notes) = CellText.Name(participant["LibPaysOrga"]);
        if (name.Length == 0)
        {
            unused.Add(participant.Line, null, string.Join(", ", participant.Members.Values), "The object names no participant.");
            return null;
        }
        foreach (var (member, value) in participant.Members)
            if (!s_known.Contains(member) && member.StartsWith("Date", StringComparison.Ordinal) && value.Length > 0)
                unused.Add(participant.Line, member, value, "What this date is, is not known.");
        var acts = new[]
        {
            Act(participant, EventKind.Signature, "DateSignature", null, unused),
            Act(
                participant,
                participant["DateSignature"].Length > 0 ? EventKind.Ratification : EventKind.Accession,
                "DateConsentement",
                "DateEntreeVigueur",
                unused
            ),
            Act(participant, EventKind.Withdrawal, "DateDenonciation", "DateEffetDenonciation", unused),
            Act(participant, EventKind.Suspension, "DateSuspension", null, unused),
        }
            .OfType<StatusTableAct>()
            .ToList();
        return new(participant.Line, name, hasLeft ? ParticipantGrid.Bracketed(acts) : acts)
        {
            Code = participant["CodePays"] is { Length: > 0 } code ? code : null,
            Treaty = hasTreaty && participant["NumSTE"] is { Length: > 0 } treaty ? treaty : null,
            Footnotes = notes,
        };
    }

    static StatusTableAct? Act(Participant participant, EventKind kind, string date, string? effect, UnusedCells unused)
    {
        var day = Day(participant, date, unused);
        var from = effect is null ? null : Day(participant, effect, unused);
        if (day is { } known)
            return new(participant.Line, kind, new(known, known), participant[date]) { EffectiveOn = from };
        if (from is not null)
            unused.Add(participant.Line, effect, participant[effect!], $"'{date}' has no day, so the act it belongs to is not dated.");
        return null;
    }

    static DateOnly? Day(Participant participant, string name, UnusedCells unused)
    {
        var text = participant[name];
        if (text.Length == 0)
            return null;
        if (s_dates.Parse(text) is { } day)
            return day.First;
        unused.Add(participant.Line, name, text, "It is not a day such as 2001-03-04T00:00:00.");
        return null;
    }

    /// <summary>Every object with a name of a participant, however deep the lists around it.</summary>
    static List<Participant> Participants(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var (found, open) = (new List<Participant>(), new Stack<Participant>());
        var (line, counted, member) = (1, 0, "");
        while (reader.Read())
        {
            line += json.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new(line, new(StringComparer.Ordinal)));
                    break;
                case JsonTokenType.EndObject when open.Pop() is var closed && closed.Members.ContainsKey("LibPaysOrga"):
                    found.Add(closed);
                    break;
                case JsonTokenType.PropertyName:
                    member = reader.GetString()!;
                    break;
                case JsonTokenType.String or JsonTokenType.Number:
                    if (open.TryPeek(out var current))
                        current.Members[member] = CellText.Fold(
                            reader.TokenType is JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)
                        );
                    break;
            }
        }
        return found;
    }
}
