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

/// <summary>How strict markings are.</summary>
public static class MarkingStrictness
{
    /// <summary>Order of strictness, from 1, in which an unmarked document counts as AMBER.</summary>
    /// <param name="marking">The marking.</param>
    public static int Rank(this Marking marking) => (int)(marking == Marking.Unmarked ? Marking.Amber : marking);

    /// <summary>Whether something so marked may be shown under a limit.</summary>
    /// <param name="marking">The marking.</param>
    /// <param name="limit">Strictest marking that may be shown.</param>
    public static bool IsWithin(this Marking marking, Marking limit) => marking.Rank() <= limit.Rank();
}
