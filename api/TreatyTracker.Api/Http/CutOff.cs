namespace TreatyTracker.Api.Http;

/// <summary>Answers that are given up midway.</summary>
static class CutOff
{
    // The server notices only a moment later that a request is aborted.
    static readonly object s_mark = new();

    /// <summary>Ends the connection: half an answer must neither look like a whole one nor stand before a problem.</summary>
    public static void Abort(HttpContext http)
    {
        http.Items[s_mark] = true;
        http.Abort();
    }

    /// <summary>Whether the answer was cut off, by the caller or by the time limit, so that what there is of it may be half.</summary>
    public static bool Happened(HttpContext http) => http.RequestAborted.IsCancellationRequested || http.Items.ContainsKey(s_mark);
}
