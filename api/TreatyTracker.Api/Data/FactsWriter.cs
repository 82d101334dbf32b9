using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>Writes an <see cref="ImportPlan"/>, within the caller's transaction.</summary>
static class FactsWriter
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, ImportPlan plan)
    {
        if (plan.ReferenceDataChanged)
            WriteReferenceData(connection, transaction, plan.Facts);
        WriteEvents(connection, transaction, plan.Events);
    }

    static void WriteReferenceData(SqliteConnection connection, SqliteTransaction transaction, Facts facts)
    {
        connection.Execute(
            """
            INSERT INTO source (id, title, url, licence, attribution) VALUES (@Id, @Title, @Url, @Licence, @Attribution)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, url = excluded.url, licence = excluded.licence,
                attribution = excluded.attribution
            """,
            facts.Sources,
            transaction
        );
        connection.Execute(
            """
            INSERT INTO participant (code, iso2, m49, kind, un_member_since, un_member_until, region, sub_region, intermediate_region,
                un_regional_group, official_name, note, un_observer_since, statehood_since, statehood_basis, statehood_until)
            VALUES (@Code, @Iso2, @M49, @Kind, @UnMemberSince, @UnMemberUntil, @Region, @SubRegion, @IntermediateRegion, @UnRegionalGroup,
                @OfficialName, @Note, @UnObserverSince, @StatehoodSince, @StatehoodBasis, @StatehoodUntil)
            ON CONFLICT (code) DO UPDATE SET iso2 = excluded.iso2, m49 = excluded.m49, kind = excluded.kind,
                un_member_since = excluded.un_member_since, un_member_until = excluded.un_member_until, region = excluded.region,
                sub_region = excluded.sub_region, intermediate_region = excluded.intermediate_region,
                un_regional_group = excluded.un_regional_group, official_name = excluded.official_name, note = excluded.note,
                un_observer_since = excluded.un_observer_since, statehood_since = excluded.statehood_since,
                statehood_basis = excluded.statehood_basis, statehood_until = excluded.statehood_until
            """,
            facts.Participants.Select(e => new
            {
                e.Code,
                e.Participant.Iso2,
                e.Participant.M49,
                Kind = e.Participant.Kind.WireName(),
                UnMemberSince = Day(e.Participant.UnMemberSince),
                UnMemberUntil = Day(e.Participant.UnMemberUntil),
                e.Participant.Region,
                e.Participant.SubRegion,
                e.Participant.IntermediateRegion,
                e.Participant.UnRegionalGroup,
                e.OfficialName,
                e.Note,
                UnObserverSince = Day(e.Participant.UnObserverSince),
                StatehoodSince = Day(e.Participant.StatehoodSince),
                e.StatehoodBasis,
                StatehoodUntil = Day(e.Participant.StatehoodUntil),
            }),
            transaction
        );
        connection.Execute(
            """
            INSERT INTO treaty (id, mtdsg, number, numbering, kind, parent, adopted_on, adopted_at, adopted_by, depositary, unts, subject,
                entry_into_force_published, final_clauses, complete_through, coverage, record_note, recorded_at)
            VALUES (@Id, @Mtdsg, @Number, @Numbering, @Kind, @Parent, @AdoptedOn, @Place, @By, @Depositary, @Unts, @Subject,
                @Published, @FinalClauses, @CompleteThrough, @Coverage, @RecordNote, @RecordedAt)
            ON CONFLICT (id) DO UPDATE SET mtdsg = excluded.mtdsg, number = excluded.number, numbering = excluded.numbering,
                kind = excluded.kind, parent = excluded.parent, adopted_on = excluded.adopted_on,
                adopted_at = excluded.adopted_at, adopted_by = excluded.adopted_by, depositary = excluded.depositary,
                unts = excluded.unts, subject = excluded.subject,
                entry_into_force_published = excluded.entry_into_force_published, final_clauses = excluded.final_clauses,
                complete_through = excluded.complete_through, coverage = excluded.coverage,
                record_note = excluded.record_note, recorded_at = excluded.recorded_at
            """,
            facts.Treaties.Select(t => new
            {
                t.Id,
                t.Mtdsg,
                t.Number,
                t.Numbering,
                Kind = t.Kind.WireName(),
                t.Parent,
                AdoptedOn = Day(t.Adopted.On),
                t.Adopted.Place,
                t.Adopted.By,
                t.Depositary,
                t.Unts,
                t.Subject,
                Published = Day(t.EntryIntoForcePublished),
                FinalClauses = JsonSerializer.Serialize(t.FinalClauses, Json.Column),
                CompleteThrough = Day(t.CompleteThrough),
                Coverage = t.Coverage?.WireName(),
                t.RecordNote,
                RecordedAt = Stored(t.RecordedAt),
            }),
            transaction
        );

        // Dependent rows that are not acts are replaced as a whole.
        connection.Execute(
            "DELETE FROM participant_successor; DELETE FROM participant_name; DELETE FROM other_name; DELETE FROM membership; "
                + "DELETE FROM treaty_title; DELETE FROM treaty_depositary; DELETE FROM treaty_list; DELETE FROM published_count; "
                + "DELETE FROM waiver",
            transaction: transaction
        );
        connection.Execute(
            "INSERT INTO participant_successor (participant, successor, position) VALUES (@Code, @Successor, @Position)",
            facts.Participants.SelectMany(e =>
                e.Participant.Successors.Select(
                    (s, i) =>
                        new
                        {
                            e.Code,
                            Successor = s,
                            Position = i,
                        }
                )
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO participant_name (participant, language, name, used_from, used_until) VALUES (@Code, @Language, @Name, "
                + "@From, @Until)",
            facts.Participants.SelectMany(e =>
                e.Names.Select(n => new
                {
                    e.Code,
                    n.Language,
                    n.Name,
                    From = Day(n.From),
                    Until = Day(n.Until),
                })
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO other_name (participant, language, name) VALUES (@Code, @Language, @Name)",
            facts.Participants.SelectMany(e =>
                e.OtherNames.Select(n => new
                {
                    e.Code,
                    n.Language,
                    n.Name,
                })
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO membership (organization, member, member_from, member_until) VALUES (@Code, @Member, @From, @Until)",
            facts.Participants.SelectMany(e =>
                e.Participant.Members.Select(m => new
                {
                    e.Code,
                    m.Member,
                    From = Day(m.From),
                    Until = Day(m.Until),
                })
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO treaty_title (treaty, language, title, short_title) VALUES (@Treaty, @Language, @Title, @ShortTitle)",
            facts.Treaties.SelectMany(t =>
                t.Titles.Select(x => new
                {
                    Treaty = t.Id,
                    Language = x.Key,
                    Title = x.Value,
                    ShortTitle = t.ShortTitles.GetValueOrDefault(x.Key),
                })
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO treaty_depositary (treaty, position, depositary) VALUES (@Treaty, @Position, @Depositary)",
            facts.Treaties.SelectMany(t =>
                t.Depositaries.Select(
                    (d, i) =>
                        new
                        {
                            Treaty = t.Id,
                            Position = i,
                            Depositary = d,
                        }
                )
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO treaty_list (treaty, list, participant, weight, source) VALUES (@Treaty, @List, @Participant, @Weight, @Source)",
            facts.Treaties.SelectMany(t =>
                t.Lists.Select(e => new
                {
                    Treaty = t.Id,
                    e.List,
                    e.Participant,
                    Weight = e.Weight?.ToString(CultureInfo.InvariantCulture),
                    e.Source,
                })
            ),
            transaction
        );
        connection.Execute(
            "INSERT INTO published_count (treaty, as_of, metric, published, source, note) VALUES (@Treaty, @AsOf, @Metric, "
                + "@Published, @Source, @Note)",
            facts.PublishedCounts.Select(c => new
            {
                c.Treaty,
                AsOf = Day(c.AsOf),
                Metric = c.Metric.WireName(),
                c.Published,
                c.Source,
                c.Note,
            }),
            transaction
        );
        connection.Execute(
            "INSERT INTO waiver (rule, treaty, participant, event, day, reason, source, expires) VALUES (@Rule, @Treaty, "
                + "@Participant, @Event, @Day, @Reason, @Source, @Expires)",
            facts.Waivers.Select(w => new
            {
                w.Rule,
                w.Treaty,
                w.Participant,
                w.Event,
                Day = Day(w.Day),
                w.Reason,
                w.Source,
                Expires = Day(w.Expires),
            }),
            transaction
        );
        DeleteVanished(connection, transaction, "participant", "code", facts.Participants.Select(p => p.Code));
        DeleteVanished(connection, transaction, "source", "id", facts.Sources.Select(s => s.Id));
    }

    static void DeleteVanished(
        SqliteConnection connection,
        SqliteTransaction transaction,
        string table,
        string key,
        IEnumerable<string> kept
    )
    {
        var vanished = connection.Query<string>($"SELECT {key} FROM {table}", transaction: transaction).Except(kept);
        foreach (var id in vanished)
            try
            {
                connection.Execute($"DELETE FROM {table} WHERE {key} = @id", new { id }, transaction);
            }
            catch (SqliteException e) when (e.SqliteExtendedErrorCode == 787)
            {
                throw new DatabaseException(
                    $"Recorded events name the {table} '{id}', so that it cannot be removed. Add it again; nothing was imported.",
                    e
                );
            }
    }

    static void WriteEvents(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<TreatyEvent> events)
    {
        connection.Execute(
            """
            INSERT INTO treaty_event (id, treaty, participant, kind, date, effective_on, recorded_at, verification, note, corrects,
            corrected_kind,
                earliest, effect_only, depositary, counterpart, opposes_entry_into_force)
            VALUES (@Id, @Treaty, @Participant, @Kind, @Date, @EffectiveOn, @RecordedAt, @Verification, @Note, @Corrects, @CorrectedKind,
                @Earliest, @EffectOnly, @Depositary, @Counterpart, @OpposesEntryIntoForce)
            """,
            events.Select(e => new
            {
                e.Id,
                e.Treaty,
                Participant = e.Participant.Length == 0 ? null : e.Participant,
                Kind = e.Kind.WireName(),
                Date = Day(e.Date),
                EffectiveOn = Day(e.EffectiveOn),
                RecordedAt = Stored(e.RecordedAt),
                Verification = e.Verification.WireName(),
                e.Note,
                e.Corrects,
                CorrectedKind = e.CorrectedKind?.WireName(),
                Earliest = Day(e.Earliest),
                e.EffectOnly,
                e.Depositary,
                e.Counterpart,
                e.OpposesEntryIntoForce,
            }),
            transaction
        );
        connection.Execute(
            "INSERT INTO treaty_event_source (event, position, source) VALUES (@Id, @Position, @Source)",
            events.SelectMany(e =>
                e.Sources.Select(
                    (s, i) =>
                        new
                        {
                            e.Id,
                            Position = i,
                            Source = s,
                        }
                )
            ),
            transaction
        );
    }

    /// <summary>Instants are stored with exactly three digits of a second, so that their text sorts like time.</summary>
    internal static string Stored(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    static string? Day(DateOnly? day) => day is { } d ? Instant.Text(d) : null;
}
