using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>
/// JUnit XML as read by Jenkins, GitLab and others: a suite for each group of rules, a case for each rule and treaty. No single standard
/// exists; the report uses only elements and attributes that both the Jenkins and the Surefire schema define. All times are zero because a
/// report reads no clock.
/// </summary>
static class JunitReport
{
    public static string Write(Outcome outcome)
    {
        var findings = outcome.Report.Findings.ToLookup(f => (f.Rule, f.Treaty));
        var suites = outcome
            .Report.Rules.GroupBy(r => r.Group)
            .Select(group =>
                Suite(
                    group.Key,
                    group
                        .SelectMany(rule =>
                            outcome
                                .Report.Treaties.Cast<string?>()
                                .Append(null)
                                .Select(treaty => (rule, treaty, found: findings[(rule.Id, treaty)].ToList()))
                        )
                        .Where(c => c.treaty is not null || c.found.Count > 0)
                        .Select(c => Case(outcome, c.rule, c.treaty, c.found))
                )
            )
            .ToList();
        var root = new XElement(
            "testsuites",
            new XAttribute("name", "treatytracker check"),
            Sum(suites, "tests"),
            Sum(suites, "failures"),
            Sum(suites, "errors"),
            new XAttribute("time", "0"),
            suites
        );

        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                bytes,
                new()
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
            root.Save(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    static XElement Suite(string group, IEnumerable<XElement> elements)
    {
        var cases = elements.ToList();
        XAttribute Count(string attribute, string element) => new(attribute, cases.Count(c => c.Element(element) is not null));
        return new(
            "testsuite",
            new XAttribute("name", group),
            new XAttribute("tests", cases.Count),
            Count("failures", "failure"),
            new XAttribute("errors", 0),
            Count("skipped", "skipped"),
            new XAttribute("time", "0"),
            cases
        );
    }

    static XElement Case(Outcome outcome, Rule rule, string? treaty, List<Finding> found)
    {
        var failing = found.Where(f => f.Waived is null && f.Severity >= outcome.FailOn).ToList();
        var waived = found.Where(f => f.Waived is not null).ToList();
        var mild = found.Except(failing).Except(waived).ToList();
        var test = new XElement(
            "testcase",
            new XAttribute("name", treaty is null ? rule.Id : $"{rule.Id} {treaty}"),
            new XAttribute("classname", $"{rule.Group}.{rule.Id}"),
            new XAttribute("time", "0")
        );
        // Readers show only the first failure of a case, so one failure holds all findings.
        if (failing.Count > 0)
            test.Add(
                new XElement(
                    "failure",
                    new XAttribute("type", rule.Id),
                    new XAttribute("message", PlainText.Clean(Heading(failing, f => f.Found))),
                    PlainText.Clean(Texts(outcome, failing))
                )
            );
        else if (waived.Count > 0)
            test.Add(new XElement("skipped", new XAttribute("message", PlainText.Clean($"Waived: {Heading(waived, f => f.Waived!)}"))));
        var notFailing = failing.Count > 0 ? [.. mild, .. waived] : (IReadOnlyList<Finding>)mild;
        if (notFailing.Count > 0)
            test.Add(new XElement("system-out", PlainText.Clean(Texts(outcome, notFailing))));
        return test;
    }

    static string Heading(List<Finding> findings, Func<Finding, string> text) =>
        findings.Count == 1 ? PlainText.Line(text(findings[0])) : $"{findings.Count} findings. First: {PlainText.Line(text(findings[0]))}";

    static string Texts(Outcome outcome, IEnumerable<Finding> findings) =>
        string.Join(
            "\n\n",
            findings.Select(f =>
                string.Join(
                    '\n',
                    [
                        (f.Where is { } where ? $"{outcome.FileOf(where)}:{where.Line}: " : "")
                            + $"{f.Severity.WireName()} {f.Rule}{(f.Participant is { } p ? $" {p}" : "")}",
                        .. TextReport.Body(f),
                        .. f.Waived is { } reason ? [$"Waived: {PlainText.Line(reason)}"] : Array.Empty<string>(),
                    ]
                )
            )
        );

    static XAttribute Sum(List<XElement> suites, string attribute) =>
        new(attribute, suites.Sum(s => int.Parse(s.Attribute(attribute)!.Value, CultureInfo.InvariantCulture)));
}
