using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Cases;

/// <summary>Made-up seeds with everything that they can say beside days and kinds. Not all of it is lawful together.</summary>
static class WiderSeeds
{
    public const string Header =
        "participant,kind,date,effective_on,sources,verification,recorded_at,note,depositary,counterpart,opposes_entry_into_force\n";

    public const string Rows = """
        JPN,accession,2001-03,,,unverified,,,Government of Arvania,,
        JPN,accession,2001-04-02,,,table,,,Government of Borland,,
        KEN,accession,2002,,,unverified,,,,,
        FRA,participation,,2003-05-01,,table,,,,,
        NPL,accession,2004-01-09/2004-06-30,,,unverified,,,,,
        JPN,objection,2005-02-01,,,table,,,,KEN,true
        JPN,objection,2005-02-02,,,table,,,,NPL,
        FRA,suspension,2006-01-01,,,table,,,,,
        FRA,suspension-ended,2007-01-01,,,table,,,,,
        PER,signature,2007-03-01,,,table,,,,,
        PER,signature-withdrawn,2007-04-01,,,table,,,,,
        KEN,withdrawal,,2010-06-30,,table,,,,,
        NPL,cessation,2011,,,unverified,,,,,

        """;

    public const string Clauses = """
        "accession": { "objectionWithin": { "months": 6 }, "requiresAcceptance": true },
        "entryIntoForce": {
          "instruments": 2,
          "conditions": [
            { "instruments": 1, "among": "annex" },
            { "share": 0.55, "of": "tonnage" },
            { "fraction": "2/3", "ofPartiesTo": "base", "partiesOn": "eachDeposit" }
          ],
          "delay": { "months": 1, "endOfMonthStays": true },
          "notEarlierThan": "2001-06-01"
        },
        "laterParticipants": { "reason": "not read" },
        "withdrawal": { "receivedBy": "01-01", "effectOn": "06-30", "notWithin": { "months": 36, "from": "party" } },
        "openTo": { "states": "all", "regionalOrganizations": true, "requiresMemberFirst": true },
        "endsBelow": 2,
        "endsBelowArticle": "art. 15",
        "bindsAllPartiesOf": "base"
        """;

    public const string Lists = """
        list,participant,weight,source
        annex,JPN,,
        annex,KEN,,
        tonnage,JPN,12.50,
        tonnage,KEN,3,

        """;

    /// <summary>Writes a directory of seeds beside a scratch database.</summary>
    public static string Write(Scratch scratch)
    {
        var wide = MadeUpSeeds
            .Treaty("wide", "W-2", "2000-01-01", "CLAUSES", parent: "base")
            .Replace(
                "\"depositary\": \"A depositary\",",
                "\"depositary\": \"Government of Arvania\", \"depositaries\": [\"Government of Arvania\", \"Government of Borland\"],",
                StringComparison.Ordinal
            );
        var from = wide.IndexOf("\"entryIntoForce\"", StringComparison.Ordinal);
        var to = wide.IndexOf("},\n  \"completeThrough\"", StringComparison.Ordinal);
        wide = wide[..from] + Clauses + wide[to..];
        var seeds = MadeUpSeeds.Write(
            scratch,
            "",
            ("base", MadeUpSeeds.Treaty("base", "W-1", "1999-01-01", """{ "instruments": 1, "delay": { "days": 0 } }"""), ""),
            ("wide", wide, "")
        );
        File.WriteAllText(Path.Combine(seeds, "events", "wide.csv"), Header + Rows);
        Directory.CreateDirectory(Path.Combine(seeds, "lists"));
        File.WriteAllText(Path.Combine(seeds, "lists", "wide.csv"), Lists);
        return seeds;
    }
}
