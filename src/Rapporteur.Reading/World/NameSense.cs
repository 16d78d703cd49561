namespace Rapporteur.Reading;

/// <summary>How a string of the world model names its entry.</summary>
public enum NameSense
{
    /// <summary>A name of it.</summary>
    Name,
    /// <summary>An adjective of a state; no name.</summary>
    Adjective,
    /// <summary>Its people in the plural.</summary>
    People,
    /// <summary>A capital: stands for the state when it acts, else a place.</summary>
    Capital,
    /// <summary>A seat of government: stands for the state when it acts.</summary>
    Seat,
    /// <summary>A place and nothing else.</summary>
    Place,
}

/// <summary>One thing that a string can name.</summary>
/// <param name="Entry">The entry; null for places that belong to none.</param>
/// <param name="Sense">How it is named.</param>
public readonly record struct Naming(WorldEntry? Entry, NameSense Sense);

/// <summary>A name of the world model found in a text.</summary>
/// <param name="Length">Length of the words in UTF-16 code units.</param>
/// <param name="Namings">What they can name, in the order states, bodies, persons, places; at least one.</param>
/// <param name="Doubtful">Whether the words are ordinary words as well.</param>
public readonly record struct NameMatch(int Length, IReadOnlyList<Naming> Namings, bool Doubtful);
