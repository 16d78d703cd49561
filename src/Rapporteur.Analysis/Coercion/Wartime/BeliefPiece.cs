namespace Rapporteur.Analysis;

/// <summary>A range of beliefs in which the same is offered.</summary>
/// <param name="From">Lowest belief that the opponent is strong.</param>
/// <param name="To">Highest.</param>
/// <param name="Worth">Worth to the side that offers: a straight line over the belief.</param>
/// <param name="Weak">Worth to a weak opponent.</param>
/// <param name="Kind">What is offered.</param>
/// <param name="Offer">What the opponent is offered; what a weak one would have by fighting on where nothing is.</param>
/// <param name="Refused">Belief after a refusal.</param>
internal readonly record struct BeliefPiece(double From, double To, BeliefLine Worth, double Weak, PeaceOffer Kind, double Offer, double Refused);

/// <summary>A straight line over the belief.</summary>
/// <param name="At0">Its value at belief 0.</param>
/// <param name="Slope">How much it rises to belief 1.</param>
internal readonly record struct BeliefLine(double At0, double Slope)
{
    internal double At(double belief) => At0 + (Slope * belief);
}
