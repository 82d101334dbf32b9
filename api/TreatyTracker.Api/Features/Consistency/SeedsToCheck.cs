using System.Text.Json;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>Reads a set of seeds from a body.</summary>
static partial class SeedsToCheck
{
    const string Prefix = "treatytracker-dry-run-";

    const int MostFiles = 500;

    /// <summary>The record that the seeds make, or the problem that answers them.</summary>
    public static (CheckContext? Context, IResult? Problem) Read(JsonElement seeds, DateOnly today)
    {
        var members = new JsonMembers();
        if (seeds.ValueKind is not JsonValueKind.Object)
            members.Add("seeds", "The value is not an object. Give the path of each file with its text: {\"events/untoc.csv\": \"…\"}.");
        else if (seeds.EnumerateObject().Count() > MostFiles)
            members.Add("seeds", $"There are more than {MostFiles} files. Use 'treatytracker check' for a set as large as that.");
        var files = new List<(string Path, string Text)>();
        foreach (var file in members.Errors.Count == 0 ? seeds.EnumerateObject() : default)
            if (!FilePath().IsMatch(file.Name))
                members.Add(
                    "seeds",
                    $"'{PlainText.Line(file.Name.Length > 100 ? file.Name[..100] + "…" : file.Name)}' is not a file of seeds. "
                        + "Use paths such as sources.csv, treaties/untoc.json and events/untoc.csv."
                );
            else if (JsonRequestBody.Text(file.Value) is { } text)
                files.Add((file.Name, text));
            else
                members.Add($"seeds.{file.Name}", "The value is not a text. Give the text of the file in quotation marks.");
        if (members.Errors.Count > 0)
            return (null, Problem.BadParameters(members.Errors));
        var directory = TemporaryDirectory.Create(Prefix);
        try
        {
            foreach (var (path, text) in files)
            {
                var target = Path.Combine(directory, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, text);
            }
            return (CheckContext.OfSeeds(directory, today), null);
        }
        catch (SeedException e)
        {
            foreach (var problem in e.Problems)
                members.Add($"seeds.{problem.File}", $"Line {problem.Line}: {problem.Reason.TrimEnd('.')}.");
            return (null, Problem.BadParameters(members.Errors));
        }
        finally
        {
            TemporaryDirectory.Delete(directory);
        }
    }

    /// <summary>No other name becomes one in the file system.</summary>
    [GeneratedRegex(
        @"\A(?:(?:participants|former-names|other-names|memberships|sources|published-counts|waivers)\.csv"
            + @"|treaties/[a-z0-9-]{1,100}\.json|(?:events|lists)/[a-z0-9-]{1,100}\.csv)\z"
    )]
    private static partial Regex FilePath();
}
