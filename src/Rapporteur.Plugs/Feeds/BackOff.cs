using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Plugs;

/// <summary>How long a feed that fails is left alone: twice as long with every failure in a row, up to a day, shortened by up to half so that many who follow it do not come back at once.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    /// <summary>The wait; never shorter than what the server asked for, of which a week is granted at most.</summary>
    /// <param name="every">Time between two looks when all is well.</param>
    /// <param name="failures">Failures in a row, at least one.</param>
    /// <param name="asked">What the server asked for; null for nothing.</param>
    /// <param name="seed">Seed of the chance.</param>
    /// <param name="address">The feed, which has a chance of its own.</param>
    public static TimeSpan Wait(TimeSpan every, int failures, TimeSpan? asked, int seed, Uri address)
    {
        var longest = TimeSpan.FromTicks(Math.Max(every.Ticks, (long)Math.Min(every.Ticks * Math.Pow(2, Math.Min(failures, 30)), Longest.Ticks)));
        var wait = longest * (0.5 + 0.5 * Chance(seed, address, failures));
        var told = asked is { } a ? TimeSpan.FromTicks(Math.Min(a.Ticks, LongestAsked.Ticks)) : TimeSpan.Zero;
        return wait > told ? wait : told;
    }

    // In [0, 1), the same for the same seed, feed and count.
    private static double Chance(int seed, Uri address, int failures)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{address.AbsoluteUri}\n{failures}")));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
