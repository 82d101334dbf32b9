using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>
/// The colours of a theme. Texts have a contrast of at least 4.5:1 with the background and marks of at least 3:1 (WCAG 2.2, 1.4.3 and
/// 1.4.11). Colours differ for colour-blind readers too, and never stand alone: shapes and patterns tell the same.
/// </summary>
sealed record Palette
{
    /// <summary>The background of the picture.</summary>
    public required string Background { get; init; }

    /// <summary>Titles and figures.</summary>
    public required string Ink { get; init; }

    /// <summary>Notes, and the labels of axes.</summary>
    public required string MutedInk { get; init; }

    /// <summary>Lines that mark a day or a number, and the outline of land without a standing.</summary>
    public required string Line { get; init; }

    /// <summary>Grid lines, which carry no meaning.</summary>
    public required string Grid { get; init; }

    /// <summary>Land of a participant without a standing. Its outline is <see cref="Line"/>.</summary>
    public required string Land { get; init; }

    /// <summary>Party, treaty in force.</summary>
    public required string InForce { get; init; }

    /// <summary>Contracting party, treaty not in force.</summary>
    public required string Contracting { get; init; }

    /// <summary>Signatory.</summary>
    public required string Signatory { get; init; }

    /// <summary>Former party.</summary>
    public required string Former { get; init; }

    /// <summary>The curves of several treaties.</summary>
    public required IReadOnlyList<string> Curves { get; init; }

    /// <summary>The colours of a theme.</summary>
    public static Palette Of(Theme theme) => theme is Theme.Dark ? s_dark : s_light;

    /// <summary>The colour of a standing.</summary>
    public string Of(Standing standing) =>
        standing switch
        {
            Standing.PartyInForce => InForce,
            Standing.Contracting => Contracting,
            Standing.Signatory => Signatory,
            Standing.FormerParty => Former,
            _ => Land,
        };

    static readonly Palette s_light = new()
    {
        Background = "#ffffff",
        Ink = "#1b1b1b",
        MutedInk = "#555555",
        Line = "#6b6b6b",
        Grid = "#e3e6ea",
        Land = "#f0f0ee",
        InForce = "#0b4a8f",
        Contracting = "#3f83bf",
        Signatory = "#b26a00",
        Former = "#b3261e",
        Curves = ["#0b57a4", "#b26a00", "#7a3fb0", "#1b7f3b", "#b3261e", "#00727f", "#a6296f", "#555555"],
    };

    static readonly Palette s_dark = new()
    {
        Background = "#14181d",
        Ink = "#f2f4f6",
        MutedInk = "#b9c1c9",
        Line = "#98a3ae",
        Grid = "#2b323a",
        Land = "#262d35",
        InForce = "#86c1fa",
        Contracting = "#5a97d6",
        Signatory = "#e5a33a",
        Former = "#f5857a",
        Curves = ["#7ab8f5", "#f0a94a", "#c9a2ff", "#7fd08f", "#ff8a7a", "#4fc3c7", "#f48fc0", "#c3cad1"],
    };
}
