using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// YAML that readers of 1.1 understand as those of 1.2 do. Many of the former are in use, PyYAML and Ruby's among them, and to them a bare
/// <c>on</c> is a truth value and a bare <c>1_0</c> a number: what they could mistake is quoted.
/// </summary>
/// <param name="text">Where it is written.</param>
public sealed partial class Yaml11SafeWriter(StringWriter text) : OpenApiYamlWriter(text)
{
    readonly StringWriter _text = text;

    /// <inheritdoc/>
    public override void WritePropertyName(string name)
    {
        base.WritePropertyName(name);
        if (!Mistakable().IsMatch(name))
            return;
        // The writer has no way to be told that a name needs quotes, and has quoted some itself.
        var written = _text.GetStringBuilder();
        if (written.Length > name.Length && written.ToString(written.Length - name.Length - 1, name.Length) == name)
            written.Remove(written.Length - name.Length - 1, name.Length + 1).Append($"'{name}':");
    }

    /// <inheritdoc/>
    public override void WriteValue(string value)
    {
        if (Mistakable().IsMatch(value))
            WriteRaw($"'{value}'");
        else
            base.WriteValue(value);
    }

    /// <summary>
    /// Whatever is no text to a reader of YAML 1.1 (yaml.org/type): truth values, nothing, numbers in any notation, instants, merge and
    /// value keys.
    /// </summary>
    [GeneratedRegex(
        @"^(?:[yY]|[nN]|~|<<|=|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|null|Null|NULL|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?0x[0-9a-fA-F_]+|[-+]?\.?[0-9][-+0-9_.:bBeEtTzZ ]*)$"
    )]
    private static partial Regex Mistakable();
}
