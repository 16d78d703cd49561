using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>The words by which a ruling decides, and what sort of decision each is. Rulings of one sort on one key replace each other; of different sorts they stand side by side.</summary>
public static class Verdict
{
    /// <summary>A person found a claim that no reader found; the payload holds it.</summary>
    public const string Add = "add";

    /// <summary>The claim is right as it was read; the payload holds it, so that it outlives a reader that no longer finds it.</summary>
    public const string Accept = "accept";

    /// <summary>The claim is right with other fields; the payload holds it as it should read.</summary>
    public const string Correct = "correct";

    /// <summary>The text does not say this.</summary>
    public const string Reject = "reject";

    /// <summary>Two claims are about one thing. The key is both ids, sorted, with a space between.</summary>
    public const string Join = "join";

    /// <summary>Two claims are about two things. The key is as for <see cref="Join"/>.</summary>
    public const string Split = "split";

    /// <summary>Two actors are one. The key is both actor keys, sorted, with a space between.</summary>
    public const string Same = "same";

    /// <summary>Two actors are two. The key is as for <see cref="Same"/>.</summary>
    public const string Different = "different";

    /// <summary>The day or interval on which a document was published; the value is EDTF, the key the id of the document.</summary>
    public const string Redate = "redate";

    /// <summary>What became of a thing; the value is a state, the key the id of one of its claims.</summary>
    public const string Outcome = "outcome";

    /// <summary>An Admiralty grade such as <c>B2</c>; the key is the id of the document.</summary>
    public const string Grade = "grade";

    /// <summary>A remark, on a claim or a document.</summary>
    public const string Note = "note";

    /// <summary>What the rulings before it said holds no more.</summary>
    public const string Undo = "undo";

    /// <summary>Every word.</summary>
    public static ImmutableArray<string> All { get; } = [Add, Accept, Correct, Reject, Join, Split, Same, Different, Redate, Outcome, Grade, Note, Undo];

    /// <summary>Sort of a decision: <c>claim</c>, <c>thread</c>, <c>actor</c>, <c>date</c>, <c>outcome</c>, <c>grade</c> or <c>note</c>; null for <see cref="Undo"/>, which is of the sort of
    /// what it follows, and for words that this version does not know.</summary>
    /// <param name="verdict">The word.</param>
    public static string? SortOf(string verdict) => verdict switch
    {
        Add or Accept or Correct or Reject => "claim",
        Join or Split => "thread",
        Same or Different => "actor",
        Redate => "date",
        Outcome or Grade or Note => verdict,
        _ => null,
    };

    /// <summary>The key of a decision on two things.</summary>
    /// <param name="one">Key of one of them.</param>
    /// <param name="other">Key of the other.</param>
    public static string Pair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? $"{one} {other}" : $"{other} {one}";
}
