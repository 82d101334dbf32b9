using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>Ways to damage the file of a register.</summary>
static class Damages
{
    public static void Text(string file) => File.WriteAllText(file, "Dear diary, today I signed a treaty.");

    public static void NoiseBehindAGoodFirstPage(string file) =>
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Take(4096), .. DatabaseFaultTests.Noise(2, 400_000)]);

    public static void Half(string file) =>
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2 / 4096 * 4096)]);

    public static void AnotherProgram(string file)
    {
        File.Delete(file);
        RegisterChanges.Sql(file, "CREATE TABLE recipe (name TEXT)");
    }

    public static void NewerVersion(string file) => RegisterChanges.Sql(file, $"PRAGMA user_version = {Database.SchemaVersion + 1}");

    public static void RowsWithoutOthers(string file) =>
        RegisterChanges.Sql(file, "PRAGMA foreign_keys = OFF; DELETE FROM participant WHERE code = 'PRK'");
}
