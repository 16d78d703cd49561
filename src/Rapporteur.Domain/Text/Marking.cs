namespace Rapporteur.Domain;

/// <summary>Traffic Light Protocol 2.0 label of a document; ordered from the freest to the strictest.
/// <see cref="Unmarked"/> counts as <see cref="Amber"/> wherever something leaves the machine.</summary>
public enum Marking
{
    /// <summary>No label was given.</summary>
    Unmarked,
    /// <summary>TLP:CLEAR.</summary>
    Clear,
    /// <summary>TLP:GREEN.</summary>
    Green,
    /// <summary>TLP:AMBER.</summary>
    Amber,
    /// <summary>TLP:AMBER+STRICT.</summary>
    AmberStrict,
    /// <summary>TLP:RED.</summary>
    Red,
}
