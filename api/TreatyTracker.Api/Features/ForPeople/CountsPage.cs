namespace TreatyTracker.Api.Features.ForPeople;

/// <summary>The definitions of the named counts, to which every answer with counts points.</summary>
static class CountsPage
{
    public const string Body = """
        <p>A count is never one unnamed number. For a treaty, on the day <code>asOf</code>:</p>
        <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Counts the participants that</th></tr></thead>
        <tbody>
        <tr><th scope="row"><code>parties</code></th><td>had deposited their consent to be bound on or before the day, and whose withdrawal, if any, had not taken effect. This is the depositary's headline figure: it includes regional organizations and States outside the United Nations, and those for whom the treaty is not yet in force.</td></tr>
        <tr><th scope="row"><code>partiesInForce</code></th><td>are parties in the sense of VCLT art. 2(1)(g): the treaty is in force for them on the day, and a parent treaty's condition is met. A succession counts from its effect, even before its deposit.</td></tr>
        <tr><th scope="row"><code>contractingNotInForce</code></th><td>are counted in <code>parties</code>, and the treaty is not in force for them.</td></tr>
        <tr><th scope="row"><code>signatories</code></th><td>signed on or before the day, including those that later consented.</td></tr>
        <tr><th scope="row"><code>signatoriesNotBound</code></th><td>signed and hold no consent in being. One that was a party and left is among them if it had signed.</td></tr>
        <tr><th scope="row"><code>formerParties</code></th><td>were parties and left, by withdrawal or by operation of law. One that took back its consent is a signatory again and not among them.</td></tr>
        <tr><th scope="row"><code>countedForEntryIntoForce</code></th><td>are counted in <code>parties</code> and whose instruments count towards the threshold of entry into force: regional organizations do not, unless the clause says so.</td></tr>
        </tbody>
        </table>
        <h2>The breakdowns</h2>
        <p>The breakdowns by kind of participant, by kind of consent and by region each add up to <code>parties</code>. The kind of a participant is that of the day asked about: a State admitted to the United Nations later counts as another State before its admission.</p>
        <h2>When a treaty ends</h2>
        <p>The termination of a treaty releases its parties (VCLT art. 70): from that day on it has none.</p>
        <h2>How far the record goes</h2>
        <p><code>record.completeThrough</code> is the last day on which the record is known to be complete. When <code>record.asOfIsBeyond</code> is true, events after it may be missing. <code>record.unverifiedEvents</code> says how many of the events up to the day have no source at hand that gives their day.</p>
        <h2>Two clocks</h2>
        <p><code>asOf</code> asks about the world: legal effect on that day. <code>knownAt</code> asks about the register: only what it had recorded by that instant. The same two give the same figure for ever. Before the record of a treaty was laid down the register knew nothing of it, which is no count of nought: a question about that time is answered by saying so (404), and lists leave the treaty out.</p>
        <h2>See it at work</h2>
        <p><a href="/v1/treaties/untoc/counts?asOf=2017-06-30">The counts of the Organized Crime Convention on 30 June 2017</a>, and <a href="/v1/treaties/untoc/counts/explanation?asOf=2017-06-30">who is counted in each, and why</a>. VCLT is the Vienna Convention on the Law of Treaties of 1969.</p>
        """;
}
