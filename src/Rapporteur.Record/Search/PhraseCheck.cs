using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Looks whether words that stand somewhere stand there one after the other, for an index that does not know.</summary>
/// <param name="query">What is looked for.</param>
/// <param name="load">Loads the reading of an event.</param>
internal sealed class PhraseCheck(SearchQuery query, Func<string, DocumentReading> load)
{
    private readonly Dictionary<string, IndexedWords> _words = new(StringComparer.Ordinal);

    internal bool Holds(IndexedDocument document, int place)
    {
        if (!_words.TryGetValue(document.Event, out var lines)) _words.Add(document.Event, lines = IndexedWords.Of(load(document.Event)));
        return query.Holds(place == FirstHits.WholeText ? lines.Text : lines.Claims[place]);
    }
}
