namespace Rapporteur.Analysis;

/// <summary>The stages of a war over forts between sides that believe different things: by the number of battles fought and the forts that A holds, which together say how many it won.</summary>
internal sealed class FortWar
{
    private const double Same = 1e-12;

    private readonly double _beliefA;
    private readonly double _beliefB;
    private readonly double _weight;
    private readonly double[,] _share;

    /// <summary>Works every stage out from the last battle backwards.</summary>
    /// <param name="inputs">The inputs of <see cref="SmithStamOffers"/>, in order.</param>
    internal FortWar(ReadOnlySpan<double> inputs)
    {
        (_beliefA, _beliefB, _weight) = (inputs[0], inputs[1], inputs[2]);
        (Forts, Most) = ((int)inputs[5], (int)inputs[9]);
        Held = Math.Min((int)inputs[4], Forts - 1);
        var (costA, costB, surplus) = (inputs[6], inputs[7], inputs[8]);
        _share = new double[Most + 1, Forts + 1];
        double[] nextA = new double[Forts + 1], nextB = new double[Forts + 1];
        for (var k = 0; k <= Forts; k++) (_share[Most, k], nextA[k], nextB[k]) = ((double)k / Forts, (double)k / Forts, 1 - ((double)k / Forts));
        for (var battle = Most - 1; battle >= 0; battle--)
        {
            double[] nowA = new double[Forts + 1], nowB = new double[Forts + 1];
            (nowA[Forts], nowB[0]) = (1, 1);
            for (var k = 1; k < Forts; k++)
            {
                if (!Reaches(battle, k)) continue;
                var (winA, winB) = (Expected(_beliefA, battle, k), Expected(_beliefB, battle, k));
                var fightA = (winA * nextA[k + 1]) + ((1 - winA) * nextA[k - 1]) - costA;
                var fightB = (winB * nextB[k + 1]) + ((1 - winB) * nextB[k - 1]) - costB;
                var over = fightA + fightB - 1;
                if (battle == 0) Optimism = over;
                if (Math.Max(0, fightA) + Math.Max(0, fightB) > 1 + Same)
                {
                    (_share[battle, k], nowA[k], nowB[k]) = (double.NaN, fightA, fightB);
                    continue;
                }

                var least = Math.Max(0, fightA);
                var share = least + (surplus * (1 - least - Math.Max(0, fightB)));
                (_share[battle, k], nowA[k], nowB[k]) = (share, share, 1 - share);
            }

            (nextA, nextB) = (nowA, nowB);
        }
    }

    /// <summary>Forts in all.</summary>
    internal int Forts { get; }

    /// <summary>Forts that A holds before the war.</summary>
    internal int Held { get; }

    /// <summary>The most battles.</summary>
    internal int Most { get; }

    /// <summary>What the two expect of fighting together before the war, less 1.</summary>
    internal double Optimism { get; private init; }

    /// <summary>Whether they settle at a stage.</summary>
    /// <param name="battle">Battles fought.</param>
    /// <param name="held">Forts that A holds.</param>
    internal bool Settles(int battle, int held) => !double.IsNaN(_share[battle, held]);

    /// <summary>A's share where they settle.</summary>
    internal double Share(int battle, int held) => _share[battle, held];

    /// <summary>How the war goes, stage by stage, where A really wins so often.</summary>
    /// <param name="win">Probability that A wins a battle.</param>
    internal FortCourse Course(double win)
    {
        var (byBattle, byFort, now) = (new double[Most + 1], new double[Forts + 1], new double[Forts + 1]);
        var (battles, takesAll, losesAll, share, forts) = (0.0, 0.0, 0.0, 0.0, 0.0);
        now[Held] = 1;
        for (var battle = 0; battle <= Most; battle++)
        {
            var next = new double[Forts + 1];
            takesAll += now[Forts];
            losesAll += now[0];
            for (var k = 1; k < Forts; k++)
            {
                var chance = now[k];
                if (chance == 0) continue;
                if (Settles(battle, k))
                {
                    byBattle[battle] += chance;
                    byFort[k] += chance;
                    share += chance * _share[battle, k];
                    forts += chance * k;
                    continue;
                }

                battles += chance;
                next[k + 1] += chance * win;
                next[k - 1] += chance * (1 - win);
            }

            now = next;
        }

        var agreement = byBattle.Sum();
        return agreement > 1e-15 ? new(byBattle, byFort, battles, takesAll, losesAll, share / agreement, forts / agreement) : new(byBattle, byFort, battles, takesAll, losesAll, (double)Held / Forts, Held);
    }

    // Forts by battles have the parity of the start.
    private bool Reaches(int battle, int k) => Math.Abs(k - Held) <= battle && (k - Held - battle) % 2 == 0;

    // Mean of the beta distribution after the battles that A won.
    private double Expected(double before, int battle, int k) => ((before * _weight) + ((battle + k - Held) / 2)) / (_weight + battle);
}
