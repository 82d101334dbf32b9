using System.Globalization;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Figures;

/// <summary>How to cite a figure, in one sentence that hides no doubt and that another can look up.</summary>
static class Citation
{
    /// <summary>The sentence.</summary>
    /// <param name="title">The treaty's title.</param>
    /// <param name="count">Which count.</param>
    /// <param name="figure">Its figure.</param>
    /// <param name="record">How far the record goes.</param>
    /// <param name="clocks">The clocks of the answer.</param>
    /// <param name="address">Where the figure stays, with the host.</param>
    public static string Of(string title, NamedCount count, int figure, RecordState record, Clocks clocks, string address) => Labels.Phrase("cite", clocks.Language,
        ("title", title), ("figure", count.Told(figure, clocks.Language)), ("day", Telling.Day(clocks.AsOf, clocks.Language)), ("doubt", Doubt(record, clocks)),
        ("version", clocks.View.Version), ("address", address));

    static string Doubt(RecordState record, Clocks clocks)
    {
        var language = clocks.Language;
        var complete = Telling.Day(record.CompleteThrough, language);
        var far = clocks.LooksAhead is true ? Labels.Phrase("ahead", language, ("known", Telling.Day(DateOnly.FromDateTime(clocks.KnownAt.UtcDateTime), language)), ("complete", complete))
            : record.AsOfIsBeyond ? Labels.Phrase("beyond", language, ("complete", complete)) : "";
        return record.UnverifiedEvents == 0 ? far : far + Labels.Phrase("unverified", language, ("count", record.UnverifiedEvents.ToString(CultureInfo.InvariantCulture)));
    }
}
