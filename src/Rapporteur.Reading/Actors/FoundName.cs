namespace Rapporteur.Reading;

/// <summary>A name in a text before it is known whom it names.</summary>
/// <param name="First">Index of its first token in the document.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Kind">What the tagger or the world model takes it for.</param>
/// <param name="Entry">Entry of the world model, null where unknown.</param>
/// <param name="Sense">How the entry is named; <see cref="NameSense.Name"/> where there is none.</param>
internal readonly record struct FoundName(int First, int Count, NameKind Kind, WorldEntry? Entry, NameSense Sense)
{
    /// <summary>One past its last token.</summary>
    public int End => First + Count;
}
