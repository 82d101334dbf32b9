using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>XML as the UN Treaty Collection exports it, of a made-up treaty with real participants.</summary>
static class LighthouseDocument
{
    /// <param name="parties">The number of parties in the header.</param>
    /// <param name="signatories">The number of signatories in the header.</param>
    /// <param name="rows">Rows such as <c>Fiji5|4 Mar 2001|1 Feb 2002</c>: a name, the signature, the consent.</param>
    public static string Of(int parties, int signatories, params string[] rows) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Treaty>
              <Header><ExternalData>
                <Titlesect>Convention on Lighthouses</Titlesect>
                <Conclusion>Port Example, 4 March 2001&lt;superscript&gt;1&lt;/superscript&gt;</Conclusion>
                <EIF><Labeltext>9 June 2003, in accordance with article 12(1).</Labeltext></EIF>
                <Status><Signatories>{signatories}</Signatories>
                <Parties>{parties}&lt;superscript&gt;1,2&lt;/superscript&gt;</Parties></Status>
              </ExternalData></Header>
              <Participants><Table><TGroup>
                <Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry>
                <Entry>Ratification, Accession(a), Succession(d)</Entry></Row></Thead>
                <Tbody><Rows>
                  {string.Join("\n      ", rows.Select(Row))}
                </Rows></Tbody>
              </TGroup></Table></Participants>
            </Treaty>
            """;

    /// <summary>Starts the treaty in seeds from a document, as the command line does.</summary>
    public static void Start(string document, string seeds, string asAt)
    {
        var run = CommandRunner.Run("merge", document, "--treaty", "lighthouses", "--new", "--as-at", asAt, "--accept", "--seeds", seeds);
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Error);
    }

    static string Row(string row) =>
        $"<Row>{string.Concat(row.Split('|').Select(c => $"<Entry>{WebUtility.HtmlEncode(c)}</Entry>"))}</Row>";
}
