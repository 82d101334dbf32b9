using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>
/// Damages the invented documents at random: bytes, tags, lines and encodings. FUZZ_DOCUMENTS sets the number of damaged documents,
/// FUZZ_SEED the random seed.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class ReaderFuzzTests
{
    static readonly string[] s_tokens =
    [
        "<",
        ">",
        "</Row>",
        "<Row>",
        "<Entry>",
        "</td>",
        "<tr>",
        "<table>",
        "<sup>",
        "&lt;superscript&gt;",
        "&lt;/superscript&gt;",
        "&amp;",
        "&#x0;",
        "&nbsp;",
        "<!--",
        "<![CDATA[",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ";",
        "|",
        "\t",
        "\n",
        "\u00a0",
        "\u0000",
        "1",
        "9",
        "2001",
        "31 Feb 2001",
        " a",
        " AA",
        "(x)",
        "Participant",
        "T00:00:00",
        "null",
    ];

    static string Folder => Repository.At("tests", "TreatyTracker.Api.Tests", "StatusTables", "documents");

    [Test]
    public void A_damaged_document_is_read_or_refused_and_yields_no_day_that_is_not_printed()
    {
        var (count, seed) = (TestSettings.Number("FUZZ_DOCUMENTS", 400), TestSettings.Number("FUZZ_SEED", 11));
        TestContext.Out.WriteLine($"FUZZ_DOCUMENTS={count} FUZZ_SEED={seed}");
        var documents = Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var (acts, refused) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(seed + i);
            var document = Damaged(documents[i % documents.Count], random);
            StatusTableFormat? format = random.Next(4) == 0 ? random.GetItems(Enum.GetValues<StatusTableFormat>(), 1)[0] : null;
            try
            {
                var table = StatusTableReader.Read(document, format);
                acts += AssertPrinted(table, document);
            }
            catch (StatusTableException)
            {
                refused++;
            }
            catch (Exception e) when (e is not (AssertionException or MultipleAssertException))
            {
                Assert.Fail($"FUZZ_SEED={seed + i}: {e}\n{Convert.ToBase64String(document)}");
            }
        }
        // Otherwise the test would show nothing.
        Assert.That(acts, Is.GreaterThan(count));
        Assert.That(refused, Is.GreaterThan(count / 20));
    }

    static byte[] Damaged(byte[] document, Random random)
    {
        var bytes = document.ToList();
        // Markup seldom survives many edits, and half of the documents shall be read.
        var isGentle = random.Next(2) == 0;
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (isGentle ? 4 : random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, random.Next(5) == 0 ? length : 1);
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(random.GetItems(s_tokens, 1)[0]));
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    // Digits are where a wrong day would come from: one more, one less, another one.
                    if (bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9') is >= 0 and var digit)
                    {
                        if (random.Next(2) == 0)
                            bytes.RemoveAt(digit);
                        if (random.Next(3) > 0)
                            bytes.Insert(digit + random.Next(2), (byte)('0' + random.Next(10)));
                    }
                    break;
                default:
                    if (random.Next(8) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
            if (bytes.Count == 0)
                return [];
        }
        return random.Next(8) switch
        {
            0 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString([.. bytes])),
            1 => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString([.. bytes])),
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => [0xFF, 0xFE, .. bytes],
            _ => [.. bytes],
        };
    }

    /// <summary>Every day of every act stands in the document, as its markup shows it: day, month and year beside each other.</summary>
    static int AssertPrinted(StatusTable table, byte[] document)
    {
        var shown = new[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode }
            .SelectMany(e => new[] { "", " ", "$0" }.Select(tag => Shown(e.GetString(document), tag)))
            .ToList();
        var acts = table.Rows.SelectMany(r => r.Acts).ToList();
        foreach (var act in acts)
        {
            var (first, last) = (act.Date.First, act.Date.Last);
            var month = $"(?:{first.ToString("MMM", CultureInfo.InvariantCulture)}[a-z]*\\.?|{first.Month:00})";
            var pattern =
                act.Date.IsOneDay ? $@"(?<![0-9])(?:0?{first.Day}\ ?{month}\ ?{first.Year}|{first.Year}-{month}-{first.Day:00})(?![0-9])"
                : first.Month == last.Month ? $@"{month}\ ?{first.Year}(?![0-9])"
                : $@"(?<![0-9]){first.Year}(?![0-9])";
            Assert.That(shown.Exists(s => Regex.IsMatch(s, pattern, RegexOptions.IgnoreCase)), $"{act} is not printed:\n{shown[0]}");
            Assert.That(
                act.EffectiveOn is not { } day || shown.Exists(s => s.Contains($"{day:yyyy-MM-dd}", StringComparison.Ordinal)),
                $"the effect of {act} is not printed:\n{shown[0]}"
            );
        }
        return acts.Count;
    }

    /// <summary>
    /// What a reader of the page sees. A tag parts words where it is a cell's, does not where it is a letter's, and is none in plain text.
    /// </summary>
    static string Shown(string text, string tag)
    {
        var plain = WebUtility.HtmlDecode(text);
        plain = Notes().Replace(plain, "");
        return Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(plain, tag)), " ");
    }

    [GeneratedRegex("<(superscript|sup)>[^<]*</\\1>", RegexOptions.IgnoreCase)]
    private static partial Regex Notes();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();
}
