namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// A shell in a directory of its own, with a service at work on a real port: commands that documents show are run as a reader would run
/// them. Only the address of the service and the way to start the program differ.
/// </summary>
sealed class Shell : IDisposable
{
    const string AddressInDocuments = "http://localhost:8080";
    const string ProgramInDocuments = "dotnet run --project api/TreatyTracker.Api --";

    readonly Scratch _scratch;
    readonly ServiceProcess _service;

    Shell(Scratch scratch, ServiceProcess service) => (_scratch, _service) = (scratch, service);

    /// <summary>Opens it once its service is ready.</summary>
    public static async Task<Shell> Open()
    {
        var scratch = new Scratch();
        scratch.CopyOfSeeds();
        return new(scratch, await ServiceProcess.On(scratch.DatabaseFile));
    }

    /// <summary>Runs a script to its end; it ends with the first command that fails.</summary>
    public CommandRunner.Result Run(string script)
    {
        var address = _service.Address.GetLeftPart(UriPartial.Authority);
        var command = script
            .Replace(AddressInDocuments, address, StringComparison.Ordinal)
            .Replace(ProgramInDocuments, $"dotnet '{typeof(Program).Assembly.Location}'", StringComparison.Ordinal);
        var run = CommandRunner.ToEnd(new("bash", ["-euo", "pipefail", "-c", command]) { WorkingDirectory = _scratch.Path });
        return run with { Output = run.Output.Replace(address, AddressInDocuments, StringComparison.Ordinal) };
    }

    public void Dispose()
    {
        _service.Dispose();
        _scratch.Dispose();
    }
}
