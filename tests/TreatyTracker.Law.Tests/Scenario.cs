using System.Globalization;

namespace TreatyTracker.Law.Tests;

/// <summary>A treaty, its final clauses and its history, told so that a test reads as a sentence.</summary>
public sealed record Scenario
{
    /// <summary>When the register learned of an act that does not say.</summary>
    public const string Recorded = "2025-01-01";

    public required Treaty Instrument { get; init; }

    public Scenario? Parent { get; init; }

    public EquatableArray<TreatyEvent> Events { get; init; } = [];

    EquatableArray<Participant> Others { get; init; } = [];

    FinalClauses Clauses => Instrument.FinalClauses;

    /// <summary>
    /// In force with its first instrument and for each participant on deposit, unless told otherwise; silent on withdrawal.
    /// </summary>
    public static Scenario Treaty(string id) =>
        new()
        {
            Instrument = new()
            {
                Id = id,
                Mtdsg = "XVIII-12",
                Kind = TreatyKind.Convention,
                Titles = new Dictionary<string, string> { ["en"] = id },
                Adopted = new() { On = Iso.Day("1961-03-30") },
                Depositary = "Secretary-General of the United Nations",
                Subject = "crime",
                CompleteThrough = Iso.Day("2024-12-31"),
                RecordedAt = Iso.Instant(Recorded),
                FinalClauses = new()
                {
                    EntryIntoForce = new()
                    {
                        Article = "art. 38(1)",
                        Instruments = 1,
                        Delay = new(),
                    },
                    LaterParticipants = new() { Article = "art. 38(2)", Delay = new() },
                    OpenTo = new() { States = "all" },
                },
            },
        };

    public Scenario EntersIntoForceAfter(int instruments, string delay) =>
        EntersIntoForce(Clauses.EntryIntoForce with { Instruments = instruments, Delay = Iso.Delay(delay) });

    public Scenario EntersIntoForce(EntryIntoForceClause clause) => With(Clauses with { EntryIntoForce = clause });

    public Scenario CountingOrganizations() => EntersIntoForce(Clauses.EntryIntoForce with { CountsRegionalOrganizations = true });

    public Scenario PublishedAsInForceOn(string day) =>
        this with
        {
            Instrument = Instrument with { EntryIntoForcePublished = Iso.Day(day) },
        };

    public Scenario LaterParticipantsWait(string delay) =>
        With(
            Clauses with
            {
                LaterParticipants = new() { Article = "art. 38(2)", Delay = Iso.Delay(delay) },
            }
        );

    public Scenario LaterParticipants(LaterParticipantsClause clause) => With(Clauses with { LaterParticipants = clause });

    public Scenario WithoutLaterParticipantsClause() => With(Clauses with { LaterParticipants = null });

    public Scenario WithdrawalTakes(string delay) =>
        Withdrawal((Clauses.Withdrawal ?? new()) with { Article = "art. 40(1)", EffectAfterReceipt = Iso.Delay(delay) });

    public Scenario Withdrawal(WithdrawalClause clause) => With(Clauses with { Withdrawal = clause });

    public Scenario EntailingProtocols() =>
        Withdrawal((Clauses.Withdrawal ?? new()) with { EntailsProtocols = true, EntailsProtocolsArticle = "art. 40(3)" });

    public Scenario OrganizationsLeavingWithMembers() =>
        Withdrawal(
            (Clauses.Withdrawal ?? new()) with
            {
                OrganizationsLeaveWithMembers = true,
                OrganizationsLeaveWithMembersArticle = "art. 40(2)",
            }
        );

    /// <summary>Neither waiting for the parent nor open to its parties alone, unless told so.</summary>
    public Scenario ProtocolTo(Scenario parent) =>
        this with
        {
            Parent = parent,
            Instrument = Instrument with { Kind = TreatyKind.Protocol, Parent = parent.Instrument.Id },
        };

    public Scenario AmendmentTo(Scenario parent) =>
        ProtocolTo(parent) with
        {
            Instrument = Instrument with { Kind = TreatyKind.Amendment, Parent = parent.Instrument.Id },
        };

    public Scenario BindingAllPartiesOf(Scenario parent) =>
        AmendmentTo(parent).With(Clauses with { BindsAllPartiesOf = parent.Instrument.Id, BindsAllPartiesOfArticle = "art. 108" });

    public Scenario EndingBelow(int parties) => With(Clauses with { EndsBelow = parties, EndsBelowArticle = "art. XV" });

    public Scenario Accession(AccessionClause clause) => With(Clauses with { Accession = clause });

    /// <summary>The list's entries, one a line: the participant, and its weight where it has one.</summary>
    public Scenario WithList(string list, string entries) =>
        this with
        {
            Instrument = Instrument with
            {
                Lists =
                [
                    .. Instrument.Lists,
                    .. entries
                        .Split('\n')
                        .Select(line => line.Split(' '))
                        .Select(words => new ListEntry(
                            list,
                            words[0],
                            words.Length > 1 ? decimal.Parse(words[1], CultureInfo.InvariantCulture) : null,
                            null
                        )),
                ],
            },
        };

    /// <summary>Adds a participant that only this treaty knows.</summary>
    public Scenario Among(Participant participant) => this with { Others = [.. Others, participant] };

    public Scenario WaitingFor(string treaty) => EntersIntoForce(Clauses.EntryIntoForce with { NotBefore = treaty });

    public Scenario OpenToPartiesOf(string treaty) =>
        With(
            Clauses with
            {
                OpenTo = new()
                {
                    States = "parties",
                    RequiresPartyTo = treaty,
                    RequiresPartyToArticle = "art. 37(2)",
                },
            }
        );

    /// <summary>Adds acts, one a line: see <see cref="EventText.Read"/>.</summary>
    public Scenario Where(string acts) => this with { Events = [.. Events, .. EventText.Read(Instrument.Id, acts)] };

    /// <summary>Adds the consent of so many Members of the United Nations, the last by code, on one day.</summary>
    public Scenario WhereMembersRatify(int number, string day) =>
        Where(string.Join('\n', TestParticipants.UnMembers.TakeLast(number).Select(code => $"{day} {code} ratification")));

    public TreatyStatus Status() => StatusKnownAt("2099-01-01");

    public TreatyStatus StatusKnownAt(string day) =>
        TreatyStatus.Of(Instrument, History.KnownAt(Events, Iso.Instant(day)), Participants, Parent?.StatusKnownAt(day));

    IReadOnlyDictionary<string, Participant> Participants =>
        Others.Count is 0 ? TestParticipants.Participants : TestParticipants.Participants.Values.Concat(Others).ToDictionary(p => p.Code);

    Scenario With(FinalClauses clauses) => this with { Instrument = Instrument with { FinalClauses = clauses } };
}
