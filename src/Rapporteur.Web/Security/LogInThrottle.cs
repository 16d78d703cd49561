using System.Collections.Concurrent;

namespace Rapporteur.Web;

/// <summary>Makes guessing of one account's password slow from however many addresses: after five failures a name waits, twice as long after each further one, up to a minute. Thread-safe.</summary>
/// <param name="clock">The clock.</param>
internal sealed class LogInThrottle(TimeProvider clock)
{
    private const int Free = 5;
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, (int Failures, long Last)> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a name has to wait before it may try; zero where it may now.</summary>
    public TimeSpan Left(string name)
    {
        if (!_names.TryGetValue(name, out var seen)) return TimeSpan.Zero;
        var left = Wait(seen.Failures) - clock.GetElapsedTime(seen.Last);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Notes how a try ended.</summary>
    public void Note(string name, bool succeeded)
    {
        if (succeeded)
        {
            _names.TryRemove(name, out _);
            return;
        }

        if (_names.Count >= Most)
            foreach (var (old, seen) in _names)
                if (clock.GetElapsedTime(seen.Last) > Longest) _names.TryRemove(old, out _);
        _names.AddOrUpdate(name, _ => (1, clock.GetTimestamp()), (_, seen) => (clock.GetElapsedTime(seen.Last) > Forgotten ? 1 : seen.Failures + 1, clock.GetTimestamp()));
    }

    private static TimeSpan Wait(int failures)
    {
        if (failures < Free) return TimeSpan.Zero;
        var seconds = Math.Pow(2, Math.Min(failures - Free, 10));
        return seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
    }
}
