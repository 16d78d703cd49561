namespace Rapporteur.Domain;

/// <summary>Where the fold that made a claim holds it. It says nothing of the claim, so that two claims that differ in it alone are equal.</summary>
/// <param name="at">Place among the claims of the fold, from 0.</param>
internal readonly struct ClaimPlace(int at) : IEquatable<ClaimPlace>
{
    private readonly int _number = at + 1;

    /// <summary>The place; -1 for a claim that no fold holds.</summary>
    internal int At => _number - 1;

    /// <inheritdoc/>
    public bool Equals(ClaimPlace other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ClaimPlace;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
