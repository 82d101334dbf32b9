using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// Reads JSON objects as the records that describe them, member by member: each wrong member has a message of its own, by its place, such
/// as <c>[3].date</c>. Values are texts, Booleans, and lists of texts and of objects; what they say is for a validator.
/// </summary>
sealed class JsonMembers
{
    /// <summary>So many wrong members are named; nobody corrects more at once.</summary>
    const int MostErrors = 20;

    /// <summary>No list within an event needs more elements.</summary>
    const int MostElements = 100;

    static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, PropertyInfo Property)>> s_members = new();

    readonly Dictionary<string, string[]> _errors = [];

    /// <summary>What is wrong, by place.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => _errors;

    /// <summary>Whether no more errors are reported.</summary>
    public bool IsFull => _errors.Count >= MostErrors;

    /// <summary>Adds an error, unless there are many already.</summary>
    public void Add(string place, string message)
    {
        if (_errors.TryGetValue(place, out var messages))
            _errors[place] = [.. messages, message];
        else if (!IsFull)
            _errors[place] = [message];
    }

    /// <summary>The place of a member of what is at a place; empty for the body itself.</summary>
    public static string Of(string place, string member) => place.Length == 0 ? member : $"{place}.{member}";

    /// <summary>The place of an element of the list at a place.</summary>
    public static string Of(string place, int index) => string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]");

    /// <summary>Reads an object. Members that are not given keep the value of the record; <c>null</c> removes it.</summary>
    /// <param name="element">The object.</param>
    /// <param name="place">Its place; empty for the body itself.</param>
    /// <param name="into">The record; it must be a new one.</param>
    /// <returns>The record; <c>null</c> where the element is not an object.</returns>
    public T? Read<T>(JsonElement element, string place, T into)
        where T : class => (T?)Read(element, place, (object)into);

    object? Read(JsonElement element, string place, object into)
    {
        var members = s_members.GetOrAdd(
            into.GetType(),
            type => [.. type.GetProperties().Where(p => p.CanWrite).Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), p))]
        );
        if (element.ValueKind is not JsonValueKind.Object)
        {
            Add(place.Length == 0 ? "body" : place, $"The value is not an object. Members: {Names(members)}.");
            return null;
        }
        foreach (var member in element.EnumerateObject())
        {
            if (IsFull)
                break;
            if (members.FirstOrDefault(m => m.Name == member.Name) is not { Property: { } property })
            {
                var name = PlainText.Line(member.Name);
                Add(
                    place.Length == 0 ? "body" : place,
                    $"Unknown member '{(name.Length > 100 ? name[..100] + "…" : name)}'."
                        + $"{Suggestions.SuggestionText(name, members.Select(m => m.Name))} Supported: {Names(members)}."
                );
            }
            else
                property.SetValue(into, Value(member.Value, Of(place, member.Name), property.PropertyType));
        }
        return into;
    }

    object? Value(JsonElement value, string place, Type type)
    {
        if (value.ValueKind is JsonValueKind.Null)
            return null;
        if (type == typeof(string))
            return JsonRequestBody.Text(value) ?? Wrong(place, "The value is not a text. Write it in quotation marks.");
        if (type == typeof(bool?))
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? value.ValueKind is JsonValueKind.True
                : Wrong(place, "The value is not a Boolean. Use true or false, without quotation marks.");
        if (value.ValueKind is not JsonValueKind.Array)
            return Wrong(place, "The value is not a list. Write it in brackets, also where it has one element.");
        if (value.GetArrayLength() > MostElements)
            return Wrong(place, $"The list has {value.GetArrayLength()} elements. Use at most {MostElements}.");
        var of = type.GetElementType()!;
        var elements = Array.CreateInstance(of, value.GetArrayLength());
        foreach (var (at, element) in value.EnumerateArray().Index())
        {
            var here = Of(place, at);
            var read =
                of == typeof(string)
                    ? JsonRequestBody.Text(element) ?? Wrong(here, "The element is not a text. Write it in quotation marks.")
                    : Read(element, here, Activator.CreateInstance(of)!);
            elements.SetValue(read, at);
        }
        return elements;
    }

    object? Wrong(string place, string message)
    {
        Add(place, message);
        return null;
    }

    static string Names(IEnumerable<(string Name, PropertyInfo Property)> members) => string.Join(", ", members.Select(m => m.Name));
}
