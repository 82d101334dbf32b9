using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Verbs;

try
{
    return Serve.Run(args);
}
catch (Exception e) when (e is DatabaseException or SeedException)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.CouldNotRun;
}

/// <summary>The program: a bare first word is a verb, else it serves.</summary>
public partial class Program;
