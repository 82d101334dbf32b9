using System.Text;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Plans as Markdown, for the text of a pull request.</summary>
static partial class MergeMarkdown
{
    // GitHub refuses a text of more than 65,536 characters.
    const int MostRows = 40;

    /// <summary>Writes the plans, then a summary.</summary>
    public static string Of(SeedMergeResult result)
    {
        var text = new StringBuilder();
        foreach (var line in MergeText.Summary(result))
            text.Append(Escaped(line)).Append("\n\n");
        foreach (var plan in result.Plans.Where(MergeText.HasNews))
        {
            text.Append("## ").Append(Escaped(MergeText.Heading(plan))).Append("\n\n");
            text.Append(Escaped(MergeText.Counts(plan).Split('\n')[0])).Append("\n\n");
            foreach (var suspect in plan.Proof.Suspects.Take(MostRows))
                text.Append("- suspect: ").Append(Escaped(suspect)).Append('\n');
            if (plan.Proof.Suspects.Count > 0)
                text.Append('\n');
            foreach (var (title, lines) in MergeText.Sections(plan))
            {
                text.Append("### ").Append(title).Append("\n\n");
                // The sign before each line would be a list within the list.
                foreach (var line in lines.Take(MostRows))
                    text.Append("- ").Append(Escaped(line[2..])).Append('\n');
                if (lines.Count > MostRows)
                    text.Append("- … and ").Append(lines.Count - MostRows).Append(" more\n");
                text.Append('\n');
            }
        }
        if (result.Refused.Count > 0)
            text.Append("## Not merged\n\n");
        foreach (var refused in result.Refused.Take(MostRows))
            text.Append("- ").Append(Escaped($"{refused.File}: {refused.Reason}")).Append('\n');
        return text.ToString();
    }

    /// <summary>Text on one line that is no markup, no mention, no reference and no link.</summary>
    static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Linked().Replace(PlainText.Line(text), "$0\u200B"))
            if (c is '@' or '#')
                escaped.Append(c).Append('\u200B');
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '!' or '$')
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c is '&' ? "&amp;" : c.ToString());
        return escaped.ToString();
    }

    /// <summary>The beginnings of what GitHub makes a link without any markup: addresses, issues as GH-26, and hashes of commits.</summary>
    [GeneratedRegex(@"(https?|ftp):|www(?=\.)|\bGH(?=-[0-9])|[0-9a-f]{6}(?=[0-9a-f])", RegexOptions.IgnoreCase)]
    private static partial Regex Linked();
}
