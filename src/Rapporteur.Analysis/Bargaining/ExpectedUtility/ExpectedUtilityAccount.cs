using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Tells the rounds of an expected utility model in the order of the file.</summary>
/// <param name="table">Names.</param>
/// <param name="at">The numbers, in the order of the file.</param>
/// <param name="order">Which stakeholder of the file stands in each place of the game.</param>
internal sealed class ExpectedUtilityAccount(StakeholderTable table, Standpoints at, int[] order)
{
    private readonly string _issue = table.Dimensions[0].Name;

    /// <summary>Where everybody stands before the first round.</summary>
    public BargainingRound First(ExpectedUtilityGame game) => Round(game, []);

    /// <summary>A round that was played.</summary>
    /// <param name="game">The game after it.</param>
    /// <param name="before">Positions before it, in the order of the game.</param>
    public BargainingRound Next(ExpectedUtilityGame game, double[] before)
    {
        var moves = new List<BargainingMove>();
        for (var i = 0; i < order.Length; i++)
            if (game.Offers[i] is { Kind: not OfferKind.None } offer)
                moves.Add(new(order[i], order[offer.Rival], EnumSpelling.Of(offer.Kind), [before[i]], [offer.Target], Reason(order[i], order[offer.Rival], offer, before[i], before[offer.Rival], game.Risks[i])) { Stakes = [offer.Own, offer.Others] });
        moves.Sort((one, other) => one.Mover.CompareTo(other.Mover));
        return Round(game, [.. moves]);
    }

    private BargainingRound Round(ExpectedUtilityGame game, ImmutableArray<BargainingMove> moves)
    {
        var positions = new double[order.Length];
        for (var i = 0; i < order.Length; i++) positions[order[i]] = game.Positions[i];
        return new(RoundRecord.Rows(positions, 1), [Weights.Mean(at, positions, 0)], [game.Median], moves);
    }

    private string Reason(int mover, int rival, in Offer offer, double from, double there, double risk)
    {
        var (one, other) = (table.Stakeholders[mover].Name, table.Stakeholders[rival].Name);
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{one} expects {offer.Own:0.000} of challenging {other} over {_issue}, and {offer.Others:0.000} for {other} against it (risk exponent {risk:0.00})");
        return offer.Kind switch
        {
            OfferKind.Confrontation => string.Create(CultureInfo.InvariantCulture, $"{numbers}: both would gain by a fight, {other} more, and {one} takes its position {there:0.###}."),
            OfferKind.Compromise => string.Create(CultureInfo.InvariantCulture, $"{numbers}: {one} concedes {Math.Abs(offer.Own / offer.Others):0 %} of the way from {from:0.###} to {there:0.###}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{numbers}: {one} would lose more than {other} gains, and gives in at {there:0.###}."),
        };
    }
}
