using System.Text;

namespace TreatyTracker.Api.Seeds;

/// <summary>Rewrites, in seed files, what is understood but not in canonical form. All other bytes stay.</summary>
static class SeedFixer
{
    /// <summary>One pass can leave values of the same field, or those beyond the most problems of a file, to the next.</summary>
    const int MostPasses = 100;

    static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Rewrites the files, each as a whole.</summary>
    /// <param name="directory">The directory of seeds.</param>
    /// <returns>The files that were rewritten, by path relative to the directory, each with the number of values.</returns>
    /// <exception cref="SeedException">There is no such directory.</exception>
    public static IReadOnlyDictionary<string, int> Fix(string directory)
    {
        var rewritten = new HashSet<(string File, int Record, int? Column)>();
        for (var (pass, changed) = (0, true); pass < MostPasses && changed; pass++)
        {
            changed = false;
            foreach (var file in SeedReader.ReadLenient(directory).Tolerated.GroupBy(p => p.File))
            {
                var path = Path.Combine(directory, file.Key);
                var text = s_utf8.GetString(File.ReadAllBytes(path));
                var (corrected, done) = Corrected(text, [.. file.Select(p => p.Fix!)]);
                if (done.Count == 0)
                    continue;
                AtomicFile.Write(path, corrected);
                changed = true;
                rewritten.UnionWith(done.Select(c => (file.Key, c.Record, c.Column)));
            }
        }
        return new SortedDictionary<string, int>(rewritten.CountBy(r => r.File).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>The text with those corrections that fit it, and these corrections.</summary>
    static (string Text, List<SeedCorrection> Done) Corrected(string text, IReadOnlyList<SeedCorrection> corrections)
    {
        var byField = corrections.Where(c => c.Column is not null).ToLookup(c => (c.Record, c.Column!.Value));
        var order = corrections.FirstOrDefault(c => c.Column is null);
        int[]? places = null;
        var (result, done, record, at) = (new StringBuilder(text.Length), new List<SeedCorrection>(), 0, 0);
        // The byte order mark is no part of the first field.
        if (text.StartsWith('\uFEFF'))
            result.Append(text[at++]);
        while (at < text.Length)
        {
            var (fields, end) = Record(text, at);
            var written = fields.Select(f => text[f]).ToArray();
            if (written is [""])
            {
                result.Append(text, at, end - at);
                at = end;
                continue;
            }
            record++;
            for (var column = 0; column < written.Length; column++)
                if (byField[(record, column)].FirstOrDefault(c => c.Found == Unquoted(written[column])) is { } correction)
                {
                    written[column] = Quoted(correction.Canonical);
                    done.Add(correction);
                }
            if (record == 1 && order is not null)
            {
                string[] names = [.. written.Select(name => Unquoted(name).Trim())];
                places = [.. order.Canonical.Split(',').Select(name => Array.IndexOf(names, name))];
                written = names;
                done.Add(order);
            }
            // A record of another length is a problem of its own, and stays as it is.
            if (places is not null && written.Length == places.Length)
                written = [.. places.Select(place => written[place])];
            result.AppendJoin(',', written).Append(text, fields[^1].End.Value, end - fields[^1].End.Value);
            at = end;
        }
        return (result.ToString(), done);
    }

    /// <summary>The fields of the record that begins at a place, as they are written, and the place after its line end.</summary>
    static (List<Range> Fields, int End) Record(string text, int at)
    {
        var (fields, from, quoted) = (new List<Range>(), at, false);
        for (; at < text.Length && (quoted || text[at] is not ('\r' or '\n')); at++)
            if (text[at] is '"' && (quoted || at == from))
                quoted = !quoted;
            else if (text[at] is '"' && !quoted && text[at - 1] is '"')
                quoted = true;
            else if (text[at] is ',' && !quoted)
            {
                fields.Add(from..at);
                from = at + 1;
            }
        fields.Add(from..at);
        if (at < text.Length)
            at += text[at] is '\r' && at + 1 < text.Length && text[at + 1] is '\n' ? 2 : 1;
        return (fields, at);
    }

    static string Unquoted(string field) =>
        field is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : field;

    static string Quoted(string value) =>
        value.AsSpan().IndexOfAny("\",\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
