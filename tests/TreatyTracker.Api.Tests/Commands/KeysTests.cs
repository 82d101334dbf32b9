using Dapper;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>Keys are made, listed and revoked, and never leave their register.</summary>
public sealed class KeysTests
{
    Scratch _scratch = null!;

    [SetUp]
    public void Start()
    {
        _scratch = new();
        _scratch.Seeded();
    }

    [TearDown]
    public void Stop() => _scratch.Dispose();

    [Test]
    public void A_key_is_printed_once_and_only_its_hash_is_kept()
    {
        var made = Keys("add", "--name", "Depositary desk", "--expires", "2999-12-31");
        Assert.That(made.ExitCode, Is.Zero, made.Error);
        Assert.That(made.Output, Does.Match("^tt_[0-9a-z]{12}_[0-9A-Za-z]{43}\n$"), "so that a script can read it");
        Assert.That(made.Error, Does.Contain("'Depositary desk' (record, valid through 2999-12-31)").And.Contain("not shown again"));
        var (id, secret) = (made.Output.Split('_')[1], made.Output.Trim().Split('_')[2]);
        Assert.That(Keys("list").Output, Is.EqualTo($"{id}  record  valid through 2999-12-31  Depositary desk\n"));
        using (var connection = _scratch.Database.OpenRead())
        {
            Assert.That(
                connection.QuerySingle<string>("SELECT hash FROM access_key"),
                Is.EqualTo(
                    Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret)))
                )
            );
            Assert.That(AccessKeys.Find(connection, made.Output.Trim())?.Name, Is.EqualTo("Depositary desk"));
        }
        RegisterChanges.Sql(_scratch.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.That(File.ReadAllText(_scratch.DatabaseFile, System.Text.Encoding.Latin1), Does.Not.Contain(secret));
    }

    [Test]
    public void A_key_is_revoked_by_its_id_or_by_itself()
    {
        var first = Keys("add", "--name", "A", "--scope", "append").Output.Trim();
        var second = Keys("add", "--name", "B").Output.Trim();
        Assert.That(Keys("revoke", first.Split('_')[1]).Output, Does.EndWith("for 'A' is revoked.\n"));
        Assert.That(Keys("revoke", second).Output, Does.EndWith("for 'B' is revoked.\n").And.Not.Contain(second));
        Assert.That(Keys("revoke", second).Output, Does.EndWith("was revoked before.\n"));
        Assert.That(Keys("list").Output.Split('\n'), Has.Some.Match($"{first.Split('_')[1]}  append  revoked 2[^ ]+  A"));
        var unknown = Keys("revoke", "x");
        Assert.That((unknown.ExitCode, unknown.Error), Is.EqualTo((2, "There is no such key. 'treatytracker keys list' shows the ids.\n")));
    }

    [Test]
    public void Without_keys_the_list_says_how_to_make_one() =>
        Assert.That(Keys("list").Output, Does.StartWith("There are no keys: recording over HTTP is off."));

    [TestCase("import", "records")]
    [TestCase("RESTORE", "records")]
    [TestCase(" x", "without spaces")]
    [TestCase("", "needs a name")]
    [TestCase("a\nb", "one line")]
    [TestCase("a\u001bb", "one line")]
    [TestCase("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "at most 100")]
    public void A_name_that_misleads_is_refused(string name, string message)
    {
        var made = Keys("add", "--name", name);
        Assert.That(made.ExitCode, Is.EqualTo(2));
        Assert.That(made.Error, Does.Contain(message));
        Assert.That(AccessKeys.List(_scratch.Database), Is.Empty);
    }

    [Test]
    public void A_day_that_has_passed_and_a_scope_that_there_is_not_are_refused()
    {
        Assert.That(Keys("add", "--name", "A", "--expires", "2020-01-01").Error, Does.Contain("has passed"));
        Assert.That(Keys("add", "--name", "A", "--scope", "recrod").Error, Does.Contain("Did you mean record?"));
        Assert.That(Keys("add").Error, Does.Contain("--name"));
    }

    [Test]
    public void A_key_changes_neither_the_data_version_nor_the_seal()
    {
        var before = Register.LoadExisting(_scratch.Database);
        Keys("add", "--name", "A");
        var after = Register.LoadExisting(_scratch.Database);
        Assert.That((after.Version, after.Head), Is.EqualTo((before.Version, before.Head)));
    }

    [Test, Category("Slow")]
    public void A_backup_has_no_keys_and_a_restore_keeps_those_of_the_register()
    {
        var key = Keys("add", "--name", "A").Output.Trim();
        var backup = Path.Combine(_scratch.Path, "backup.db");
        Assert.That(CommandRunner.Run("backup", backup, "--database", _scratch.DatabaseFile).ExitCode, Is.Zero);
        Assert.That(AccessKeys.List(new(backup)), Is.Empty);
        Assert.That(HashIsIn(backup), Is.False);
        // A backup that somebody gave a key of their own.
        var foreign = AccessKeys.Add(new(backup), "Mallory", KeyScope.Record, null, Times.Start).Token;
        Keys("revoke", key);
        var restored = CommandRunner.Run("restore", backup, "--database", _scratch.DatabaseFile);
        Assert.That(restored.ExitCode, Is.Zero, restored.Error);
        var left = AccessKeys.List(_scratch.Database).Single();
        Assert.That((left.Name, left.Revoked is null), Is.EqualTo(("A", false)), "a revoked key stays revoked");
        using (var connection = _scratch.Database.OpenRead())
            Assert.That(AccessKeys.Find(connection, foreign), Is.Null);
        var elsewhere = Path.Combine(_scratch.Path, "elsewhere.db");
        Assert.That(CommandRunner.Run("restore", backup, "--database", elsewhere).ExitCode, Is.Zero);
        Assert.That(AccessKeys.List(new(elsewhere)), Is.Empty);
    }

    [Test, Category("Slow")]
    public async Task A_download_has_no_keys_and_the_same_bytes_with_them()
    {
        using var hosted = new Hosted();
        var without = await hosted.Client.GetByteArrayAsync("/v1/export/treatytracker.sqlite");
        using var other = new Hosted();
        AccessKeys.Add(other.Database, "Depositary desk", KeyScope.Record, null, Times.Start);
        var with = await other.Client.GetByteArrayAsync("/v1/export/treatytracker.sqlite");
        var file = Path.Combine(_scratch.Path, "download.db");
        File.WriteAllBytes(file, with);
        Assert.That(AccessKeys.List(new(file)), Is.Empty);
        Assert.That(File.ReadAllText(file, System.Text.Encoding.Latin1), Does.Not.Contain("Depositary desk"));
        Assert.That(with, Is.EqualTo(without));
    }

    bool HashIsIn(string file)
    {
        using var connection = _scratch.Database.OpenRead();
        return File.ReadAllText(file, System.Text.Encoding.Latin1)
            .Contains(connection.QueryFirst<string>("SELECT hash FROM access_key"), StringComparison.Ordinal);
    }

    CommandRunner.Result Keys(params string[] args) => CommandRunner.Run(["keys", .. args, "--database", _scratch.DatabaseFile]);
}
