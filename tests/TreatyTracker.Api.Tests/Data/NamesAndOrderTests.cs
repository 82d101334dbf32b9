using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>
/// What the database itself refuses, whoever writes to it: names that clash or cannot be carried, and recordings of the past.
/// </summary>
public sealed class NamesAndOrderTests
{
    const string Recorded = "2026-12-01T00:00:00.000Z";

    readonly Scratch _scratch = new();

    [OneTimeSetUp]
    public void Seed() => _scratch.Seeded();

    [OneTimeTearDown]
    public void Clear() => _scratch.Dispose();

    [TestCase("untoc-copy", "XX-1", null)]
    [TestCase("Untoc-copy", "XX-1", "must be lower-case letters and digits")]
    [TestCase("../../x", "XX-1", "must be lower-case letters and digits")]
    [TestCase("a--b", "XX-1", "must be lower-case letters and digits")]
    [TestCase("-a", "XX-1", "must be lower-case letters and digits")]
    [TestCase("a-", "XX-1", "must be lower-case letters and digits")]
    [TestCase("", "XX-1", "must be lower-case letters and digits")]
    [TestCase("tréaty", "XX-1", "must be lower-case letters and digits")]
    [TestCase("xviii-12", "XX-1", "another treaty has this id or MTDSG number")]
    [TestCase("untoc-copy", "xviii-12", "another treaty has this id or MTDSG number")]
    [TestCase("untoc-copy", "UNTOC", "another treaty has this id or MTDSG number")]
    public void A_treaty_has_a_well_formed_id_and_a_name_of_its_own(string id, string mtdsg, string? refusal) =>
        Insert(
            $"""
            INSERT INTO treaty (id, mtdsg, kind, adopted_on, depositary, subject, final_clauses, complete_through, recorded_at)
            SELECT '{id}', '{mtdsg}', kind, adopted_on, depositary, subject, final_clauses, complete_through, recorded_at
            FROM treaty WHERE id = 'untoc'
            """,
            refusal
        );

    [TestCase("mtdsg", "Untoc", "another treaty has this id or MTDSG number")]
    [TestCase("mtdsg", "xviii-12", "another treaty has this id or MTDSG number")]
    [TestCase("mtdsg", "xviii-14", null)]
    [TestCase("id", "UNCAC x", "must be lower-case letters and digits")]
    [TestCase("id", "../../x", "must be lower-case letters and digits")]
    public void A_treaty_is_not_renamed_to_the_name_of_another(string column, string value, string? refusal) =>
        Insert($"UPDATE treaty SET {column} = '{value}' WHERE id = 'uncac'", refusal);

    [TestCase("ABC", "'ZZ'", null)]
    [TestCase("ABC", "NULL", null)]
    [TestCase("AB1", "NULL", "must be capital letters")]
    [TestCase("=AB", "NULL", "must be capital letters")]
    [TestCase("ABC", "'zz'", "must be capital letters")]
    public void A_participant_has_codes_of_capital_letters(string code, string iso2, string? refusal) =>
        Insert($"INSERT INTO participant (code, iso2, kind, official_name) VALUES ('{code}', {iso2}, 'other-state', 'X')", refusal);

    [TestCase("untc-2099", null)]
    [TestCase("UNTC-2014-01-27", "another source has this id in another letter case")]
    [TestCase("a|b", "must be letters, digits")]
    [TestCase("=1+1", "must be letters, digits")]
    [TestCase("", "must be letters, digits")]
    public void A_source_has_a_well_formed_id_of_its_own(string id, string? refusal) =>
        Insert($"INSERT INTO source (id, title) VALUES ('{id}', 'X')", refusal);

    [TestCase("untoc-PRK-declaration-2020-01-01", Recorded, null)]
    [TestCase("=1+1", Recorded, "must be letters, digits and hyphens")]
    [TestCase("untoc-PRK-declaration-2020-01-01", "2026-11-22T23:59:59.999Z", "must be later than the newest recording")]
    [TestCase("untoc-PRK-declaration-2020-01-01", "2026-12-01 00:00:00.000Z", "must be written as")]
    [TestCase("untoc-PRK-declaration-2020-01-01", "2026-12-01T00:00:00Z", "must be written as")]
    [TestCase("untoc-PRK-declaration-2020-01-01", "2026-12-32T00:00:00.000Z", "recorded_at")]
    [TestCase("untoc-PRK-declaration-2020-01-01", "2027-11-31T00:00:00.000Z", "is not an instant of the calendar")]
    [TestCase("untoc-PRK-declaration-2020-01-01", "2027-12-01T24:00:00.000Z", "is not an instant of the calendar")]
    public void An_event_has_a_well_formed_id_and_is_recorded_after_all_others(string id, string recordedAt, string? refusal) =>
        Insert(
            $"""
            INSERT INTO treaty_event (id, treaty, participant, kind, date, recorded_at, verification)
            VALUES ('{id}', 'untoc', 'PRK', 'declaration', '2020-01-01', '{recordedAt}', 'table')
            """,
            refusal
        );

    void Insert(string sql, string? refusal)
    {
        using var connection = _scratch.Database.OpenWrite();
        using var trial = connection.BeginTransaction();
        if (refusal is null)
            Assert.That(connection.Execute(sql, transaction: trial), Is.EqualTo(1));
        else
            Assert.That(
                () => connection.Execute(sql, transaction: trial),
                Throws.InstanceOf<SqliteException>().With.Message.Contains(refusal)
            );
    }
}
