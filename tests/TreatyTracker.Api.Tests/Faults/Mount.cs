using System.Diagnostics;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>Something mounted, as long as it is used.</summary>
sealed class Mount : IDisposable
{
    Mount(string path) => Path = path;

    public string Path { get; }

    /// <summary>A file system of so many bytes, and no more.</summary>
    public static Mount Small(Scratch scratch, int bytes) => Make(scratch, "small", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs");

    /// <summary>A directory of a scratch, seen through a file system that cannot be written to.</summary>
    public static Mount ReadOnly(Scratch scratch, string directory)
    {
        var mount = Make(scratch, "read-only", "--bind", directory);
        var (code, _, error) = CommandRunner.Command("mount", "-o", "remount,bind,ro", mount.Path);
        if (code == 0)
            return mount;
        mount.Dispose();
        Assert.Ignore($"this machine makes no file system read-only: {error}");
        throw new UnreachableException();
    }

    static Mount Make(Scratch scratch, string name, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Ignore("only root can mount");
        var path = Directory.CreateDirectory(System.IO.Path.Combine(scratch.Path, name)).FullName;
        var (code, _, error) = CommandRunner.Command("mount", [.. arguments, path]);
        if (code != 0)
            Assert.Ignore($"this machine lets nobody mount: {error}");
        return new(path);
    }

    public void Dispose() => Assert.That(CommandRunner.Command("umount", Path).ExitCode, Is.Zero, $"{Path} stays mounted");
}
