using System.Collections.Frozen;
using TreatyTracker.Api.Consistency.Rules;

namespace TreatyTracker.Api.Consistency;

/// <summary>All rules, in the order in which reports show them.</summary>
public static class Catalogue
{
    /// <summary>The fictional record that the rules' examples refer to. Each line of an example names its file.</summary>
    public const string Setting = """
        The examples use a fictional record. The treaty 'convention' was adopted on 1980-01-10. It is open for signature by States and
        organizations from 1980-02-01 to 1981-01-31. It enters into force thirty days after the third instrument, not counting instruments
        of organizations. For later participants it enters into force thirty days after their own instrument. A withdrawal takes effect
        twelve months after its receipt. 'protocol' has the same clauses, does not enter into force before the convention, and requires its
        parties to be parties to the convention. FRA and DEU are the members of EUU. YUCS ended on 1992-04-27 (HRV, SVN and SRB succeed it),
        CSXX on 2006-06-02 (SRB continues it, MNE succeeds it). The day of the check is 2020-01-01.
        """;

    /// <summary>Every rule of the catalogue.</summary>
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

    /// <summary>Finds a rule by id; <c>null</c> if no rule has the id.</summary>
    public static Rule? Find(string id) => s_byId.GetValueOrDefault(id);
}
