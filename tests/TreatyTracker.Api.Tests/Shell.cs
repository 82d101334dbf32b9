using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Tests;

/// <summary>
/// A shell in a directory of its own, with a service at work on a real port: commands that documents show are run as a reader would run
/// them. Only the address of the service and the way to start the program differ.
/// </summary>
sealed class Shell : IDisposable
{
    const string AddressInDocuments = "http://localhost:8080";
    const string ProgramInDocuments = "dotnet run --project api/TreatyTracker.Api --";

    readonly Scratch _scratch = new();
    readonly System.Diagnostics.Process _service;
    readonly string _address;

    public Shell()
    {
        _scratch.CopyOfSeeds();
        _service = Process.Start("--database", _scratch.DatabaseFile, "--urls", "http://127.0.0.1:0");
        string? line;
        Match listening;
        do
        {
            line = _service.StandardError.ReadLine();
            listening = Regex.Match(line ?? "", @"Now listening on: (http://\S+)");
        }
        while (line is not null && !listening.Success);
        if (line is null) throw new InvalidOperationException("the service did not start");
        _address = listening.Groups[1].Value;
        // Nobody reads its log; nothing may wait for a reader.
        _ = _service.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs a script to its end; it ends with the first command that fails.</summary>
    public Process.Result Run(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script
            .Replace(AddressInDocuments, _address, StringComparison.Ordinal)
            .Replace(ProgramInDocuments, $"dotnet '{typeof(Program).Assembly.Location}'", StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _scratch.Path,
        };
        using var shell = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        if (!shell.WaitForExit(60_000))
        {
            shell.Kill(entireProcessTree: true);
            Assert.Fail($"did not end within a minute: {script}");
        }
        return new(shell.ExitCode, output.Result.Replace(_address, AddressInDocuments, StringComparison.Ordinal), error.Result);
    }

    public void Dispose()
    {
        _service.Kill();
        _service.WaitForExit();
        _service.Dispose();
        _scratch.Dispose();
    }
}
