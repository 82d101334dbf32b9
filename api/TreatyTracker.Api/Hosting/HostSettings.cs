namespace TreatyTracker.Api.Hosting;

/// <summary>Checks settings that the host reads itself, because it would reject a bad value with a stack trace or ignore it.</summary>
static class HostSettings
{
    /// <exception cref="SettingException">A setting of the host has an invalid value.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var url in Parts(configuration["urls"]))
            Require(
                "--urls (or ASPNETCORE_URLS)",
                url,
                IsAddress(url),
                $"addresses such as {Settings.DefaultUrl} or http://*:8080, separated by ';'"
            );
        foreach (var (name, ports) in new[] { ("ASPNETCORE_HTTP_PORTS", "http_ports"), ("ASPNETCORE_HTTPS_PORTS", "https_ports") })
        foreach (var port in Parts(configuration[ports]))
            Require(name, port, ushort.TryParse(port, out _), "ports from 0 to 65535, separated by ';'");
        foreach (
            var level in configuration
                .GetSection("Logging")
                .AsEnumerable()
                .Where(s => s.Key.Contains("LogLevel:", StringComparison.OrdinalIgnoreCase) && s.Value is not null)
        )
            Require(
                level.Key.Replace(":", "__", StringComparison.Ordinal),
                level.Value!,
                Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _),
                $"one of {string.Join(", ", Enum.GetNames<LogLevel>())}"
            );
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { } collector)
            Require(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector,
                Uri.TryCreate(collector, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
                "the address of a collector, such as http://localhost:4317"
            );
        if (configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] is { } protocol)
            Require("OTEL_EXPORTER_OTLP_PROTOCOL", protocol, protocol is "grpc" or "http/protobuf", "grpc or http/protobuf");
        if (configuration.GetValue<string>("ForwardedHeaders_Enabled") is { } forwarded)
            Require(
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
                forwarded,
                !forwarded.Equals("true", StringComparison.OrdinalIgnoreCase),
                "false, because true would trust every sender. List your proxies with --trusted-proxies instead"
            );
    }

    static IEnumerable<string> Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= ushort.MaxValue };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static void Require(string name, string value, bool isValid, string allowed)
    {
        if (!isValid)
            throw new SettingException($"{name} is '{value}', but it must be {allowed}.");
    }
}
