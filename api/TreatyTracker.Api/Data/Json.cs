using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// How values are written as JSON, in seeds, database and answers: camelCase, wire words, unknown members absent.
/// </summary>
public static class Json
{
    /// <summary>For files that people read and edit, and that must round-trip byte for byte: indented, without defaults.</summary>
    public static JsonSerializerOptions Seeds { get; } =
        Configure(
            new()
            {
                WriteIndented = true,
                NewLine = "\n",
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNo } },
                UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
                AllowDuplicateProperties = false,
                RespectNullableAnnotations = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    /// <summary>For the database: like <see cref="Seeds"/>, on one line.</summary>
    public static JsonSerializerOptions Column { get; } = new(Seeds) { WriteIndented = false, Converters = { new CleanTextConverter() } };

    /// <summary>For reports, and other files that people read.</summary>
    public static JsonSerializerOptions Indented { get; } =
        Configure(
            new()
            {
                WriteIndented = true,
                NewLine = "\n",
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    /// <summary>What all uses have in common.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new WordConverterFactory());
        options.Converters.Add(new EquatableArrayConverterFactory());
        options.Converters.Add(new InstantConverter());
        return options;
    }

    /// <summary>
    /// Omits what a clause does not say: no <c>false</c>, no zero, and no computed properties.
    /// </summary>
    static void LeaveOutNo(JsonTypeInfo type)
    {
        // Lists have files and a table of their own.
        if (type.Type == typeof(Treaty))
            type.Properties.Remove(type.Properties.Single(p => p.PropertyType == typeof(EquatableArray<ListEntry>)));
        foreach (var property in type.Properties)
            if (property.Set is null)
                property.ShouldSerialize = (_, _) => false;
            else if (property.PropertyType == typeof(bool) || property.PropertyType == typeof(int))
                property.ShouldSerialize = (_, value) => value is not (false or 0);
            else if (property.PropertyType == typeof(EquatableArray<EntryIntoForceCondition>))
                property.ShouldSerialize = (_, value) => value is EquatableArray<EntryIntoForceCondition> { Count: > 0 };
            else if (property.Name == "depositaries")
                property.ShouldSerialize = (_, value) => value is EquatableArray<string> { Count: > 0 };
    }

    /// <summary>
    /// Does for text within a JSON column what <see cref="CleanText"/> does for a column: there, escapes hide characters.
    /// </summary>
    sealed class CleanTextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text ? PlainText.Clean(text) : null;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    sealed class WordConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
    }

    sealed class WordConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && WireNames.Find<T>(reader.GetString()) is { } value
                ? value
                : throw new JsonException($"expected one of {string.Join(", ", WireNames.All<T>())}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.WireName());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.MemberName());
    }

    sealed class EquatableArrayConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableArray<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(EquatableArrayConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    sealed class EquatableArrayConverter<T> : JsonConverter<EquatableArray<T>>
    {
        public override EquatableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<List<T>>(ref reader, options) ?? []];

        public override void Write(Utf8JsonWriter writer, EquatableArray<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }

    /// <summary>Instants as <c>2026-11-23T00:00:00Z</c>: UTC, and only as many digits of a second as there are.</summary>
    sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.Parse(reader.GetString()) ?? throw new JsonException("expected an instant such as 2026-11-23T00:00:00Z");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instant.Text(value));
    }
}
