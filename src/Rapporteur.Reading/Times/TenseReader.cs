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
    private const int Reach = 24;

    private readonly int future = vocabulary.Class("future-cue");
    private readonly int past = vocabulary.Class("past-cue");
    private readonly int present = vocabulary.Class("present-cue");
    private readonly int plan = vocabulary.Class("plan-cue");
    private readonly int infinitive = vocabulary.Literal("to");
    private readonly int ends = vocabulary.Class("sentence-end");
    private readonly int quote = vocabulary.Class("quote");

    /// <summary>Tense at the words from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    internal Tense At(int first, int end)
    {
        var back = Scan(first - 1, -1, out var distance);
        if (back != Tense.Unknown && distance <= Reach) return back;
        return Scan(end, 1, out _);
    }

    /// <summary>Penn tag of the token at an offset; empty without syntax.</summary>
    internal string Tag(int offset)
    {
        var tokens = document.Tokens;
        var (low, high) = (0, tokens.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.End <= offset) low = middle + 1;
            else if (tokens[middle].Span.Start > offset) high = middle - 1;
            else return tokens[middle].Xpos;
        }

        return "";
    }

    private Tense Scan(int at, int step, out int distance)
    {
        distance = 0;
        for (; at >= 0 && at < words.Count && distance < Reach; at += step, distance++)
        {
            if (IsBoundary(at, step)) break;
            if (Cue(at) is var tense and not Tense.Unknown) return tense;
        }

        return Tense.Unknown;
    }

    private bool IsBoundary(int at, int step)
    {
        var text = document.Text;
        if (vocabulary.Is(words[at], text, ends) && (at + 1 >= words.Count || words[at + 1].Start > words[at].End)) return true;
        var (left, right) = step < 0 ? (at, at + 1) : (at - 1, at);
        if (left < 0 || right >= words.Count) return false;
        return text.AsSpan(words[left].End, words[right].Start - words[left].End).Contains('\n') && document.Tokens.IsEmpty is var bare && (bare || IsNewSentence(left, right));
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

    private Tense Cue(int at)
    {
        var word = words[at];
        if (word.Kind != TimeWordKind.Word) return Tense.Unknown;
        var text = document.Text;
        if (vocabulary.Is(word, text, plan) || vocabulary.Is(word, text, future)) return Tense.Future;
        var tag = Tag(word.Start);
        if (tag.Length > 0)
        {
            if (tag is "VBD") return Tense.Past;
            if (tag is "VBN") return IsPlanned(at) ? Tense.Future : Tense.Past;
            if (tag is "VBZ" or "VBP") return IsPlanned(at + 1) || vocabulary.Is(word, text, present) is false ? Tense.Present : Tense.Unknown;
            return Tense.Unknown;
        }

        if (vocabulary.Is(word, text, past)) return Tense.Past;
        var form = text.AsSpan(word.Start, word.End - word.Start);
        return form.Length > 3 && form.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(form[0]) ? Tense.Past : Tense.Unknown;
    }

    private bool IsPlanned(int at) => at >= 0 && at < words.Count && vocabulary.Is(words[at], document.Text, plan);
}
