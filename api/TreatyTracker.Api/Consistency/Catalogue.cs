using System.Collections.Frozen;
using TreatyTracker.Api.Consistency.Rules;

namespace TreatyTracker.Api.Consistency;

/// <summary>All rules, in the order in which reports show them.</summary>
public static class Catalogue
{
    /// <summary>What the rules' examples take for granted: rows of a small record, each line naming its file.</summary>
    public const string Setting = """
        The examples speak of a made-up record. The treaty 'convention' was adopted on 1980-01-10 and is open for signature from 1980-02-01
        to 1981-01-31, to States and to organizations. It enters into force thirty days after the third instrument, organizations' not
        counted, and for later participants thirty days after their own; a withdrawal takes effect twelve months after its receipt. 'protocol'
        has the same clauses, waits for the convention, and asks its parties to be parties to it. FRA and DEU are the members of EUU. YUCS
        ended on 1992-04-27 (HRV, SVN and SRB succeed it), CSXX on 2006-06-02 (SRB continues it, MNE succeeds it). The day is 2020-01-01.
        """;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. DateRules.All,
        .. ConsentRules.All,
        .. LeavingRules.All,
        .. EntryIntoForceRules.All,
        .. ParentRules.All,
        .. ParticipantRules.All,
        .. RecordRules.All,
        .. CountRules.All,
        .. WaiverRules.All,
    ];

    static readonly FrozenDictionary<string, Rule> s_byId = All.ToFrozenDictionary(r => r.Id);

    /// <summary>A rule by id; <c>null</c> when there is none.</summary>
    public static Rule? Find(string id) => s_byId.GetValueOrDefault(id);
}
