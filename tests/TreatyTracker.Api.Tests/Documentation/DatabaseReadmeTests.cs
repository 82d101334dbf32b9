using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>The SQL of db/README.md does what the page says.</summary>
public sealed partial class DatabaseReadmeTests
{
    const string Fails = "-- fails: ";

    static readonly string s_page = Documents.Text("db/README.md");

    static IEnumerable<string> Statements => Sql().Matches(s_page).Select(m => m.Groups[1].Value);

    Scratch _scratch = null!;

    [OneTimeSetUp]
    public void Seed() => (_scratch = new()).Seeded(SmallRecord.Path);

    [OneTimeTearDown]
    public void Remove()
    {
        SqliteConnection.ClearAllPools();
        _scratch?.Dispose();
    }

    [TestCaseSource(nameof(Statements))]
    public void A_statement_finds_rows_or_fails_as_stated(string statement)
    {
        // As any SQLite program would open it, not as the service does.
        using var connection = new SqliteConnection($"Data Source={_scratch.DatabaseFile}");
        if (statement.Split(Fails) is [_, var reason])
            Assert.That(() => connection.Execute(statement), Throws.TypeOf<SqliteException>().With.Message.Contains(reason.Trim()));
        else
            Assert.That(connection.Query(statement), Is.Not.Empty);
    }

    [Test]
    public void The_number_of_parties_is_that_of_the_API()
    {
        var count = Statements.Single(s => s.Contains("count(*) AS parties", StringComparison.Ordinal));
        using var connection = new SqliteConnection($"Data Source={_scratch.DatabaseFile}");
        var register = Register.Load(_scratch.Database);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.That(
            connection.QuerySingle<int>(count),
            Is.EqualTo(register.KnownAt(null).StatusOf(register.FindTreaty("untoc")!).Timeline.On(today).Parties)
        );
    }

    [Test]
    public void Every_table_and_view_is_described()
    {
        using var connection = _scratch.Database.OpenRead();
        var names = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'");
        foreach (var name in names)
            Assert.That(s_page, Does.Contain($"- `{name}`: "));
    }

    [GeneratedRegex(@"^```sql\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sql();
}
