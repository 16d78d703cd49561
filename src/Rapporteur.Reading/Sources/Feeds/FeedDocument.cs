using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>One entry of a feed.</summary>
/// <param name="Key">What the feed calls it: its id, else its address.</param>
/// <param name="Link">Address of its page; null where it names none that begins with http.</param>
public sealed record FeedEntry(string Key, Uri? Link)
{
    /// <summary>Headline, without markup.</summary>
    public string? Title { get; init; }

    /// <summary>When the feed says that it was published; null where it does not, or in a spelling that is no date.</summary>
    public Edtf? Published { get; init; }

    /// <summary>Its whole text as HTML where the feed carries it, else its summary; null for none.</summary>
    public string? Content { get; init; }

    /// <summary>Hash of everything above and of the time of its last change: another one means that the entry was changed.</summary>
    public required string Stamp { get; init; }
}

/// <summary>A feed: RSS 2.0 and its forerunners, RSS 1.0 (RDF) or Atom.</summary>
/// <param name="Title">Its name; null where it has none.</param>
/// <param name="Entries">Its entries in its order.</param>
public sealed record FeedDocument(string? Title, ImmutableArray<FeedEntry> Entries);
