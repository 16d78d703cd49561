using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A word that may tell a claim, as <see cref="TriggerNetwork"/> sees it.</summary>
/// <param name="Token">Index of the token.</param>
/// <param name="Features">Hashes of what is known about it, each once.</param>
/// <param name="Places">Tokens whose vectors are looked at, in the order of <see cref="TriggerInputs.Places"/>; -1 for none.</param>
public sealed record TriggerWord(int Token, ulong[] Features, int[] Places);

/// <summary>A sentence as <see cref="TriggerNetwork"/> sees it.</summary>
/// <param name="Words">Its words that may tell a claim, in order; empty for a sentence that gives no claims.</param>
/// <param name="Content">Tokens whose mean vector stands for the whole sentence.</param>
public sealed record TriggerSentence(ImmutableArray<TriggerWord> Words, int[] Content)
{
    /// <summary>A sentence that gives no claims.</summary>
    public static TriggerSentence None { get; } = new([], []);
}
