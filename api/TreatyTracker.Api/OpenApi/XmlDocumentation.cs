using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace TreatyTracker.Api.OpenApi;

/// <summary>The documentation comments of assemblies as Swashbuckle needs them: it does not follow <c>inheritdoc</c> itself.</summary>
static partial class XmlDocumentation
{
    /// <summary>
    /// The comments of each assembly, with each <c>inheritdoc cref</c> replaced by what it refers to in any of them, and without the line
    /// breaks of the source.
    /// </summary>
    public static IEnumerable<XPathDocument> Of(params IEnumerable<Assembly> assemblies)
    {
        var files = assemblies.Select(a => XDocument.Load(Path.ChangeExtension(a.Location, ".xml"))).ToList();
        var members = files.SelectMany(f => f.Descendants("member")).ToDictionary(m => (string)m.Attribute("name")!);
        foreach (var inherited in files.SelectMany(f => f.Descendants("inheritdoc")).ToList())
            if ((string?)inherited.Attribute("cref") is { } cref)
            {
                var source = members.TryGetValue(cref, out var member) ? member.Elements() : ParameterOf(cref, members);
                inherited.ReplaceWith(inherited.Parent!.Name == "member" ? source : source.Where(e => e.Name == "summary").Nodes());
            }
        foreach (var text in files.SelectMany(f => f.DescendantNodes()).OfType<XText>())
            text.Value = LineBreak().Replace(text.Value, " ");
        return files.Select(f => new XPathDocument(f.CreateReader()));
    }

    /// <summary>The summary of a positional record's property, which is documented as a parameter of the record.</summary>
    static IEnumerable<XElement> ParameterOf(string cref, Dictionary<string, XElement> members)
    {
        var (type, name) = (cref[..cref.LastIndexOf('.')], cref[(cref.LastIndexOf('.') + 1)..]);
        return (members.GetValueOrDefault($"T{type[1..]}")?.Elements("param") ?? [])
            .Where(p => (string?)p.Attribute("name") == name)
            .Select(p => new XElement("summary", p.Nodes()));
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
