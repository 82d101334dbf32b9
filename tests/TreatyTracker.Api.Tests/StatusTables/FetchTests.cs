using TreatyTracker.Api.Features.Service;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>Downloads from a server that plays the depositary, with its moods.</summary>
public sealed class FetchTests
{
    static readonly DateTimeOffset s_changed = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    static string Table => LighthouseDocument.Of(2, 1, "Fiji|4 Mar 2001|1 Feb 2002", "Peru||7 Jul 2004 a");

    [Test]
    public void A_table_is_saved_as_it_is_and_the_request_says_who_asks()
    {
        using var depositary = new PlayedDepositary(c => PlayedDepositary.Send(c, Table, changed: s_changed));
        using var scratch = new Scratch();
        var run = Fetch(depositary, scratch);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, $"untoc: {Saved(scratch)}, 2 rows\n")), run.Error);
        Assert.That(File.ReadAllText(Saved(scratch)), Is.EqualTo(Table));
        Assert.That(
            depositary.Requests.Single(),
            Is.EqualTo(("/XVIII/XVIII-12.xml", $"TreatyTracker/{GetVersion.OfService}", (string?)null))
        );
    }

    [Test]
    public void A_table_that_has_not_changed_is_not_sent_again()
    {
        using var depositary = new PlayedDepositary(c =>
            c.Request.Headers["If-Modified-Since"] == "Mon, 06 May 2024 07:08:09 GMT"
                ? PlayedDepositary.Send(c, "", 304)
                : PlayedDepositary.Send(c, Table, changed: s_changed)
        );
        using var scratch = new Scratch();
        Fetch(depositary, scratch);
        var again = Fetch(depositary, scratch);
        Assert.That((again.ExitCode, again.Output), Is.EqualTo((0, $"untoc: not changed since {Saved(scratch)} was saved\n")), again.Error);
        Assert.That(File.ReadAllText(Saved(scratch)), Is.EqualTo(Table));
    }

    [TestCase(
        "<!DOCTYPE html><html><body><h1>The site is under urgent maintenance and is currently unavailable</h1></body></html>",
        "is no status table"
    )]
    [TestCase("<html><head><title>Error</title></head><body>Document not found</body></html>", "is no status table")]
    [TestCase("", "is no status table")]
    [TestCase("Internal error 0x80004005", "is no status table")]
    [TestCase("<?xml version=\"1.0\"?><Treaty><Participants><Table><TGroup>", "is no status table")]
    public void What_is_no_table_is_an_error_and_never_data_even_with_status_200(string page, string reason)
    {
        var text = Table;
        using var depositary = new PlayedDepositary(c => PlayedDepositary.Send(c, text));
        using var scratch = new Scratch();
        Fetch(depositary, scratch);
        text = page;
        var run = Fetch(depositary, scratch);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("untoc: What http://127.0.0.1").And.Contain(reason));
        Assert.That(File.ReadAllText(Saved(scratch)), Is.EqualTo(Table), "what was saved stays");
        Assert.That(Directory.GetFiles(To(scratch)), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_table_without_any_act_is_an_error()
    {
        using var depositary = new PlayedDepositary(c => PlayedDepositary.Send(c, LighthouseDocument.Of(2, 1, "Fiji||")));
        using var scratch = new Scratch();
        Assert.That(Fetch(depositary, scratch).Error, Does.Contain("has no participant with an act, and was not saved"));
    }

    [TestCase(404, "answered 404")]
    [TestCase(500, "answered 500")]
    [TestCase(503, "answered 503")]
    public void Another_status_is_an_error(int status, string reason)
    {
        using var depositary = new PlayedDepositary(c => PlayedDepositary.Send(c, Table, status));
        using var scratch = new Scratch();
        var run = Fetch(depositary, scratch);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(reason));
    }

    [Test]
    public void Nothing_listening_is_an_error()
    {
        using var scratch = new Scratch();
        var run = CommandRunner.Run(
            "fetch",
            "--treaty",
            "untoc",
            "--seeds",
            Repository.Seeds,
            "--to",
            To(scratch),
            "--address-template",
            $"http://127.0.0.1:{CommandRunner.FreePort()}/{{mtdsg}}"
        );
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("untoc: http://127.0.0.1"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_slow_answer_is_given_up(bool begun)
    {
        using var stop = new CancellationTokenSource();
        using var depositary = new PlayedDepositary(async c =>
        {
            if (begun)
            {
                await c.Response.OutputStream.WriteAsync("<?xml"u8.ToArray());
                await c.Response.OutputStream.FlushAsync();
            }
            await Task.Delay(TimeSpan.FromSeconds(30), stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            c.Response.Abort();
        });
        using var scratch = new Scratch();
        var run = Fetch(depositary, scratch, "--timeout", "1");
        stop.Cancel();
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.EndWith("did not answer within 1 seconds.\n"));
    }

    [Test]
    public void A_redirection_is_followed_and_an_endless_one_is_not()
    {
        using var depositary = new PlayedDepositary(c =>
        {
            if (c.Request.Url!.AbsolutePath == "/there")
                return PlayedDepositary.Send(c, Table);
            c.Response.Redirect(c.Request.Url.AbsolutePath.Contains("XVIII-14", StringComparison.Ordinal) ? "/XVIII-14-again" : "/there");
            c.Response.Close();
            return Task.CompletedTask;
        });
        using var scratch = new Scratch();
        var run = Fetch(depositary, scratch, "--treaty", "uncac");
        Assert.That(run.Output, Is.EqualTo($"untoc: {Saved(scratch)}, 2 rows\n"));
        Assert.That(run.Error, Does.StartWith("uncac: http://127.0.0.1").And.Contain("answered 302"));
        Assert.That((run.ExitCode, depositary.Requests.Count), Is.EqualTo((2, 8)));
    }

    [TestCase("br")]
    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("a redirection to a file")]
    public void A_damaged_answer_is_an_error_of_its_treaty_and_the_others_go_on(string damage)
    {
        using var depositary = new PlayedDepositary(c =>
        {
            if (!c.Request.Url!.AbsolutePath.Contains("XVIII-12", StringComparison.Ordinal))
                return PlayedDepositary.Send(c, Table);
            if (damage.Contains("file", StringComparison.Ordinal))
            {
                c.Response.Redirect("file:///etc/passwd");
                c.Response.Close();
                return Task.CompletedTask;
            }
            c.Response.Headers["Content-Encoding"] = damage;
            return PlayedDepositary.Send(c, "\u007Fnothing that anybody could decompress, and more of it");
        });
        using var scratch = new Scratch();
        var run = Fetch(depositary, scratch, "--treaty", "uncac");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, $"uncac: {Path.Combine(To(scratch), "uncac.xml")}, 2 rows\n")), run.Error);
        Assert.That(run.Error, Does.StartWith("untoc: ").And.Contain($"{depositary.Address}XVIII/XVIII-12.xml"));
        Assert.That(run.Error.Split('\n'), Has.Length.EqualTo(2));
    }

    [Test]
    public void All_treaties_are_asked_for_one_at_a_time_and_one_failure_stops_none()
    {
        using var depositary = new PlayedDepositary(async c =>
        {
            await Task.Delay(20);
            await PlayedDepositary.Send(c, Table, c.Request.Url!.AbsolutePath.Contains("XVIII-14", StringComparison.Ordinal) ? 500 : 200);
        });
        using var scratch = new Scratch();
        var run = CommandRunner.Run([
            "fetch",
            "--all",
            "--seeds",
            SmallRecord.Path,
            "--to",
            To(scratch),
            "--address-template",
            depositary.Address + "{mtdsg}",
        ]);
        Assert.That((run.ExitCode, depositary.MostAtOnce), Is.EqualTo((2, 1)), run.Error);
        Assert.That(run.Error.Split('\n'), Has.Length.EqualTo(2).And.Some.StartsWith("uncac: "));
        Assert.That(Directory.GetFiles(To(scratch)), Has.Length.EqualTo(depositary.Requests.Count - 1).And.Length.GreaterThan(10));
        Assert.That(
            run.Output,
            Does.Contain("treaties that another depositary keeps: beijing-convention-2010, ").And.Match(@" and \d+ more\.\n$")
        );
    }

    /// <summary>
    /// The depositary wrote over the row of a State that left and came back: fetched, it is a conflict and no correction.
    /// </summary>
    [Test]
    public void A_table_that_overwrote_a_row_is_fetched_and_its_merge_asks_a_person()
    {
        var text = Table;
        using var depositary = new PlayedDepositary(c => PlayedDepositary.Send(c, text));
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        Fetch(depositary, scratch);
        string[] merge = ["merge", Saved(scratch), "--seeds", seeds, "--accept", "--treaty", "lighthouses"];
        CommandRunner.Run([.. merge, "--new", "--as-at", "2020-01-31"]);
        text = Table.Replace("7 Jul 2004 a", "20 Jan 2021 a", StringComparison.Ordinal);
        Fetch(depositary, scratch);
        var run = CommandRunner.Run([.. merge, "--as-at", "2024-06-30"]);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain("? PER accession 2004-07-07 is accession 2021-01-20 in the table"));
        Assert.That(File.ReadAllText(Path.Combine(seeds, "events", "lighthouses.csv")), Does.Contain("PER,accession,2004-07-07"));
    }

    [TestCase("XVIII-12", "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XVIII/XVIII-12.en.xml")]
    [TestCase("VI-18", "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20VI/VI-18.en.xml")]
    [TestCase("XI-B-16", "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20XI/XI-B-16.en.xml")]
    [TestCase("XII-1", "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XII/XII-1.en.xml")]
    [TestCase("XXVII-7-d", "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXVII/XXVII-7-d.en.xml")]
    [TestCase("lighthouses", null)]
    public void The_address_follows_from_the_number(string mtdsg, string? address) =>
        Assert.That(TableAddress.Of(TableAddress.Default, Lighthouses.Convention with { Mtdsg = mtdsg })?.AbsoluteUri, Is.EqualTo(address));

    [TestCase("https://depositary.example/table", "must be an HTTP address")]
    [TestCase("https://depositary.example/{mtdgs}", "must be an HTTP address")]
    [TestCase("file:///{mtdsg}", "must be an HTTP address")]
    public void An_address_that_cannot_be_right_is_refused(string template, string reason)
    {
        using var scratch = new Scratch();
        var run = CommandRunner.Run("fetch", "--treaty", "untoc", "--to", To(scratch), "--address-template", template);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(reason));
        Assert.That(Directory.Exists(To(scratch)), Is.False);
    }

    static CommandRunner.Result Fetch(PlayedDepositary depositary, Scratch scratch, params string[] more) =>
        CommandRunner.Run([
            "fetch",
            "--treaty",
            "untoc",
            "--seeds",
            Repository.Seeds,
            "--to",
            To(scratch),
            "--address-template",
            depositary.Address + "{chapter}/{mtdsg}.xml",
            .. more,
        ]);

    static string To(Scratch scratch) => Path.Combine(scratch.Path, "tables");

    static string Saved(Scratch scratch) => Path.Combine(To(scratch), "untoc.xml");
}
