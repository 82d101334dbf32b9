namespace TreatyTracker.Api.Features.Events;

/// <summary>Ends a transaction of the register without a write, and gives the answer.</summary>
/// <param name="answer">The answer.</param>
sealed class RecordingRefusedException(IResult answer) : Exception("the recording was refused")
{
    /// <summary>The answer.</summary>
    public IResult Answer => answer;
}
