namespace Rapporteur.Analysis;

/// <summary>What the side that does not know makes of a belief.</summary>
internal enum PeaceOffer
{
    /// <summary>It offers what both kinds accept.</summary>
    Pool,
    /// <summary>It offers what only a weak opponent accepts, for certain or with a probability.</summary>
    Screen,
    /// <summary>It offers nothing that anybody would accept.</summary>
    Fight,
}
