using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// A shell in a directory of its own, next to a service on a real port: it runs commands that documents show as a reader would. Only the
/// address of the service and the way to start the program differ.
/// </summary>
sealed class Shell : IDisposable
{
    const string AddressInDocuments = "http://localhost:8080";
    const string ProgramInDocuments = "dotnet run --project api/TreatyTracker.Api --";

    /// <summary>What commands of the documents call besides the program itself, bash and coreutils.</summary>
    static readonly string[] s_others = ["curl", "jq", "node", "python3", "sqlite3"];

    readonly Scratch _scratch;
    readonly ServiceProcess _service;

    Shell(Scratch scratch, ServiceProcess service) => (_scratch, _service) = (scratch, service);

    /// <summary>Opens it once its service, over the whole shipped record, is ready.</summary>
    /// <param name="data">
    /// The directory of the register within that of the shell: <c>data</c> is where the commands look for it. Without one, the register is
    /// elsewhere, and no command changes it.
    /// </param>
    public static async Task<Shell> Open(string? data = null)
    {
        var scratch = new Scratch();
        scratch.CopyOfSeeds(Repository.ShippedSeeds);
        return new(scratch, await ServiceProcess.OverShippedRecord(data is null ? null : Path.Combine(scratch.Path, data, "treaties.db")));
    }

    /// <summary>
    /// Runs a script to its end; it ends with the first command that fails. The test is skipped when it calls a program that is not
    /// installed.
    /// </summary>
    public CommandRunner.Result Run(string script)
    {
        foreach (var program in s_others.Where(p => Regex.IsMatch(script, $@"\b{p}\b")))
            Programs.Need(program, "to run a command of the documentation");
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
