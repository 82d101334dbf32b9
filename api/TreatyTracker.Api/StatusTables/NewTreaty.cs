using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// The file of a treaty that the seeds lack, from the header of its table. What the header does not say is not known, and the clauses say
/// so.
/// </summary>
static class NewTreaty
{
    const string NotRead = "The clause was not read: this file was written from the header of a status table.";

    /// <param name="id">The treaty's id.</param>
    /// <param name="table">Its table.</param>
    /// <param name="hasOrganizations">Whether a row is that of an organization.</param>
    /// <param name="now">The instant at which the treaty is first recorded.</param>
    /// <returns>The treaty, or what the header lacks.</returns>
    public static (Treaty? Treaty, string? Problem) Of(string id, StatusTable table, bool hasOrganizations, DateTimeOffset now)
    {
        var missing = new[] { table.Title is null ? "title" : null, table.ConcludedOn is null ? "day of conclusion" : null }
            .OfType<string>()
            .ToList();
        if (missing.Count > 0)
            return (null, $"the table's header has no {string.Join(" and no ", missing)}; write treaties/{id}.json yourself");
        return (
            new()
            {
                Id = id,
                Mtdsg = IsOfTheUnitedNations(table.Format) ? table.Number ?? id : id,
                Number = table.Format is StatusTableFormat.CoeJson ? table.Number : null,
                Numbering = table.Format is StatusTableFormat.CoeJson && table.Number is not null ? "cets" : null,
                Kind = KindOf(table.Title!),
                Titles = new Dictionary<string, string> { ["en"] = table.Title! },
                Adopted = new() { On = table.ConcludedOn!.Value, Place = PlaceOf(table.Conclusion) },
                Depositary =
                    IsOfTheUnitedNations(table.Format) ? "Secretary-General of the United Nations"
                    : table.Format is StatusTableFormat.CoeJson ? "Secretary General of the Council of Europe"
                    : "not known",
                Subject = "other",
                EntryIntoForcePublished = table.EntryIntoForceOn,
                FinalClauses = new()
                {
                    Signature = table.Rows.Any(r => r.Acts.Any(a => a.Kind.IsSigning())) ? new() : null,
                    EntryIntoForce = new() { Reason = NotRead },
                    LaterParticipants = new() { Reason = NotRead },
                    Withdrawal = new() { Reason = NotRead },
                    OpenTo = new() { States = "not known", RegionalOrganizations = hasOrganizations },
                },
                // Nothing is known to be complete until the counts agree.
                CompleteThrough = table.ConcludedOn!.Value,
                RecordNote = "This record was started from a status table whose counts it does not reproduce yet.",
                RecordedAt = now,
            },
            null
        );
    }

    static bool IsOfTheUnitedNations(StatusTableFormat format) =>
        format is StatusTableFormat.MtdsgXml or StatusTableFormat.MtdsgHtml or StatusTableFormat.MtdsgText;

    static TreatyKind KindOf(string title) =>
        title.Contains("Amendment", StringComparison.Ordinal) ? TreatyKind.Amendment
        : title.Contains("Protocol", StringComparison.Ordinal) && !title.StartsWith("Convention", StringComparison.Ordinal)
            ? TreatyKind.Protocol
        : title.Contains("Agreement", StringComparison.Ordinal) ? TreatyKind.Agreement
        : TreatyKind.Convention;

    /// <summary>The place in <c>Port Example, 4 March 2001</c>.</summary>
    static string? PlaceOf(string? conclusion) =>
        conclusion?.Split(',') is [var place, _, ..] && !place.Any(char.IsAsciiDigit) ? place.Trim() : null;
}
