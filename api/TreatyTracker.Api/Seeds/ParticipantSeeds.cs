using TreatyTracker.Api.Data;
using TreatyTracker.Law;
using SeedLines = System.Collections.Generic.Dictionary<string, (string File, int Line)>;

namespace TreatyTracker.Api.Seeds;

/// <summary>Reads the participants with their other names and memberships.</summary>
static class ParticipantSeeds
{
    public static List<ParticipantEntry> Read(string directory, SeedLines lines, List<SeedProblem> problems)
    {
        var rows = SeedRow
            .ReadFile(directory, SeedFormat.Participants, SeedFormat.ParticipantColumns, problems, SeedFormat.MoreParticipantColumns)
            .ToList();
        var known = rows.Select(r => r.Text("code") ?? "").ToHashSet(StringComparer.Ordinal);
        var formerNames = FormerNames(directory, known, problems);
        var otherNames = OtherNames(directory, known, problems);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<ParticipantEntry>();
        foreach (var row in rows)
        {
            var code = row.Required("code");
            // A participant with a problem is kept, so that its acts are not reported as well; without a code of its own it cannot be.
            var kept = code.Length > 0 && seen.Add(code);
            if (!kept && code.Length > 0)
                row.Problem($"participant '{code}' stands here twice");
            if (code.Length is not (3 or 4) || !code.All(char.IsAsciiLetterUpper))
                row.Problem($"code '{code}' is not three or four capital letters");
            if (row.Text("iso2") is { } iso2 && (iso2.Length != 2 || !iso2.All(char.IsAsciiLetterUpper)))
                row.Problem("iso2 is not two capital letters");
            if (row.Text("m49") is { } m49 && (m49.Length != 3 || !m49.All(char.IsAsciiDigit)))
                row.Problem("m49 is not three digits");
            foreach (var successor in row.List("successors"))
                row.MustBeKnown("successors", successor, known, "the code of a participant", SeedProblem.UnknownParticipant);
            var participant = new Participant
            {
                Code = code,
                Iso2 = row.Text("iso2"),
                M49 = row.Text("m49"),
                Kind = row.Word<ParticipantKind>("kind"),
                UnMemberSince = row.Day("un_member_since"),
                UnMemberUntil = row.Day("un_member_until"),
                UnObserverSince = row.Day("un_observer_since"),
                StatehoodSince = row.Day("statehood_since"),
                StatehoodUntil = row.Day("statehood_until"),
                Successors = [.. row.List("successors").Where(known.Contains).Distinct()],
                Region = row.Text("region"),
                SubRegion = row.Text("sub_region"),
                IntermediateRegion = row.Text("intermediate_region"),
                UnRegionalGroup = row.Text("un_regional_group"),
            };
            if (participant.StatehoodSince is null != row.Text("statehood_basis") is null)
                row.Problem("statehood_since and statehood_basis are given together or not at all");
            if (participant is { StatehoodSince: not null, IsOrganization: true })
                row.Problem("statehood_since is for States; an organization has none");
            row.Required("name_en");
            var current = Languages
                .All.Where(l => row.Text($"name_{l}") is not null)
                .Select(l => new ParticipantName(l, row.Text($"name_{l}")!, null, null));
            if (!kept)
                continue;
            lines[SeedLocations.OfParticipant(code)] = row.Place;
            var names = InOrder([.. current], [.. formerNames[code]]);
            foreach (var twice in names.GroupBy(n => (n.Language, n.Name)).Where(g => g.Count() > 1))
                row.Problem($"the name '{twice.Key.Name}' in '{twice.Key.Language}' stands twice, here or in {SeedFormat.FormerNames}");
            entries.Add(
                new(participant, row.Required("official_name"), [.. names.DistinctBy(n => (n.Language, n.Name))], row.Text("note"))
                {
                    OtherNames = [.. otherNames[code]],
                    StatehoodBasis = row.Text("statehood_basis"),
                }
            );
        }
        // Members may be named, so the names come first.
        var members = Memberships(directory, new(entries), problems);
        return
        [
            .. entries
                .OrderBy(e => e.Code, StringComparer.Ordinal)
                .Select(e => e with { Participant = e.Participant with { Members = [.. members[e.Code]] } }),
        ];
    }

