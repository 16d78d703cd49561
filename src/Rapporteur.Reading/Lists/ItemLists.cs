using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds lists behind a colon: lines with bullets, numbers, letters or ordinals ("First step: …"), lines that end in semicolons, and runs of lines that are no full sentences.</summary>
/// <param name="data">Where <c>lexicons/text/ordinals.txt</c> lies.</param>
internal sealed class ItemLists(DataFolder data)
{
    private const int LongestLabel = 5;
    private const int LongestFragment = 60;

    private readonly HashSet<string> _ordinals = [.. data.Lines("lexicons/text/ordinals.txt")];

    private enum Mark
    {
        None,
        Bullet,
        Number,
        Ordinal,
        Semicolon,
        Fragment,
    }

    /// <summary>The lists of a document, in text order.</summary>
    /// <param name="document">A document with tokens and syntax.</param>
    public IEnumerable<ItemList> In(AnnotatedDocument document)
    {
        HashSet<int>? lines = null;
        for (var s = 0; s + 1 < document.Sentences.Length; s++)
        {
            var intro = document.Sentences[s];
            if (intro.Zone is ZoneKind.Furniture or ZoneKind.Title || intro.TokenCount < 2 || document.Text[intro.Span.End - 1] != ':') continue;
            lines ??= [.. TextBlocks.Of(document.Source).Select(block => block.Span.Start)];
            if (!lines.Contains(document.Sentences[s + 1].Span.Start)) continue;
            var items = Items(document, s + 1, lines);
            if (items.IsEmpty) continue;
            yield return new(s, items);
            s = items[^1].EndSentence - 1;
        }
    }

    private ImmutableArray<ListItem> Items(AnnotatedDocument document, int first, HashSet<int> lines)
    {
        var mark = MarkOf(document, first, out _);
        if (mark == Mark.None) return [];
        var items = ImmutableArray.CreateBuilder<ListItem>();
        for (var at = first; at < document.Sentences.Length;)
        {
            var closed = mark == Mark.Semicolon && items.Count > 0 && !EndsOpen(document, items[^1].EndSentence - 1);
            if (closed || document.Sentences[at].Zone is ZoneKind.Furniture or ZoneKind.Title) break;
            var own = MarkOf(document, at, out var start);
            if (own != mark && !(mark == Mark.Semicolon && items.Count > 0)) break;
            var end = at + 1;
            while (end < document.Sentences.Length && !lines.Contains(document.Sentences[end].Span.Start)) end++;
            if (start < document.Sentences[end - 1].EndToken) items.Add(new(at, end, start, document.Sentences[end - 1].EndToken));
            at = end;
        }

        return items.Count > 1 || mark is Mark.Bullet ? items.ToImmutable() : [];
    }

    // How a line shows that it is an item, and its first token behind number and label.
    private Mark MarkOf(AnnotatedDocument document, int at, out int start)
    {
        var sentence = document.Sentences[at];
        start = sentence.FirstToken;
        var bullet = HasBullet(document, at);
        var line = document.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        if (Enumerator(line) is > 0 and var length)
        {
            while (start < sentence.EndToken && document.Tokens[start].Span.Start < sentence.Span.Start + length) start++;
            return bullet ? Mark.Bullet : Mark.Number;
        }

        if (_ordinals.Contains(document.Form(sentence.FirstToken).ToString().ToLowerInvariant()))
        {
            for (var token = sentence.FirstToken; token < Math.Min(sentence.FirstToken + LongestLabel, sentence.EndToken - 1); token++)
            {
                if (document.Form(token) is not ":" && !(token == sentence.FirstToken + 1 && document.Form(token) is ",")) continue;
                start = token + 1;
                return bullet ? Mark.Bullet : Mark.Ordinal;
            }
        }

        if (bullet) return Mark.Bullet;
        if (EndsOpen(document, at)) return Mark.Semicolon;
        return IsFragment(document, sentence) ? Mark.Fragment : Mark.None;
    }

    // Length of "1.", "(2)", "a)", "IV." with the blank behind it; 0 for none.
    private static int Enumerator(ReadOnlySpan<char> line)
    {
        var at = line.Length > 0 && line[0] == '(' ? 1 : 0;
        var from = at;
        while (at < line.Length && at - from < 4 && (char.IsAsciiDigit(line[at]) || line[at] is 'i' or 'v' or 'x' or 'I' or 'V' or 'X')) at++;
        if (at == from && at < line.Length && char.IsAsciiLetter(line[at])) at++;
        if (at == from || at >= line.Length) return 0;
        if (line[at] != ')' && (from == 1 || line[at] != '.')) return 0;
        at++;
        return at == line.Length || char.IsWhiteSpace(line[at]) ? at : 0;
    }

    private static bool HasBullet(AnnotatedDocument document, int at)
    {
        var from = at == 0 ? 0 : document.Sentences[at - 1].Span.End;
        foreach (var c in document.Text.AsSpan(from, document.Sentences[at].Span.Start - from))
            if (Characters.IsBullet(c) || Characters.IsDash(c) || c == '*') return true;
        return false;
    }

    private static bool EndsOpen(AnnotatedDocument document, int at)
    {
        var sentence = document.Sentences[at];
        var last = sentence.EndToken - 1;
        if (last > sentence.FirstToken && document.Tokens[last].Lemma is "and" or "or") last--;
        return document.Form(last) is ";" || (last < sentence.EndToken - 1 && document.Form(last) is ",");
    }

    // Words whose head is no verb of a full clause: "withdrawal of all troops", "opening the border", "release the prisoners".
    private static bool IsFragment(AnnotatedDocument document, Sentence sentence)
    {
        if (sentence.TokenCount > LongestFragment || sentence.TokenCount < 2) return false;
        var root = -1;
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (document.Tokens[token].Head < 0 || document.Tokens[token].Relation == "root") root = token;
            if (document.Text[document.Tokens[token].Span.Start] is '"' or '“' or '”') return false;
        }

        if (root < 0 || document.Tokens[root].Xpos is "VBD" or "VBZ" or "VBP" or "MD" || document.Text[sentence.Span.End - 1] is ':' or '?') return false;
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            if (document.Tokens[token].Head == root && (document.Tokens[token].Relation.StartsWith("nsubj", StringComparison.Ordinal) || document.Tokens[token].Relation is "cop" or "aux" or "aux:pass")) return false;
        return true;
    }
}
