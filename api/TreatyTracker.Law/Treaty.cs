namespace TreatyTracker.Law;

/// <summary>Any instrument tracked (VCLT 2(1)(a)).</summary>
public sealed record Treaty
{
    /// <summary>Short stable id: <c>untoc</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Number among the Multilateral Treaties Deposited with the Secretary-General: <c>XVIII-12</c>. It repeats the id where there is none.
    /// </summary>
    public required string Mtdsg { get; init; }

    /// <summary>The number that another depositary or organization gave it: <c>Doc 8364</c>; <c>null</c> for none.</summary>
    public string? Number { get; init; }

    /// <summary>Whose number it is: <c>icao</c>, <c>iaea</c>, <c>cets</c>, <c>ilo</c>; <c>null</c> where <see cref="Number"/> is.</summary>
    public string? Numbering { get; init; }

    /// <summary>
    /// Its number with the numbering to which it belongs: the one given, else the MTDSG number, else <c>null</c> for both.
    /// </summary>
    public (string? Number, string? Numbering) OwnNumber =>
        Number is not null ? (Number, Numbering)
        : Mtdsg != Id ? (Mtdsg, MtdsgNumbering)
        : (null, null);

    /// <summary><see cref="Numbering"/> of a number among the Multilateral Treaties Deposited with the Secretary-General.</summary>
    public const string MtdsgNumbering = "mtdsg";

    /// <summary>What sort of instrument it is.</summary>
    public required TreatyKind Kind { get; init; }

    /// <summary>
    /// The id of the treaty to which it belongs; <c>null</c> for a principal treaty, and for one that belongs to several treaties or to one
    /// that is not recorded.
    /// </summary>
    public string? Parent { get; init; }

    /// <summary>
    /// Whether it belongs to another treaty: it has a parent, or its kind says so (the Protocols of 1977 belong to four Conventions).
    /// </summary>
    public bool BelongsToAnother => Parent is not null || Kind is TreatyKind.Protocol or TreatyKind.Amendment;

    /// <summary>Titles by language (<c>ar en es fr ru zh</c>); English is always there.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Short titles by language; may be empty.</summary>
    public IReadOnlyDictionary<string, string> ShortTitles { get; init; } = new Dictionary<string, string>();

    /// <summary>Adoption of the text.</summary>
    public required Adoption Adopted { get; init; }

    /// <summary>The custodian (VCLT 76, 77); never "depository".</summary>
    public required string Depositary { get; init; }

    /// <summary>
    /// All depositaries in order, <see cref="Depositary"/> the first, where there are several (Outer Space Treaty: three); else empty.
    /// </summary>
    public EquatableArray<string> Depositaries { get; init; } = [];

    /// <summary>Registration number in the United Nations Treaty Series.</summary>
    public string? Unts { get; init; }

    /// <summary>Subject word: <c>organized-crime</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The day that the depositary gives as that of entry into force; <c>null</c> where none was published.</summary>
    public DateOnly? EntryIntoForcePublished { get; init; }

    /// <summary>The final clauses.</summary>
    public required FinalClauses FinalClauses { get; init; }

    /// <summary>The lists and weights to which the conditions of entry into force refer (Paris Agreement: emissions).</summary>
    public EquatableArray<ListEntry> Lists { get; init; } = [];

    /// <summary>The last day, inclusive, on which the record of the treaty's events is known to be complete.</summary>
    public required DateOnly CompleteThrough { get; init; }

    /// <summary>How far the record is proved; <c>null</c> where it does not say.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>What may be missing from the record, in plain words; <c>null</c> for nothing said.</summary>
    public string? RecordNote { get; init; }

    /// <summary>
    /// The instant at which the curated record of this treaty was first recorded: when its events were learned of, unless one says
    /// otherwise.
    /// </summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
