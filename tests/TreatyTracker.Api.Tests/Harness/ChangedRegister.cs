using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>The few treaties with every kind of reference data changed, removed and added.</summary>
static class ChangedRegister
{
    /// <summary>The id of a treaty that they lack.</summary>
    public const string NewTreaty = "lighthouses";

    static readonly Facts s_record = SeedReader.Read(Repository.Seeds);

    public static Facts Facts { get; } =
        s_record with
        {
            Sources =
            [
                .. s_record.Sources.Append(new("added-source", "Added", null)).Select(Changed).OrderBy(s => s.Id, StringComparer.Ordinal),
            ],
            Participants = [.. s_record.Participants.Select(Changed)],
            Treaties =
            [
                .. s_record
                    .Treaties.Select(Changed)
                    .Append(New(s_record.Treaties.Single(t => t.Id == "uncac")))
                    .OrderBy(t => t.Id, StringComparer.Ordinal),
            ],
            PublishedCounts = [.. s_record.PublishedCounts.Skip(1).Select(c => c with { Published = c.Published + 1, Note = "changed" })],
            Waivers = [.. s_record.Waivers.Skip(1).Select(w => w with { Reason = "changed" })],
        };

    /// <summary>Facts with the treaties that the changed record adds: a register never drops one.</summary>
    public static Facts KeepingAll(Facts facts) =>
        facts with
        {
            Treaties = [.. facts.Treaties.UnionBy(Facts.Treaties, t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal)],
        };

    static Source Changed(Source source) =>
        source with
        {
            Title = $"{source.Title}, changed",
            Url = "https://example.org/changed",
            Licence = "CC0-1.0",
            Attribution = "Changed",
        };

    static ParticipantEntry Changed(ParticipantEntry entry) =>
        entry with
        {
            OfficialName = $"{entry.OfficialName}, changed",
            Note = "changed",
            Names = [.. entry.Names.Select(n => n with { Name = $"{n.Name} X" })],
            OtherNames = [.. entry.OtherNames.Skip(1)],
            Participant = entry.Participant with
            {
                Region = entry.Participant.Region is "Asia" ? "Europe" : entry.Participant.Region,
                UnRegionalGroup = null,
                Members = [.. entry.Participant.Members.Skip(1)],
                UnMemberSince = entry.Participant.UnMemberSince?.AddDays(1),
            },
        };

    static Treaty Changed(Treaty treaty) =>
        treaty with
        {
            Titles = treaty.Titles.ToDictionary(t => t.Key, t => $"{t.Value}, changed"),
            ShortTitles = new Dictionary<string, string>(),
            Subject = "changed",
            CompleteThrough = treaty.CompleteThrough.AddDays(-400),
            Coverage = Coverage.OlderTable,
            RecordNote = "changed",
            EntryIntoForcePublished = null,
            Unts = "changed",
            FinalClauses = treaty.FinalClauses with
            {
                EntryIntoForce = new()
                {
                    Instruments = 3,
                    Delay = new() { Days = 1 },
                },
            },
            Lists = [new("changed", "PRK", 1.50m, null)],
        };

    static Treaty New(Treaty like) =>
        like with
        {
            Id = NewTreaty,
            Mtdsg = NewTreaty,
            Titles = new Dictionary<string, string> { ["en"] = "Convention on Lighthouses" },
        };
}
