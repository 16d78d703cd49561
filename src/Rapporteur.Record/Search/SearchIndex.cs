using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which words stand in which texts and claims. Words are cut by <see cref="SearchWords"/> alone, so that every store finds the same.</summary>
internal abstract class SearchIndex
{
    private const int ClaimBits = 20;

    /// <summary>Takes in what counts of a document.</summary>
    /// <param name="number">Number of the document.</param>
    /// <param name="words">Its words.</param>
    internal abstract void Add(long number, IndexedWords words);

    /// <summary>Takes out what was taken in.</summary>
    /// <param name="number">Number of the document.</param>
    /// <param name="words">The words that were taken in.</param>
    internal abstract void Remove(long number, IndexedWords words);

    /// <summary>Numbers of the documents whose text has the words, until the next question; may be too many where the query has phrases and <see cref="HoldsPhrases"/> is false.</summary>
    internal abstract List<long> Texts(SearchQuery query);

    /// <summary>Numbers of the claims that have the words, in any order; the same holds.</summary>
    internal abstract List<long> Claims(SearchQuery query);

    /// <summary>Whether the index itself tells whether words follow one another.</summary>
    internal abstract bool HoldsPhrases { get; }

    /// <summary>Sums of every entry that has a word, by number (<see cref="IndexSums"/>).</summary>
    internal abstract (Dictionary<long, ulong> Texts, Dictionary<long, ulong> Claims) Sums();

    /// <summary>Takes everything out.</summary>
    internal abstract void Clear();

    /// <summary>Number of a claim: that of its document and its place in the reading.</summary>
    internal static long Claim(long document, int place) => (document << ClaimBits) | (long)place;

    /// <summary>Number of the document and place in its reading.</summary>
    internal static (long Document, int Place) Split(long claim) => (claim >> ClaimBits, (int)(claim & ((1L << ClaimBits) - 1)));
}

/// <summary>The words of a document and of its claims, each a line of words with single spaces.</summary>
/// <param name="Text">Words of the text.</param>
/// <param name="Claims">Words of the evidence and names of the actors of each claim, in the order of the reading.</param>
internal sealed record IndexedWords(string Text, IReadOnlyList<string> Claims)
{
    // Stands between evidence and names; no query can hold it.
    private const string Border = " ¶ ";

    internal static IndexedWords Of(DocumentReading reading)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var actor in reading.Actors) names[actor.Id] = SearchWords.Line(actor.Name);
        var sentences = new Dictionary<TextSpan, string>();
        var claims = new string[reading.Claims.Length];
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = reading.Claims[i];
            if (!sentences.TryGetValue(claim.Evidence, out var words)) sentences.Add(claim.Evidence, words = SearchWords.Line(claim.Evidence.Slice(reading.Document.Text)));
            claims[i] = words;
            Name(claim.By);
            Name(claim.Holder);
            foreach (var id in claim.To) Name(id);
            foreach (var id in claim.Participants) Name(id);
            foreach (var id in claim.About) Name(id);

            void Name(string? id)
            {
                if (id is not null && names.TryGetValue(id, out var name) && name.Length > 0) claims[i] += Border + name;
            }
        }

        return new(SearchWords.Line(reading.Document.Text), claims);
    }
}
