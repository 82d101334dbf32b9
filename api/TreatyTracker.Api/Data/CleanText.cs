using System.Data;
using Dapper;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Text as it comes from the database, with U+FFFD for characters that no format carries. A register that an older version or another
/// program filled may hold some. They are replaced here, so that writers of XML, iCalendar, CSV and logs never meet them.
/// </summary>
sealed class CleanText : SqlMapper.TypeHandler<string>
{
    public override string? Parse(object value) => value is string text ? PlainText.Clean(text) : null;

    public override void SetValue(IDbDataParameter parameter, string? value) => parameter.Value = value ?? (object)DBNull.Value;
}
