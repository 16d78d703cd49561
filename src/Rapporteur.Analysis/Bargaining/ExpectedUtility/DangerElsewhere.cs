namespace Rapporteur.Analysis;

/// <summary>Risk as Bueno de Mesquita (1985) means it: an actor's danger where it stands, beside what its danger would be at each of the other positions.</summary>
internal readonly struct DangerElsewhere(VoteBook votes, double[] weights, double[] saliences, double[] positions, double median, double range, ExpectedUtilityRules rules)
{
    /// <summary>Fills in exponents of risk.</summary>
    /// <param name="risks">Exponents, by actor.</param>
    public void Fill(double[] risks)
    {
        for (var i = 0; i < risks.Length; i++)
        {
            var (here, least, most) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
            for (var p = 0; p < votes.Count; p++)
            {
                var danger = At(i, p);
                (least, most) = (Math.Min(least, danger), Math.Max(most, danger));
                if (p == votes.PlaceOf[i]) here = danger;
            }

            risks[i] = ExpectedUtilityGame.Exponent(here, least, most);
        }
    }

    // What all others expect of challenging an actor that would stand, and vote, for a position. Nobody takes risks yet.
    private double At(int actor, int place)
    {
        var danger = 0.0;
        for (var j = 0; j < positions.Length; j++)
        {
            if (j == actor || votes.PlaceOf[j] == place) continue;
            var apart = Math.Abs(positions[j] - votes.Places[place]) / range;
            var (win, loss, odds) = (2 - (4 * (0.5 - (0.5 * apart))), 2 - (4 * (0.5 + (0.5 * apart))), Odds(j, actor, place));
            danger += (saliences[actor] * ((odds * win) + ((1 - odds) * loss))) + ((1 - saliences[actor]) * win);
            if (rules.StatusQuo < 1) danger -= (1 - rules.StatusQuo) * ExpectedUtilityGame.Unchallenged(Math.Abs(positions[j] - median), apart * range, range, 1);
        }

        return danger;
    }

    private double Odds(int challenger, int actor, int place)
    {
        var from = votes.PlaceOf[challenger];
        if (place == votes.PlaceOf[actor]) return votes.Odds(from, place);
        var vote = weights[actor] * ((Math.Abs(positions[actor] - votes.Places[place]) - Math.Abs(positions[actor] - votes.Places[from])) / range);
        var forIt = votes.For(from, place) - Math.Max(0, vote);
        var against = votes.For(place, from) - Math.Max(0, -vote) + (weights[actor] * Math.Abs(votes.Places[place] - votes.Places[from]) / range);
        var all = forIt + against;
        return all > 0 ? Math.Max(0, forIt) / all : 0.5;
    }
}
