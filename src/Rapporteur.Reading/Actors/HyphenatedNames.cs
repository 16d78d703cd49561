using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Joins what a hyphen holds together in a person's name and the tagger took apart: "Yoon Hae-jin", "Maj-Britt Lindahl"; "Lund-led" is none.</summary>
internal sealed class HyphenatedNames(Scene scene, FoundName?[] at)
{
    private const int ShortestTail = 2, LongestTail = 5;

    /// <summary>Whether a word right behind a hyphen may be part of a name.</summary>
    public static bool IsPart(Scene scene, int token)
    {
        if (scene.IsCapital(token)) return true;
        var (upos, length) = (scene.Tokens[token].Upos, scene.Document.Form(token).Length);
        return length is >= ShortestTail and <= LongestTail && (upos == "PROPN" || (upos is "ADJ" or "ADV" or "INTJ" or "X" && length < LongestTail - 1));
    }

    /// <summary>Puts the longer names in place of their parts.</summary>
    public void Join()
    {
        foreach (var sentence in scene.Document.Sentences)
            if (sentence.Zone != ZoneKind.Furniture)
                for (var i = sentence.FirstToken + 1; i + 1 < sentence.EndToken; i++)
                    if (IsSeam(i)) Join(i, sentence);
    }

    private bool IsSeam(int hyphen) =>
        scene.Document.Form(hyphen) is "-" && scene.Tokens[hyphen - 1].Span.End == scene.Tokens[hyphen].Span.Start && scene.Tokens[hyphen].Span.End == scene.Tokens[hyphen + 1].Span.Start
        && scene.IsCapital(hyphen - 1) && char.IsLetter(scene.Document.Form(hyphen + 1)[0]) && !(at[hyphen - 1] is { } whole && whole.End > hyphen) && IsPart(scene, hyphen + 1);

    private void Join(int hyphen, Sentence sentence)
    {
        int first = hyphen - 1, end = hyphen + 2;
        var surnamed = false;
        if (at[first] is { } left)
        {
            if (!IsPerson(left) && !IsGivenName(hyphen)) return;
            first = left.First;
        }
        else if (first > sentence.FirstToken && at[first - 1] is null && IsGivenName(hyphen) && IsSurname(first - 1))
        {
            first--;
            surnamed = true;
        }

        if (first > sentence.FirstToken && at[first - 1] is { } before && IsPerson(before) && scene.Tokens[first - 1].Span.End < scene.Tokens[first].Span.Start) first = before.First;
        if (at[hyphen + 1] is { } right)
        {
            if (!IsPerson(right)) return;
            end = right.End;
        }
        else if (end < sentence.EndToken && at[end] is { } behind && IsPerson(behind))
        {
            end = behind.End;
        }

        var known = surnamed;
        for (var i = first; i < end; i++) known |= at[i] is not null;
        if (!known && !scene.IsTitled(first)) return;
        var name = new FoundName(first, end - first, NameKind.Person, null, NameSense.Name);
        for (var i = first; i < end; i++) at[i] = name;
    }

    // "Hae-jin": two short syllables, of which the second is written small and is no participle.
    private bool IsGivenName(int hyphen)
    {
        var head = scene.Document.Form(hyphen - 1);
        var tail = scene.Document.Form(hyphen + 1);
        return head.Length <= LongestTail && tail.Length is >= ShortestTail and <= LongestTail && char.IsLower(tail[0]) && scene.Tokens[hyphen + 1].Upos == "PROPN"
            && !tail.EndsWith("ed", StringComparison.Ordinal) && tail is not ("elect" or "run" or "held" or "born" or "era" or "wide" or "made");
    }

    private bool IsSurname(int token) =>
        scene.Tokens[token].Upos == "PROPN" && scene.IsCapital(token) && scene.Document.Form(token).Length is >= ShortestTail and <= LongestTail + 2 && scene.Lexicon.TitleClass(scene.Lower(token)) is null
        && !scene.Lexicon.Words.IsCalendar(scene.Lower(token)) && !scene.Lexicon.Words.IsBody(scene.Lower(token));

    private static bool IsPerson(FoundName name) => name is { Entry: null, Kind: NameKind.Person or NameKind.Other };
}
