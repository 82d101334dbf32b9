using TreatyTracker.Api.Features.Parties;

namespace TreatyTracker.Api.Pages;

/// <summary>Sorts rows of status tables. Rows without the day come last in both directions.</summary>
static class StatusOrder
{
    public static IEnumerable<T> By<T>(
        this IEnumerable<T> rows,
        StatusSort sort,
        bool descending,
        Func<T, StatusRow> status,
        Func<T, string> name
    )
    {
        DateOnly? Day(StatusRow row) =>
            sort switch
            {
                StatusSort.Signed => row.SignedOn,
                StatusSort.Consented => row.ConsentOn,
                StatusSort.InForce => row.InForceOn,
                _ => default(DateOnly),
            };
        var ordered = rows.OrderBy(r => Day(status(r)) is null);
        ordered = sort switch
        {
            StatusSort.Name => descending
                ? ordered.ThenByDescending(name, StringComparer.Ordinal)
                : ordered.ThenBy(name, StringComparer.Ordinal),
            StatusSort.Standing => descending
                ? ordered.ThenBy(r => status(r).Standing)
                : ordered.ThenByDescending(r => status(r).Standing is Law.Standing.FormerParty ? -1 : (int)status(r).Standing),
            _ => descending ? ordered.ThenByDescending(r => Day(status(r))) : ordered.ThenBy(r => Day(status(r))),
        };
        return ordered.ThenBy(name, StringComparer.Ordinal);
    }
}
