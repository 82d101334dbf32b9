using Microsoft.AspNetCore.Components;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>A part of a page, with short names for what all parts do.</summary>
public abstract class PagePart : ComponentBase
{
    /// <summary>The context of the page.</summary>
    [CascadingParameter]
    public PageContext P { get; set; } = null!;

    /// <summary>A text of the page's language.</summary>
    protected string T(string key, params IEnumerable<(string Name, object? Value)> places) => P.T(key, places);

    /// <summary>The address of another page.</summary>
    protected string To(string path, params IEnumerable<(string Name, string? Value)> query) => P.To(path, query);

    /// <summary>The address of anything on this host that has no language.</summary>
    protected string Root(string path) => P.Http.Request.PathBase.ToUriComponent() + path;

    /// <summary>A day as HTML, in the language of the page; a dash for none.</summary>
    protected MarkupString Time(DateOnly? day) =>
        day is { } known ? new($"<time datetime=\"{Instant.Text(known)}\">{P.Day(known)}</time>") : new("–");

    /// <summary>A day in a table; nothing for none.</summary>
    protected static string Iso(DateOnly? day) => day is { } known ? Instant.Text(known) : "";

    /// <summary>The marks of a figure in a list: a star where acts are not certain, a dagger where it is from an older table.</summary>
    protected static string Marks(RecordCoverage record) =>
        (record.UnverifiedEvents + record.UndatedEvents > 0 ? "*" : "") + (record.EndsWithOlderTable ? "†" : "");

    /// <summary>The language of a text as an attribute, where it is not the page's.</summary>
    protected string? Lang(string language) => language == P.Language ? null : language;

    /// <summary>The standing of a participant in a cell, in short and with its day; a dash for none.</summary>
    protected string Cell(Participation participation)
    {
        var asOf = P.Answer.AsOf;
        var standing = participation.StandingOn(asOf);
        var since =
            standing is Standing.Signatory
                ? participation.Signature?.Date
                : participation.Consents.LastOrDefault(c => c.From <= asOf)?.From;
        return standing is Standing.None ? "–" : $"{T($"short.{standing.WireName()}")} {Iso(since)}";
    }
}
