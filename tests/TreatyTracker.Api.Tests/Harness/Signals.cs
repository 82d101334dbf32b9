using System.Runtime.InteropServices;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>Signals to processes, which .NET itself cannot send; no program <c>kill</c> is needed.</summary>
static class Signals
{
    const int Terminated = 15;

    /// <summary>Asks a process to stop, as container engines and service managers do: SIGTERM.</summary>
    public static void Terminate(System.Diagnostics.Process process)
    {
        if (Kill(process.Id, Terminated) != 0)
            throw new InvalidOperationException($"The process {process.Id} cannot be sent SIGTERM: error {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Kill(int process, int signal);
}
