namespace Rapporteur.Reading;

/// <summary>A word as <see cref="TriggerNetwork"/> sees it.</summary>
/// <param name="Vector">Row of its word vector (<see cref="WordDirections"/>); -1 for none.</param>
/// <param name="Lemma">Hash of its lemma.</param>
/// <param name="Part">Number of its part of speech, from 1; 0 for any other.</param>
/// <param name="Relation">Number of its relation, from 1; 0 for any other.</param>
/// <param name="Actor">What it names: 0 nothing, 1 a time, 2 and more the kinds of actors.</param>
/// <param name="Voice">In what kind of attribution it stands, from 1; 0 for none.</param>
/// <param name="Marks">1 where it stands between quotation marks, 2 where it is the cue of an attribution, <see cref="Telling"/> where it may tell a claim; they add up.</param>
/// <param name="Drafted">What frames drafted at the word: by type, four bits from the lowest up, how sure the surest of them is, in fifteenths (<see cref="Sure"/>).</param>
/// <param name="Frame">Number of the surest frame that drafted at the word, from 1; 0 for none.</param>
public readonly record struct TriggerWord(int Vector, ulong Lemma, byte Part, byte Relation, byte Actor, byte Voice, byte Marks, ulong Drafted, ushort Frame)
{
    /// <summary>Mark of a word that may tell a claim: a verb, a noun or adjective that does not merely describe another word, the head of a sentence.</summary>
    public const byte Telling = 4;

    /// <summary>The marks that the network sees.</summary>
    public int Seen => Marks & ~Telling;

    /// <summary>How sure frames are of a draft of a type at this word, in [0, 1]; 0 for none.</summary>
    /// <param name="type">Number of the type.</param>
    public float Sure(int type) => ((Drafted >> (4 * type)) & 15) / 15f;

    /// <summary>Whether it may tell a claim.</summary>
    public bool MayTell => (Marks & Telling) != 0;
}
