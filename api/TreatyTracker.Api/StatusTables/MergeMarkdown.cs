using System.Text;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Plans as Markdown, for the text of a pull request.</summary>
static class MergeMarkdown
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

    /// <summary>Text on one line that is no markup, no mention and no reference.</summary>
    static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in PlainText.Line(text))
            if (c is '@' or '#')
                escaped.Append(c).Append('\u200B');
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '!' or '$')
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c is '&' ? "&amp;" : c.ToString());
        return escaped.ToString();
    }
}
