using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// Writes YAML that means the same to readers of YAML 1.1 and 1.2. Readers of 1.1, such as PyYAML and Ruby's, take a bare <c>on</c> for a
/// Boolean and a bare <c>1_0</c> for a number. <see cref="OpenApiYamlWriter"/> quotes only what 1.2 needs, quotes no names, and has no
/// option for either.
/// </summary>
/// <param name="text">The writer of the text.</param>
public sealed partial class Yaml11SafeWriter(StringWriter text) : OpenApiYamlWriter(text)
{
    readonly StringWriter _text = text;

    /// <inheritdoc/>
    public override void WritePropertyName(string name)
    {
        base.WritePropertyName(name);
        if (!ReadOtherwise().IsMatch(name))
            return;
        // The base class quotes some names itself.
        var written = _text.GetStringBuilder();
        if (written.Length > name.Length && written.ToString(written.Length - name.Length - 1, name.Length) == name)
            written.Remove(written.Length - name.Length - 1, name.Length + 1).Append($"'{name}':");
    }

    /// <inheritdoc/>
    public override void WriteValue(string value)
    {
        if (ReadOtherwise().IsMatch(value))
            WriteRaw($"'{value}'");
        else
            base.WriteValue(value);
    }

    /// <summary>
    /// Everything that YAML 1.1 (yaml.org/type) does not read as text: Booleans, null, numbers in any notation, timestamps, merge and value
    /// keys.
    /// </summary>
    [GeneratedRegex(
        "^(?:[yY]|[nN]|~|<<|=|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|null|Null|NULL"
            + @"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?0x[0-9a-fA-F_]+|[-+]?\.?[0-9][-+0-9_.:bBeEtTzZ ]*)$"
    )]
    private static partial Regex ReadOtherwise();
}
