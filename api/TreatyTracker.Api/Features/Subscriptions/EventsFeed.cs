using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>
/// The newest events as an Atom feed (RFC 4287). Everything in it comes from the register and the requested address: the same data always
/// gives the same bytes.
/// </summary>
static class EventsFeed
{
    /// <summary>The maximum number of events in a feed.</summary>
    public const int MaxEntries = 100;

    const string MediaType = "application/atom+xml";

    public const string Description =
        "Returns the newest 100 events as an Atom feed (RFC 4287), ordered by the instant at which the register recorded them, then by "
        + "date. The entry of a correction includes the event that it corrects.";

    /// <summary>Describes an operation as a feed.</summary>
    public static void ServeFeed(this BaseEndpoint endpoint) => ProducesMediaTypes.Only(endpoint, MediaType, new VariesByHost());

    /// <summary>Creates a feed.</summary>
    /// <param name="http">The HTTP context.</param>
    /// <param name="request">The parameters of the request.</param>
    /// <param name="context">The context of the answer.</param>
    /// <param name="title">The title of the feed.</param>
    /// <param name="path">The canonical path of the feed.</param>
    /// <param name="list">The address of the corresponding JSON list.</param>
    /// <param name="belongs">Whether the feed includes an event.</param>
    /// <param name="recordNote">What may be missing from the record, for the feed of one treaty.</param>
    public static IResult Of(
        HttpContext http,
        FeedRequest request,
        AnswerContext context,
        string title,
        string path,
        string list,
        Func<TreatyEvent, bool> belongs,
        string? recordNote = null
    )
    {
        var newest = context
            .Register.Facts.Events.Where(e => e.RecordedAt <= context.View.KnownAt && belongs(e))
            .OrderByDescending(e => e.RecordedAt)
            .ThenByDescending(e => e.Date)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .Take(request.Limit ?? MaxEntries)
            .ToList();
        var feed = new SyndicationFeed
        {
            Id = Urn(path),
            Title = new(title),
            Language = context.Language,
            Generator = "Treaty Tracker",
            LastUpdatedTime = newest is [var latest, ..] ? latest.RecordedAt : DateTimeOffset.UnixEpoch,
            Items = newest.Select(e => Entry(e, context, http)),
        };
        if (recordNote is not null)
            feed.Description = new(recordNote);
        feed.Authors.Add(new() { Name = "Treaty Tracker" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(http.Absolute(path + http.Request.QueryString.ToUriComponent()), MediaType));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(http.Absolute(list), "application/json"));
        return TypedResults.Bytes(Bytes(feed), MediaType + "; charset=utf-8");
    }

    static SyndicationItem Entry(TreatyEvent e, AnswerContext context, HttpContext http)
    {
        var item = new SyndicationItem
        {
            Id = Urn("/v1/events/" + e.Id),
            Title = new(Prose.Of(e, context.Register, context.Language)),
            // A recorded event never changes. A correction is a separate event with its own entry.
            LastUpdatedTime = e.RecordedAt,
            PublishDate = e.RecordedAt,
            Summary = new(string.Join(' ', Sentences(e, context))),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(http.Absolute("/v1/events/" + e.Id), "application/json"));
        item.Categories.Add(new(e.Kind.WireName()));
        item.Categories.Add(new(e.Treaty));
        if (e.Participant.Length > 0)
            item.Categories.Add(new(e.Participant));
        return item;
    }

    static IEnumerable<string> Sentences(TreatyEvent e, AnswerContext context)
    {
        var language = context.Language;
        if (e.EffectiveOn is { } effect)
            yield return Labels.Phrase("takes-effect", language, ("day", Prose.Day(effect, language)));
        if (e.DateKnown is not DateKnown.Day)
            yield return Labels.Phrase("date-not-known", language);
        if (e.Counterpart is { } counterpart)
            yield return Labels.Phrase("counterpart", language, ("name", context.Register.Participant(counterpart).NameIn(language)));
        if (e.OpposesEntryIntoForce)
            yield return Labels.Phrase("opposes-entry-into-force", language);
        if (e.Depositary is { } depositary)
            yield return Labels.Phrase("depositary", language, ("name", depositary.TrimEnd('.')));
        yield return Labels.Phrase("verification", language, ("word", e.Verification.WireName()));
        if (e.Sources.Count > 0)
            yield return Labels.Phrase("sources", language, ("list", string.Join(", ", e.Sources)));
        if (e.Note is { } note)
            yield return Labels.Phrase("note", language, ("note", note.TrimEnd('.')));
    }

    /// <summary>A permanent id that is equal on every host: a version 8 UUID (RFC 9562) derived from the path.</summary>
    static string Urn(string path)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("treaty-tracker:" + path)).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    static byte[] Bytes(SyndicationFeed feed)
    {
        using var stream = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                stream,
                new()
                {
                    Indent = true,
                    NewLineChars = "\n",
                    Encoding = new UTF8Encoding(false),
                }
            )
        )
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return stream.ToArray();
    }
}
