using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>Several treaties side by side, several States side by side, or a treaty between two States.</summary>
public sealed class ComparePage : PageEndpoint<ComparePage.Request>
{
    /// <summary>The most treaties that are compared: more fit on no screen.</summary>
    public const int MostTreaties = 6;

    const int MostStates = 6;

    public sealed class Request : TimedRequest
    {
        /// <summary>Treaties by id, MTDSG number or short title.</summary>
        [FreeText]
        public string[]? Treaty { get; init; }

        /// <summary>States and organizations by code or name.</summary>
        [FreeText]
        public string[]? State { get; init; }

        /// <summary>Whether rows in which all are alike are shown, too.</summary>
        public bool? All { get; init; }

        /// <summary>The part of the rows, if they are too many for one page.</summary>
        [Range(1, 1000)]
        public int? Page { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/compare";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        var context = page.Answer;
        var (treaties, states) = (new List<Treaty>(), new List<ParticipantEntry>());
        foreach (var name in (req.Treaty ?? []).Distinct())
            if (FindTreaty(name, page) is { } treaty)
                treaties.Add(treaty);
            else
                return Unknown(name, req, page);
        foreach (var name in (req.State ?? []).Distinct())
            if ((context.Register.FindParticipant(name) ?? context.Register.Names.Resolve(name).Participant) is { } state)
                states.Add(state);
            else
                return Unknown(name, req, page);
        if (treaties.Count > MostTreaties)
            return Problem.BadParameter("treaty", $"{treaties.Count} treaties are too many. Give at most {MostTreaties}.");
        if (states.Count > MostStates)
            return Problem.BadParameter("state", $"{states.Count} States are too many. Give at most {MostStates}.");
        // Names that people typed become ids and codes, so that the address is short and the same in all languages.
        var (ids, codes) = (treaties.Select(t => t.Id).Distinct().ToList(), states.Select(s => s.Code).Distinct().ToList());
        if (!ids.SequenceEqual(req.Treaty ?? []) || !codes.SequenceEqual(req.State ?? []))
            return TypedResults.Redirect(
                page.Here([
                    ("treaty", null),
                    ("state", null),
                    .. ids.Select(id => ("treaty", (string?)id)),
                    .. codes.Select(c => ("state", (string?)c)),
                ])
            );
        return (treaties.Count, states.Count) switch
        {
            (> 0, 2) => Page<CompareBetweenView>(
                page,
                (nameof(CompareBetweenView.Rows), treaties.ConvertAll(t => RelationRow.Of(t, codes[0], codes[1], context)))
            ),
            (> 1, 0) => Page<CompareTreatiesView>(
                page,
                (nameof(CompareTreatiesView.Treaties), treaties),
                (nameof(CompareTreatiesView.ShowsAll), req.All is true),
                (nameof(CompareTreatiesView.Page), req.Page)
            ),
            (0, > 1) => Page<CompareStatesView>(
                page,
                (nameof(CompareStatesView.States), states),
                (nameof(CompareStatesView.ShowsAll), req.All is true),
                (nameof(CompareStatesView.Page), req.Page)
            ),
            _ => Page<CompareFormsView>(
                page,
                (nameof(CompareFormsView.Treaties), treaties.ConvertAll(t => page.ShortTitleOf(t).Title)),
                (nameof(CompareFormsView.States), states.ConvertAll(s => s.NameIn(page.Language)))
            ),
        };
    }

    /// <summary>400 with the forms as they were filled in, and what was probably meant.</summary>
    static RenderedPage Unknown(string name, Request req, PageContext page) =>
        new(
            page,
            typeof(CompareFormsView),
            new()
            {
                [nameof(CompareFormsView.Treaties)] = req.Treaty ?? [],
                [nameof(CompareFormsView.States)] = req.State ?? [],
                [nameof(CompareFormsView.Unknown)] = name,
            },
            StatusCodes.Status400BadRequest
        );

    static Treaty? FindTreaty(string name, PageContext page)
    {
        if (page.Answer.Register.FindTreaty(name) is { } treaty && page.Answer.View.Knows(treaty))
            return treaty;
        var exact = SearchText.Fold(name);
        var named = page.Answer.View.Treaties.Where(t => page.Answer.SearchedOf(t).Contains(exact)).ToList();
        return named is [var only] ? only
            : SearchResults.Of(name, page.Answer) is { AreAlike: false, Treaties: [var found] } ? found
            : null;
    }
}
