using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Benchmarks;

/// <summary>
/// A made-up register of any size, always the same for the same size, in which no rule finds anything: treaties in force to which
/// States and organizations are parties, and which some States have left.
/// </summary>
static class SyntheticRegister
{
    /// <summary>Events of a treaty of the usual size.</summary>
    public static int EventsPerTreaty => Size.Usual.EventsPerTreaty;

    const int Organizations = 5;
    const int MembersPerOrganization = 27;

    const int AccedingOrganizations = 3;
    const int Seed = 1969;

    static readonly string[] s_regions = ["Africa", "Americas", "Asia", "Europe", "Oceania"];
    static readonly DateTimeOffset s_recordedAt = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static readonly Delay s_ninetyDays = new() { Days = 90 };

    /// <summary>The day on which the register is complete.</summary>
    public static DateOnly Today { get; } = new(2020, 1, 1);

    /// <summary>How large a treaty's history is.</summary>
    /// <param name="States">States in the register.</param>
    /// <param name="Signatories">States that sign and ratify.</param>
    /// <param name="Acceding">States that accede.</param>
    /// <param name="Leavers">Of the signatories, those that withdraw.</param>
    /// <param name="Returns">How often every State that acceded withdraws and accedes again.</param>
    public sealed record Size(int States, int Signatories, int Acceding, int Leavers, int Returns)
    {
        /// <summary>190 events: sixty signatures and their ratifications, sixty accessions, ten withdrawals.</summary>
        public static Size Usual { get; } = new(204, 60, 57, 10, 0);

        /// <summary>Events of one treaty.</summary>
        public int EventsPerTreaty => Signatories * 2 + Acceding * (1 + 2 * Returns) + AccedingOrganizations + Leavers;

        /// <summary>How many instruments its entry into force takes.</summary>
        public int Threshold => Math.Min(40, (Signatories + Acceding) / 3);
    }

    /// <summary>The register of so many treaties.</summary>
    public static Facts Of(int treaties, Size? size = null)
    {
        var random = new Random(Seed);
        size ??= Size.Usual;
        var participants = Participants(size);
        var made = Enumerable.Range(0, treaties).Select(n => Treaty(n, participants, size, random)).ToList();
        return new()
        {
            Participants = participants,
            Sources = [new("depositary", "Status tables of the depositary", null)],
            Treaties = [.. made.Select(m => m.Treaty)],
            Events = [.. made.SelectMany(m => m.Events)],
            PublishedCounts = [],
        };
    }

    static List<ParticipantEntry> Participants(Size size) =>
        [.. Enumerable.Range(0, size.States + Organizations).Select(n => Entry(n < size.States ? State(n) : Organization(n, size)))];

    static Participant State(int n) =>
        new()
        {
            Code = Code(n),
            Kind = ParticipantKind.UnMember,
            UnMemberSince = new(1945, 10, 24),
            Region = s_regions[n % s_regions.Length],
        };

    static Participant Organization(int n, Size size) =>
        new()
        {
            Code = Code(n),
            Kind = ParticipantKind.RegionalOrganization,
            Members =
            [
                .. Enumerable
                    .Range((n - size.States) * MembersPerOrganization, MembersPerOrganization)
                    .Where(m => m < size.States)
                    .Select(m => new Membership(Code(m), new(1958, 1, 1), null)),
            ],
        };

    static ParticipantEntry Entry(Participant participant) =>
        new(participant, $"Participant {participant.Code}", [new(Languages.English, $"Participant {participant.Code}", null, null)], null);

    /// <summary>One of the codes that ISO 3166 leaves to its users; of four letters where those are too few.</summary>
    static string Code(int n) =>
        n < 676
            ? $"X{(char)('A' + n / 26)}{(char)('A' + n % 26)}"
            : $"X{(char)('A' + n / 676)}{(char)('A' + n / 26 % 26)}{(char)('A' + n % 26)}";

    static (Treaty Treaty, List<TreatyEvent> Events) Treaty(int n, IReadOnlyList<ParticipantEntry> participants, Size size, Random random)
    {
        var id = $"treaty-{n:D4}";
        // The first day of 1970 would be taken for one that stands for none.
        var adopted = new DateOnly(1970, 1, 2).AddDays(random.Next(365 * 20));
        var (opened, closed) = (adopted.AddDays(30), adopted.AddDays(30 + 365));

        var states = participants.Take(size.States).ToArray();
        random.Shuffle(states);
        var organizations = participants.Skip(size.States).ToArray();
        random.Shuffle(organizations);

        var events = new List<TreatyEvent>(size.EventsPerTreaty);
        void Add(ParticipantEntry who, EventKind kind, DateOnly from, int days)
        {
            var day = WorkingDay(from.AddDays(random.Next(days)));
            events.Add(
                new()
                {
                    Id = $"{id}-{who.Code}-{kind.WireName()}-{Instant.Text(day)}",
                    Treaty = id,
                    Participant = who.Code,
                    Kind = kind,
                    Date = day,
                    RecordedAt = s_recordedAt,
                    Verification = Verification.Table,
                    Sources = ["depositary"],
                }
            );
        }
        foreach (var state in states.Take(size.Signatories))
        {
            Add(state, EventKind.Signature, opened, 360);
            Add(state, EventKind.Ratification, closed.AddDays(7), 365 * 8);
        }
        foreach (var state in states.Skip(size.Signatories).Take(size.Acceding))
        {
            Add(state, EventKind.Accession, closed.AddDays(7), 365 * 8);
            for (var r = 0; r < size.Returns; r++)
            {
                Add(state, EventKind.Withdrawal, closed.AddYears(9 + 2 * r), 30);
                Add(state, EventKind.Accession, closed.AddYears(10 + 2 * r).AddDays(60), 30);
            }
        }
        // After the States, so that some of an organization's members are parties before it, and none decides the threshold.
        foreach (var organization in organizations.Take(AccedingOrganizations))
            Add(organization, EventKind.Accession, adopted.AddYears(12), 365);
        foreach (var state in states.Take(size.Leavers))
            Add(state, EventKind.Withdrawal, adopted.AddYears(15), 365 * 10);

        var reached = events.Where(e => e.Kind.IsConsent()).Select(e => e.Date).Order().ElementAt(size.Threshold - 1);
        return (
            new()
            {
                Id = id,
                Mtdsg = $"XVIII-{1000 + n}",
                Kind = TreatyKind.Convention,
                Titles = new Dictionary<string, string> { [Languages.English] = $"Treaty {n}" },
                Adopted = new() { On = adopted },
                Depositary = "Secretary-General of the United Nations",
                Subject = "made-up",
                EntryIntoForcePublished = s_ninetyDays.After(reached),
                FinalClauses = new()
                {
                    Signature = new()
                    {
                        Article = "art. 1",
                        From = opened,
                        To = closed,
                    },
                    EntryIntoForce = new()
                    {
                        Article = "art. 2",
                        Instruments = size.Threshold,
                        Delay = s_ninetyDays,
                    },
                    LaterParticipants = new() { Article = "art. 3", Delay = s_ninetyDays },
                    Withdrawal = new()
                    {
                        Article = "art. 4",
                        EffectAfterReceipt = new() { Months = 12 },
                    },
                    OpenTo = new() { States = "all", RegionalOrganizations = true },
                },
                CompleteThrough = Today,
                RecordedAt = s_recordedAt,
            },
            events
        );
    }

    static DateOnly WorkingDay(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
}
