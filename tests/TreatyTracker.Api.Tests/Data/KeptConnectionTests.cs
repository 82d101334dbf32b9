using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>A connection that stays open shows what a new one would.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KeptConnectionTests : IDisposable
{
    readonly Scratch _scratch = new();
    readonly KeptConnection _kept;
    int _opened;

    public KeptConnectionTests()
    {
        var database = _scratch.Seeded();
        _kept = new(
            database,
            () =>
            {
                _opened++;
                return database.OpenRead();
            }
        );
    }

    public void Dispose()
    {
        _kept.Dispose();
        _scratch.Dispose();
    }

    int Keys() => _kept.Use(c => c.ExecuteScalar<int>("SELECT count(*) FROM access_key WHERE revoked IS NULL"));

    [Test]
    public void It_is_opened_once_and_sees_what_others_write()
    {
        Assert.That(Keys(), Is.Zero);
        var key = AccessKeys.Add(_scratch.Database, "A", KeyScope.Record, null, Times.Start).Key;
        Assert.That(Keys(), Is.EqualTo(1));
        AccessKeys.Revoke(_scratch.Database, key.Id, Times.Start);
        Assert.That(Keys(), Is.Zero);
        Assert.That(_opened, Is.EqualTo(1));
    }

    [Test]
    public void A_file_that_takes_the_place_of_another_is_opened()
    {
        Assert.That(Keys(), Is.Zero);
        using var other = new Scratch();
        AccessKeys.Add(other.Seeded(), "B", KeyScope.Record, null, Times.Start);
        RegisterChanges.Sql(other.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        File.Move(other.DatabaseFile, _scratch.DatabaseFile, overwrite: true);
        Assert.That(Keys(), Is.EqualTo(1));
    }

    [Test]
    public void A_file_that_is_gone_is_an_error_until_it_is_back()
    {
        Assert.That(Keys(), Is.Zero);
        var elsewhere = _scratch.DatabaseFile + ".elsewhere";
        File.Move(_scratch.DatabaseFile, elsewhere);
        Assert.That(() => Keys(), Throws.InstanceOf<SqliteException>());
        File.Move(elsewhere, _scratch.DatabaseFile);
        Assert.That(Keys(), Is.Zero);
    }

    [Test]
    public void A_failed_use_does_not_spoil_the_next()
    {
        Assert.That(() => _kept.Use(c => c.Execute("DELETE FROM access_key")), Throws.InstanceOf<SqliteException>());
        Assert.That(Keys(), Is.Zero);
        Assert.That(_opened, Is.EqualTo(2));
        Assert.That(() => _kept.Use<int>(_ => throw new InvalidOperationException()), Throws.InvalidOperationException);
        Assert.That(Keys(), Is.Zero);
        Assert.That(_opened, Is.EqualTo(2), "what is no fault of the file");
    }

    [Test]
    public void A_file_that_was_opened_as_immutable_is_read_again()
    {
        using var kept = new KeptConnection(
            _scratch.Database,
            () =>
            {
                var connection = new SqliteConnection(
                    $"Data Source={new Uri(_scratch.DatabaseFile).AbsoluteUri}?immutable=1;Mode=ReadOnly;Pooling=False"
                );
                connection.Open();
                return connection;
            }
        );
        Assert.That(kept.Use(AccessKeys.AreIn), Is.False);
        AccessKeys.Add(_scratch.Database, "A", KeyScope.Record, null, Times.Start);
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.That(kept.Use(AccessKeys.AreIn), Is.True);
    }

    [Test]
    public void Two_uses_at_once_do_not_wait_for_each_other()
    {
        var inside = _kept.Use(_ => Task.Run(Keys).WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult());
        Assert.That((inside, _opened), Is.EqualTo((0, 2)));
    }
}
