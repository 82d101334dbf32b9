using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>
/// A file system that is mounted until it is disposed of. Only root may mount: other users do it with <c>sudo</c> where that asks for no
/// password.
/// </summary>
sealed class Mount : IDisposable
{
    const string Purpose = "to mount a file system that is full or read-only";

    Mount(string path) => Path = path;

    public string Path { get; }

    /// <summary>A file system with room for this many bytes.</summary>
    public static Mount Small(Scratch scratch, int bytes) =>
        Make(scratch, "small", "-t", "tmpfs", "-o", $"size={bytes},mode=1777", "tmpfs");

    /// <summary>A directory of a scratch, seen through a file system that cannot be written to.</summary>
    public static Mount ReadOnly(Scratch scratch, string directory)
    {
        var mount = Make(scratch, "read-only", "--bind", directory);
        var (code, _, error) = AsRoot("mount", "-o", "remount,bind,ro", mount.Path);
        if (code != 0)
        {
            mount.Dispose();
            throw Skip.Because($"this machine makes no file system read-only: {error}");
        }
        return mount;
    }

    static Mount Make(Scratch scratch, string name, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
            throw Skip.Because($"Linux is needed {Purpose}.");
        var path = Directory.CreateDirectory(System.IO.Path.Combine(scratch.Path, name)).FullName;
        Programs.Need("umount", Purpose);
        var (code, _, error) = AsRoot("mount", [.. arguments, path]);
        if (code != 0)
            throw Skip.Because($"root's rights are needed {Purpose}: {error}");
        return new(path);
    }

    static CommandRunner.Result AsRoot(string program, params string[] arguments)
    {
        var path = Programs.Need(program, Purpose);
        return Environment.IsPrivilegedProcess
            ? CommandRunner.Command(path, arguments)
            : CommandRunner.Command(Programs.Need("sudo", Purpose), ["-n", path, .. arguments]);
    }

    public void Dispose() => Assert.That(AsRoot("umount", Path).ExitCode, Is.Zero, $"{Path} stays mounted");
}