    /// <summary>Names by language and period; a current name begins on the day after the last former one ends.</summary>
    static EquatableArray<ParticipantName> InOrder(IReadOnlyList<ParticipantName> current, IReadOnlyList<ParticipantName> former) =>
        [
            .. current
                .Select(c =>
                    c with
                    {
                        From =
                            former.Where(f => f.Language == c.Language).Max(f => f.Until) is { } last && last < DateOnly.MaxValue
                                ? last.AddDays(1)
                                : null,
                    }
                )
                .Concat(former)
                .OrderBy(n => n.Language, StringComparer.Ordinal)
                .ThenBy(n => n.Until ?? DateOnly.MaxValue),
        ];

    static ILookup<string, ParticipantName> FormerNames(string directory, HashSet<string> participants, List<SeedProblem> problems)
    {
        var names = new List<(string Code, ParticipantName Name)>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.FormerNames, SeedFormat.FormerNameColumns, problems))
        {
            var code = row.Required("participant");
            row.MustBeKnown("participant", code, participants, "the code of a participant", SeedProblem.UnknownParticipant);
            var language = row.Required("language");
            row.MustBeKnown("language", language, Languages.All.ToHashSet(), $"one of {string.Join(", ", Languages.All)}");
            var name = new ParticipantName(language, row.Required("name"), row.Day("from"), row.RequiredDay("until"));
            if (row.Sound)
                names.Add((code, name));
        }
        return names.ToLookup(n => n.Code, n => n.Name);
    }

    static ILookup<string, OtherName> OtherNames(string directory, HashSet<string> participants, List<SeedProblem> problems)
    {
        var names = new HashSet<(string Code, OtherName Name)>();
        // The file is optional.
        if (!File.Exists(Path.Combine(directory, SeedFormat.OtherNames)))
            return names.ToLookup(n => n.Code, n => n.Name);
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.OtherNames, SeedFormat.OtherNameColumns, problems))
        {
            var code = row.Required("participant");
            row.MustBeKnown("participant", code, participants, "the code of a participant", SeedProblem.UnknownParticipant);
            var language = row.Required("language");
            row.MustBeKnown("language", language, Languages.All.ToHashSet(), $"one of {string.Join(", ", Languages.All)}");
            var name = new OtherName(language, row.Required("name"));
            if (row.Sound && !names.Add((code, name)))
                row.Problem($"the name '{name.Name}' in '{language}' stands here twice");
        }
        return names
            .OrderBy(n => n.Name.Language, StringComparer.Ordinal)
            .ThenBy(n => n.Name.Name, StringComparer.Ordinal)
            .ToLookup(n => n.Code, n => n.Name);
    }

    static ILookup<string, Membership> Memberships(string directory, ParticipantCodes codes, List<SeedProblem> problems)
    {
        var members = new List<(string Organization, Membership Membership)>();
        var seen = new HashSet<(string, string, DateOnly)>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.Memberships, SeedFormat.MembershipColumns, problems))
        {
            row.Required("organization");
            row.Required("member");
            var from = row.RequiredDay("from");
            DateOnly? on = from == default ? null : from;
            var (organization, member) = (row.Participant("organization", codes, on) ?? "", row.Participant("member", codes, on) ?? "");
            var membership = new Membership(member, from, row.Day("until"));
            if (!seen.Add((organization, membership.Member, membership.From)))
                row.Problem("the same membership stands here twice");
            if (row.Sound)
                members.Add((organization, membership));
        }
        return members
            .OrderBy(m => m.Membership.Member, StringComparer.Ordinal)
            .ThenBy(m => m.Membership.From)
            .ToLookup(m => m.Organization, m => m.Membership);
    }
}
