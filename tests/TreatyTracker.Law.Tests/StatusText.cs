namespace TreatyTracker.Law.Tests;

/// <summary>The law's answers as text, so that an expectation is a small table and a difference reads as one.</summary>
static class StatusText
{
    public static Counts CountsOn(this TreatyStatus status, string day) => status.Timeline.On(Iso.Day(day));

    public static Contribution ContributionOf(this TreatyStatus status, string code, string day) =>
        status.ContributionOf(status.Of(code)!, Iso.Day(day));

    public static Standing StandingOf(this TreatyStatus status, string code, string day) => status.Of(code)!.StandingOn(Iso.Day(day));

    /// <summary>The day on which the treaty enters into force for a participant under its latest consent, with the rule.</summary>
    public static Effect EffectFor(this TreatyStatus status, string code) => status.Of(code)!.Consents[^1].Effect!;

    /// <summary>Lines of a day and a standing, which must be those that the law gives on these days.</summary>
    public static void HasStandings(this TreatyStatus status, string code, string table)
    {
        var expected = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var given = expected.Select(line => $"{line[..10]} {status.StandingOf(code, line[..10]).WireName()}");
        Assert.That(string.Join('\n', given), Is.EqualTo(string.Join('\n', expected)), code);
    }

    /// <summary>Why a count counts a participant or not: the rule and the article, the sentence, and the events, a line each.</summary>
    public static string WhyIn(this TreatyStatus status, NamedCount count, string code, string day)
    {
        var reason = Explanation.Of(status, status.Of(code)!, Iso.Day(day)).Single(r => r.Count == count);
        return string.Join(
            '\n',
            [
                $"{(reason.Counted ? "counted" : "not counted")}: {reason.Rule.WireName()}, {reason.Article ?? "no article"}",
                reason.Text.ToEnglish(),
                .. reason.Events.Select(e => e.Id),
            ]
        );
    }

    /// <summary>
    /// What would change the standing of a participant: an act, its day of effect and article, and the sentence, on two lines each.
    /// </summary>
    public static string WhatWouldChange(this TreatyStatus status, string code, string day) =>
        string.Join(
            '\n',
            PossibleAct
                .Of(status, status.Of(code)!, Iso.Day(day))
                .Select(act => $"{act.Act.WireName()}: {Iso.Text(act.EffectOn)}, {act.Article}\n{act.Text.ToEnglish()}")
        );

    /// <summary>All of it, by value.</summary>
    public static string Text(this Counts counts) =>
        $"parties {counts.Parties}, in force {counts.PartiesInForce}, contracting {counts.ContractingNotInForce}, signatories "
        + $"{counts.Signatories}, "
        + $"not bound {counts.SignatoriesNotBound}, former {counts.FormerParties}, for entry {counts.CountedForEntryIntoForce}; "
        + $"{Text(counts.Breakdown.ByParticipantKind)}; {Text(counts.Breakdown.ByConsent)}; {Text(counts.Breakdown.ByRegion)}";

    public static string Text<T>(IEnumerable<KeyValuePair<T, int>> classes) =>
        string.Join(" + ", classes.Select(c => $"{c.Value} {c.Key}"));
}
