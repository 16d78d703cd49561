namespace Rapporteur.Reading;

/// <summary>When the clause around an expression puts its act.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Future,
    Present,
}

/// <summary>Reads the tense of the clause around an expression from the nearest verb, by tags where there are some and by <c>data/times/words.txt</c> where there are none.</summary>
internal sealed class TenseReader(AnnotatedDocument document, List<TimeWord> words, TimeVocabulary vocabulary)
{
    private const int Reach = 40;

    private readonly ClauseTense _clauses = new(document, words, vocabulary);

    private readonly int _future = vocabulary.Class("future-cue");
    private readonly int _past = vocabulary.Class("past-cue");
    private readonly int _modal = vocabulary.Class("modal");
    private readonly int _want = vocabulary.Class("want-cue");
    private readonly int _planned = vocabulary.Class("planned");
    private readonly int _happening = vocabulary.Class("event-noun");
    private readonly int _link = vocabulary.Class("plan-link");
    private readonly int _be = vocabulary.Literal("be");
    private readonly int _being = vocabulary.Literal("being");
    private readonly int _plan = vocabulary.Class("plan-cue");
    private readonly int _set = vocabulary.Class("set-cue");
    private readonly int _purpose = vocabulary.Class("set-link");
    private readonly int _schedule = vocabulary.Class("schedule-verb");
    private readonly int _present = vocabulary.Class("present-be");
    private readonly int _condition = vocabulary.Class("condition-link");
    private readonly int _been = vocabulary.Literal("been");
    private readonly int _did = vocabulary.Literal("did");
    private readonly int _had = vocabulary.Literal("had");
    private readonly int _infinitive = vocabulary.Literal("to");
    private readonly int _ends = vocabulary.Class("sentence-end");

    /// <summary>Tense at the words from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    internal Tense At(int first, int end)
    {
        if (_clauses.IsWished(Token(words[end - 1].Start))) return Tense.Future;
        var back = Scan(first - 1, -1);
        return back != Tense.Unknown ? back : Scan(end, 1);
    }

    /// <summary>Tense at a time by which something is to be: ahead of the day of publication unless the clause is plainly past.</summary>
    internal Tense Bound(int first, int end)
    {
        if (document.Tokens.IsEmpty || document.Tokens[0].Relation.Length == 0) return At(first, end);
        return _clauses.At(Token(words[end - 1].Start)) == Tense.Past ? Tense.Past : Tense.Future;
    }

    /// <summary>Penn tag of the token at an offset; empty without syntax.</summary>
    internal string Tag(int offset) => Token(offset) is var token and >= 0 ? document.Tokens[token].Xpos : "";

    private int Token(int offset)
    {
        var tokens = document.Tokens;
        var (low, high) = (0, tokens.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.End <= offset) low = middle + 1;
            else if (tokens[middle].Span.Start > offset) high = middle - 1;
            else return middle;
        }

        return -1;
    }

    private Tense Scan(int at, int step)
    {
        for (var distance = 0; at >= 0 && at < words.Count && distance < Reach; at += step, distance++)
        {
            if (IsBoundary(at, step)) break;
            if (Cue(at, step) is var tense and not Tense.Unknown) return tense;
        }

        return Tense.Unknown;
    }

    private bool IsBoundary(int at, int step)
    {
        var text = document.Text;
        if (vocabulary.Is(words[at], text, _ends) && (at + 1 >= words.Count || words[at + 1].Start > words[at].End)) return true;
        var (left, right) = step < 0 ? (at, at + 1) : (at - 1, at);
        if (left < 0 || right >= words.Count) return false;
        return text.AsSpan(words[left].End, words[right].Start - words[left].End).Contains('\n') && (document.Tokens.IsEmpty || IsNewSentence(left, right));
    }

    private bool IsNewSentence(int left, int right)
    {
        var sentences = document.Sentences;
        var (low, high) = (0, sentences.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = sentences[middle].Span;
            if (span.End <= words[left].Start) low = middle + 1;
            else if (span.Start > words[left].Start) high = middle - 1;
            else return span.End <= words[right].Start;
        }

        return true;
    }

    private Tense Cue(int at, int step)
    {
        var word = words[at];
        if (word.Kind != TimeWordKind.Word) return Tense.Unknown;
        if (Is(at, _future)) return Tense.Future;
        if ((Is(at, _plan) && !Is(at, _set) && Is(at + 1, _link)) || (Is(at, _set) && Is(at + 1, _purpose)))
            return Is(at - 1, _been) && Is(at - 2, _had) ? Tense.Past : Tense.Future;
        // "Promised to leave on Friday", but "on Friday they promised to leave".
        if (Is(at, _want) && Is(at + 1, _infinitive)) return step > 0 && Tag(word.Start) == "VBD" ? Tense.Past : Tense.Future;
        if (Is(at, _planned) && (Is(at + 1, _happening) || Is(at + 2, _happening))) return Tense.Future;
        var tag = Tag(word.Start);
        if (tag is "VBD") return Tense.Past;
        if (tag is "VBN" || (tag.Length == 0 && IsPastForm(word, at)))
            return IsAhead(at) ? Tense.Future : !IsPresentPassive(at) ? Tense.Past : IsConditional(at) ? Tense.Future : Tense.Present;
        if (tag is "VB" && Is(at, _schedule) && (Is(at - 1, _did) || Is(at - 2, _did))) return Tense.Past;
        return Is(at, _schedule) && !Is(at - 1, _infinitive) && (tag is "VBZ" or "VBP" or "VB" || (tag.Length == 0 && document.Text[word.BareEnd - 1] == 's')) ? Tense.Future : Tense.Unknown;
    }

    private bool IsPastForm(in TimeWord word, int at)
    {
        if (Is(at, _past)) return true;
        var form = document.Text.AsSpan(word.Start, word.End - word.Start);
        return form.Length > 3 && form.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(form[0]);
    }

    // "is heard", "are held": neither past nor, but for a condition, to come.
    private bool IsPresentPassive(int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 2; before--)
            if (Is(before, _present)) return true;
        return false;
    }

    // "when the case is heard", "if the law is passed".
    private bool IsConditional(int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 8 && !IsBoundary(before, -1); before--)
            if (Is(before, _condition)) return true;
        return false;
    }

    // "is to be signed and ratified", "will be signed", "is being held".
    private bool IsAhead(int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 4; before--)
        {
            if (Is(before, _being)) return true;
            if (Is(before, _be)) return Is(before - 1, _infinitive) || Is(before - 1, _modal) || Is(before - 2, _modal);
        }

        return false;
    }

    private bool Is(int at, int atom) => at >= 0 && at < words.Count && vocabulary.Is(words[at], document.Text, atom);
}
