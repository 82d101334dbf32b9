using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>The home page: search, today's figures of well-known treaties, questions, what is new, and how fresh the record is.</summary>
public sealed class HomePage : PageEndpoint<HomePage.Request>
{
    const int MostFigures = 12,
        MostNews = 8;

    static readonly string[] s_wellKnown =
    [
        "crc",
        "cedaw",
        "iccpr",
        "cat",
        "gc-1949-i",
        "refugees-1951",
        "rome-statute",
        "untoc",
        "uncac",
        "npt-1968",
        "unclos",
        "paris-agreement",
    ];

    public sealed class Request : KnownRequest;

    /// <inheritdoc/>
    protected override string Address => "/";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        var (view, today) = (page.Answer.View, page.Answer.AsOf);
        var treaties = s_wellKnown
            .Select(id => view.Treaties.FirstOrDefault(t => t.Id == id))
            .OfType<Treaty>()
            .Concat(view.Treaties.OrderByDescending(t => view.StatusOf(t).Timeline.On(today).Parties))
            .Distinct()
            .Take(MostFigures)
            .ToList();
        return Page<HomeView>(
            page,
            (nameof(HomeView.Treaties), treaties),
            (nameof(HomeView.Questions), HomeQuestion.All(page).ToList()),
            (nameof(HomeView.News), view.Acts.Reverse().Where(a => a.Date <= today).Take(MostNews).ToList())
        );
    }
}
