namespace TreatyTracker.Api.Seeds;

/// <summary>The files of a seeds directory and their columns, shared by reader and writer.</summary>
static class SeedFormat
{
    public const string Participants = "participants.csv";
    public const string FormerNames = "former-names.csv";
    public const string OtherNames = "other-names.csv";
    public const string Memberships = "memberships.csv";
    public const string Sources = "sources.csv";
    public const string PublishedCounts = "published-counts.csv";
    public const string Waivers = "waivers.csv";
    public const string ListsFolder = "lists";
    public const string DecisionsFolder = "decisions";

    public static string Treaty(string id) => $"treaties/{id}.json";

    public static string Events(string treaty) => $"events/{treaty}.csv";

    public static string Lists(string treaty) => $"{ListsFolder}/{treaty}.csv";

    /// <summary>What people decided about conflicts between the record and a status table. No fact comes from it.</summary>
    public static string Decisions(string treaty) => $"{DecisionsFolder}/{treaty}.csv";

    public static readonly string[] ParticipantColumns =
    [
        "code",
        "iso2",
        "m49",
        "kind",
        "un_member_since",
        "un_member_until",
        "successors",
        "region",
        "sub_region",
        "intermediate_region",
        "un_regional_group",
        "official_name",
        "name_ar",
        "name_en",
        "name_es",
        "name_fr",
        "name_ru",
        "name_zh",
        "note",
    ];

    /// <summary>
    /// Columns that may follow the others, in this order, and are written only where one of their fields holds something.
    /// </summary>
    public static readonly string[] MoreParticipantColumns = ["un_observer_since", "statehood_since", "statehood_basis", "statehood_until"];

    public static readonly string[] FormerNameColumns = ["participant", "language", "name", "from", "until"];

    public static readonly string[] OtherNameColumns = ["participant", "language", "name"];

    public static readonly string[] MembershipColumns = ["organization", "member", "from", "until"];

    public static readonly string[] SourceColumns = ["id", "title", "url"];

    /// <summary>Columns that may follow the others, as <see cref="MoreParticipantColumns"/>.</summary>
    public static readonly string[] MoreSourceColumns = ["licence", "attribution"];

    public static readonly string[] PublishedCountColumns = ["treaty", "as_of", "metric", "published", "source", "note"];

    public static readonly string[] WaiverColumns = ["rule", "treaty", "participant", "event", "day", "reason", "source", "expires"];

    public static readonly string[] EventColumns =
    [
        "participant",
        "kind",
        "date",
        "effective_on",
        "sources",
        "verification",
        "recorded_at",
        "note",
    ];

    /// <summary>Columns that may follow the others, as <see cref="MoreParticipantColumns"/>.</summary>
    public static readonly string[] MoreEventColumns = ["depositary", "counterpart", "opposes_entry_into_force"];

    public static readonly string[] DecisionColumns = ["participant", "what", "decision", "source"];

    public static readonly string[] ListColumns = ["list", "participant", "weight", "source"];
}
