using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>A rule of the consistency check.</summary>
public sealed record ConsistencyRule
{
    /// <summary>Stable id, such as <c>double-consent</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The group under which reports show it.</summary>
    public required string Group { get; init; }

    /// <summary>How bad its findings are, unless one says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it finds.</summary>
    public required string Finds { get; init; }

    /// <summary>Why that matters.</summary>
    public required string Rationale { get; init; }

    /// <summary>The article or source on which it rests; absent where it rests on none.</summary>
    public string? Ground { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Remedy { get; init; }

    /// <summary>A history that it passes.</summary>
    public required string Good { get; init; }

    /// <summary>A history that it finds fault with.</summary>
    public required string Bad { get; init; }

    internal static ConsistencyRule Of(Rule rule) => new()
    {
        Id = rule.Id,
        Group = rule.Group,
        Severity = rule.Severity,
        Finds = rule.Finds,
        Rationale = rule.Rationale,
        Ground = rule.Ground,
        Remedy = rule.Remedy,
        Good = rule.Good,
        Bad = rule.Bad,
    };

    internal static IReadOnlyList<Column<ConsistencyRule>> Columns { get; } =
    [
        new("id", r => r.Id), new("group", r => r.Group), new("severity", r => r.Severity.Word()), new("finds", r => r.Finds), new("rationale", r => r.Rationale),
        new("ground", r => r.Ground), new("remedy", r => r.Remedy), new("good", r => r.Good), new("bad", r => r.Bad),
    ];
}

/// <summary>The catalogue of rules.</summary>
public sealed class ListConsistencyRules : Endpoint<ListConsistencyRules.Request, Page<ConsistencyRule>>
{
    /// <summary>Which rules.</summary>
    public sealed class Request : IListRequest
    {
        /// <summary>Only rules of this severity.</summary>
        public Severity? Severity { get; init; }

        /// <summary>How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.</summary>
        public int? Limit { get; init; }

        /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
        public Format? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddListRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/consistency/rules");
        this.Describe(Topics.Consistency, "Which rules is the record held against?", "All rules with rationale, law, examples and remedy, in order of id.", "/v1/consistency/rules?limit=2");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct) => Send.ResultAsync(Formats.List(HttpContext, req,
        [.. Catalogue.All.Where(r => req.Severity is null || r.Severity == req.Severity).OrderBy(r => r.Id, StringComparer.Ordinal).Select(ConsistencyRule.Of)], r => r.Id, ConsistencyRule.Columns));
}
