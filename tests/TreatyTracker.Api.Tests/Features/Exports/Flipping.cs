using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Tests.Features.Exports;

/// <summary>Imports without end, each of which changes an event back or forth: what a register in use goes through.</summary>
static class Flipping
{
    static readonly Facts s_shipped = SeedReader.Read(Repository.Seeds);

    /// <summary>The shipped record, with a remark more.</summary>
    public static Facts Changed { get; } = With("changed");

    /// <summary>Imports until told to stop.</summary>
    /// <returns>Every data version that there was, the first one included.</returns>
    public static HashSet<string> Imports(Database database, CancellationToken stop)
    {
        var versions = new HashSet<string> { Register.Load(database).Version };
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            Import.Run(database, i % 2 == 0 ? Changed : s_shipped, Times.Start.AddHours(i));
            versions.Add(Register.Load(database).Version);
        }
        return versions;
    }

    static Facts With(string note) => s_shipped with { Events = [.. s_shipped.Events.Select(e => e.Treaty == "untoc" && e.Participant == "PRK" ? e with { Note = note } : e)] };
}
