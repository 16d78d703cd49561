namespace Rapporteur.Reading;

/// <summary>What a cue takes as its content.</summary>
[Flags]
internal enum CueFrame
{
    None = 0,
    That = 1,
    Quote = 1 << 1,
    If = 1 << 2,
    Object = 1 << 3,
    To = 1 << 4,
    Gerund = 1 << 5,
    As = 1 << 6,
    Call = 1 << 7,
    Addressee = 1 << 8,
    /// <summary>The noun can itself be the source ("the report says").</summary>
    Document = 1 << 9,
    /// <summary>A phrase with one of <see cref="CueEntry.Prepositions"/>.</summary>
    Phrase = 1 << 10,
}

/// <summary>One line of the cue lexicon.</summary>
/// <param name="Lemma">Lemma; with a particle after a blank ("point out").</param>
/// <param name="Class">What the source does.</param>
/// <param name="Factuality">How the text stands to the content.</param>
/// <param name="Statement">Constructions that make a statement.</param>
/// <param name="Stance">Constructions that make an attitude and no statement of its own.</param>
/// <param name="Prepositions">Prepositions whose phrase is the content, sorted; true where that is a stance only.</param>
internal sealed record CueEntry(string Lemma, CueClass Class, Factuality Factuality, CueFrame Statement, CueFrame Stance, IReadOnlyDictionary<string, bool> Prepositions)
{
    /// <summary>Whether it takes the construction, as a statement or as a stance.</summary>
    public bool Takes(CueFrame frame) => ((Statement | Stance) & frame) != 0;

    /// <summary>Whether the construction is a stance only.</summary>
    public bool IsStance(CueFrame frame) => (Statement & frame) == 0;
}
