namespace TreatyTracker.Api.StatusTables;

/// <summary>The format of a status table. Each has one reader.</summary>
enum StatusTableFormat
{
    /// <summary>XML export of the UN Treaty Collection (Multilateral Treaties Deposited with the Secretary-General).</summary>
    MtdsgXml,

    /// <summary>Saved status page of the UN Treaty Collection.</summary>
    MtdsgHtml,

    /// <summary>Rows of such a page, pasted as text with <c>|</c> or tabs between the columns.</summary>
    MtdsgText,

    /// <summary>JSON of the Council of Europe's Treaty Office.</summary>
    CoeJson,

    /// <summary>A table of values separated by commas, semicolons or tabs, read with a mapping.</summary>
    Csv,
}
