using System.Net;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// Downloads status tables, one at a time. Nothing is saved that is not read as a table of the treaty: a maintenance page comes with status
/// 200 too.
/// </summary>
sealed class TableDownload : IDisposable
{
    const int MostRedirections = 5;

    readonly HttpClient _client;
    readonly TimeSpan _timeout;

    /// <param name="version">The version of this program, for its name in requests.</param>
    /// <param name="timeout">How long one document may take, with all its redirections.</param>
    public TableDownload(string version, TimeSpan timeout)
    {
        _timeout = timeout;
        _client = new(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = MostRedirections }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new("TreatyTracker", version));
    }

    /// <summary>Downloads the table of a treaty, unless the saved one is current.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="directory">Where the file goes, named for the treaty. It must exist.</param>
    /// <param name="treaty">The treaty.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <returns>The file and its rows; no rows where the saved one is current.</returns>
    /// <exception cref="StatusTableException">
    /// There is no answer in time, or it is no table of the treaty. The saved file stays.
    /// </exception>
    public async Task<(string File, int? Rows)> Save(Uri address, string directory, Treaty treaty, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            var saved = s_extensions.Select(e => Path.Combine(directory, treaty.Id + e)).FirstOrDefault(File.Exists);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (saved is not null)
                request.Headers.IfModifiedSince = File.GetLastWriteTimeUtc(saved);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.StatusCode is HttpStatusCode.NotModified && saved is not null)
                return (saved, null);
            if (response.StatusCode is not HttpStatusCode.OK)
                throw new StatusTableException($"{address} answered {(int)response.StatusCode} {response.ReasonPhrase}.");
            var content = await Content(address, response.Content, limit.Token);
            var table = Table(address, content, treaty);
            var file = Path.Combine(directory, treaty.Id + s_extensions[(int)table.Format]);
            AtomicFile.Write(file, content);
            if (response.Content.Headers.LastModified is { } changed)
                File.SetLastWriteTimeUtc(file, changed.UtcDateTime);
            // The depositary changed the format: one document a treaty, so that no older one is merged by mistake.
            if (saved is not null && saved != file)
                File.Delete(saved);
            return (file, table.Rows.Count);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new StatusTableException($"{address} did not answer within {_timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new StatusTableException($"{address}: {e.Message}");
        }
        // Damaged content, with an exception of its own for each algorithm, or a redirection to an address that is not HTTP.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or UriFormatException)
        {
            throw new StatusTableException($"What {address} sent cannot be read, and was not saved. {e.Message}");
        }
    }

    static StatusTable Table(Uri address, byte[] content, Treaty treaty)
    {
        StatusTable table;
        try
        {
            table = StatusTableReader.Read(content);
        }
        catch (StatusTableException e)
        {
            throw new StatusTableException($"What {address} sent is no status table, and was not saved. {e.Message}");
        }
        if (!table.Rows.Any(r => r.Acts.Count > 0))
            throw new StatusTableException($"What {address} sent has no participant with an act, and was not saved.");
        if (table.Number is { } number && !TreatyTables.IsNumberOf(number, treaty))
            throw new StatusTableException($"What {address} sent is the table of {number}, not of {treaty.Mtdsg}, and was not saved.");
        return table;
    }

    static async Task<byte[]> Content(Uri address, HttpContent content, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0; bytes.Write(buffer, 0, read))
            if (bytes.Length + read > StatusTableReader.LargestDocument)
                throw new StatusTableException(
                    $"What {address} sends is larger than {StatusTableReader.LargestDocument >> 20} MB, and was not saved."
                );
        return bytes.ToArray();
    }

    public void Dispose() => _client.Dispose();

    // In the order of the formats.
    static readonly string[] s_extensions = [".xml", ".html", ".txt", ".json", ".csv"];
}
