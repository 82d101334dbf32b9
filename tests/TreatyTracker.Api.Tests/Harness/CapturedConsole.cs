using System.Text;

namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// Standard output or standard error of this process. What a command writes that a test runs goes to that test; all else goes where it
/// went before.
/// </summary>
/// <param name="otherwise">Where it went before.</param>
sealed class CapturedConsole(TextWriter otherwise) : TextWriter
{
    readonly AsyncLocal<StringWriter?> _captured = new();

    static readonly CapturedConsole s_output = new(Console.Out);
    static readonly CapturedConsole s_error = new(Console.Error);

    static CapturedConsole()
    {
        Console.SetOut(s_output);
        Console.SetError(s_error);
    }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    TextWriter Target => _captured.Value ?? otherwise;

    /// <summary>Runs something, and gives what it returned and wrote to standard output and standard error.</summary>
    public static (T Result, string Output, string Error) Run<T>(Func<T> run)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        (s_output._captured.Value, s_error._captured.Value) = (output, error);
        try
        {
            return (run(), output.ToString(), error.ToString());
        }
        finally
        {
            (s_output._captured.Value, s_error._captured.Value) = (null, null);
        }
    }

    /// <inheritdoc/>
    public override void Write(char value) => Target.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value) => Target.Write(value);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);
}
