using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>Links between the documents lead somewhere.</summary>
public sealed partial class LinkTests
{
    static IEnumerable<string> Pages => Documents.All;

    [Test]
    public void The_documents_are_found() =>
        Assert.That(
            Pages,
            Is.SupersetOf(new[] { "README.md", "CONTRIBUTING.md", "api/README.md", "api/deploy/README.md", "seeds/README.md" })
        );

    [TestCaseSource(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file_and_a_heading_that_exist(string page)
    {
        foreach (Match link in Link().Matches(Documents.Text(page)))
        {
            var (path, anchor) = (link.Groups["path"].Value, link.Groups["anchor"].Value);
            var target = path.Length == 0 ? Repository.At(page) : Path.GetFullPath(path, Path.GetDirectoryName(Repository.At(page))!);
            Assert.That(Path.Exists(target), $"{page}: there is no {path}");
            if (anchor.Length > 0)
                Assert.That(
                    Documents.Anchors(Path.GetRelativePath(Repository.Root, target)),
                    Does.Contain(anchor),
                    $"{page}: {link.Value}"
                );
        }
    }

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<path>[^)#\s]*)(?:#(?<anchor>[^)\s]+))?\)")]
    private static partial Regex Link();
}
