using Rapporteur.Record;

namespace Rapporteur.Tests;

/// <summary>Hosts whose clock moves on by an hour at each look and whose chance has a seed.</summary>
internal static class TestHost
{
    public static LedgerHost Of(int seed)
    {
        var chance = new Random(seed);
        return new(new Ticking(), count =>
        {
            var bytes = new byte[count];
            chance.NextBytes(bytes);
            return bytes;
        });
    }

    private sealed class Ticking : TimeProvider
    {
        private DateTimeOffset _now = new(2031, 3, 10, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromHours(1);
    }
}
