using System.Text;

namespace TreatyTracker.Api.Data;

/// <summary>
/// A console that no data can steer: control characters other than tab and line ends are written as U+FFFD, wherever they come from.
/// </summary>
/// <param name="console">Where the text goes.</param>
sealed class PlainTextWriter(TextWriter console) : TextWriter(console.FormatProvider)
{
    static readonly Lock s_installing = new();
    static bool s_installed;

    /// <summary>Puts one before standard output and standard error, once for the process.</summary>
    public static void Install()
    {
        lock (s_installing)
        {
            if (s_installed)
                return;
            Console.SetOut(new PlainTextWriter(Console.Out));
            Console.SetError(new PlainTextWriter(Console.Error));
            s_installed = true;
        }
    }

    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => console.Write(IsControl(value) ? '\uFFFD' : value);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        foreach (var c in buffer)
            if (IsControl(c))
            {
                console.Write(
                    string.Create(
                        buffer.Length,
                        buffer,
                        static (plain, all) =>
                        {
                            for (var i = 0; i < all.Length; i++)
                                plain[i] = IsControl(all[i]) ? '\uFFFD' : all[i];
                        }
                    )
                );
                return;
            }
        console.Write(buffer);
    }

    public override void Flush() => console.Flush();

    static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
