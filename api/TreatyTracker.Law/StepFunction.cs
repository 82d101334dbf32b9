namespace TreatyTracker.Law;

/// <summary>A value over time that changes on certain days only; a day's value is a binary search.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class StepFunction<T>
{
    readonly T _before;
    readonly DateOnly[] _days;
    readonly T[] _values;

    /// <summary>A function that has <paramref name="before"/> as its value until the first step.</summary>
    /// <param name="before">The value on every day before the first step.</param>
    /// <param name="steps">Days in rising order, each with the value that holds from that day (inclusive) on.</param>
    public StepFunction(T before, IReadOnlyCollection<KeyValuePair<DateOnly, T>> steps)
    {
        _before = before;
        _days = [.. steps.Select(s => s.Key)];
        _values = [.. steps.Select(s => s.Value)];
    }

    /// <summary>The steps: each day of change with the value from that day (inclusive) on.</summary>
    public IEnumerable<KeyValuePair<DateOnly, T>> Steps => _days.Zip(_values, KeyValuePair.Create);

    /// <summary>The value on a day.</summary>
    public T On(DateOnly day)
    {
        var at = Array.BinarySearch(_days, day);
        if (at < 0)
            at = ~at - 1;
        return at < 0 ? _before : _values[at];
    }
}
