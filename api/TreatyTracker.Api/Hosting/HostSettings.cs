namespace TreatyTracker.Api.Hosting;

/// <summary>Checks what the host reads itself, and would refuse with a stack trace or not at all.</summary>
static class HostSettings
{
    /// <exception cref="SettingException">A setting of the host has a value that it cannot take.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var url in Parts(configuration["urls"]))
            Demand(
                "--urls (or ASPNETCORE_URLS)",
                url,
                IsAddress(url),
                $"addresses such as {Settings.DefaultUrl} or http://*:8080, parted by ';'"
            );
        foreach (var (name, ports) in new[] { ("ASPNETCORE_HTTP_PORTS", "http_ports"), ("ASPNETCORE_HTTPS_PORTS", "https_ports") })
        foreach (var port in Parts(configuration[ports]))
            Demand(name, port, ushort.TryParse(port, out _), "ports from 0 to 65535, parted by ';'");
        foreach (
            var level in configuration
                .GetSection("Logging")
                .AsEnumerable()
                .Where(s => s.Key.Contains("LogLevel:", StringComparison.OrdinalIgnoreCase) && s.Value is not null)
        )
            Demand(
                level.Key.Replace(":", "__", StringComparison.Ordinal),
                level.Value!,
                Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _),
                string.Join(", ", Enum.GetNames<LogLevel>())
            );
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { } collector)
            Demand(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector,
                Uri.TryCreate(collector, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
                "the address of a collector, such as http://localhost:4317"
            );
        if (configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] is { } protocol)
            Demand("OTEL_EXPORTER_OTLP_PROTOCOL", protocol, protocol is "grpc" or "http/protobuf", "grpc or http/protobuf");
        if (configuration.GetValue<string>("ForwardedHeaders_Enabled") is { } forwarded)
            Demand(
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
                forwarded,
                !forwarded.Equals("true", StringComparison.OrdinalIgnoreCase),
                "nothing but false here, for it trusts every sender; name your proxies instead"
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

    static void Demand(string name, string value, bool holds, string takes)
    {
        if (!holds)
            throw new SettingException($"{name} is '{value}'; it takes {takes}.");
    }
}
