using System.Data;
using Dapper;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Text as it comes from the database, with U+FFFD for characters that no format carries. A register filled by an older version, or
/// behind this service's back, may hold some: replaced here, no writer of XML, iCalendar, CSV or a log can stumble over them.
/// </summary>
sealed class CleanText : SqlMapper.TypeHandler<string>
{
    public override string? Parse(object value) => value is string text ? PlainText.Clean(text) : null;

    public override void SetValue(IDbDataParameter parameter, string? value) => parameter.Value = value ?? (object)DBNull.Value;
}
