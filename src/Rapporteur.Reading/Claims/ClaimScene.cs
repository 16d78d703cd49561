using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What the claim reader looks things up in while it reads one document.</summary>
internal sealed class ClaimScene
{
    private readonly FrameSet _frames;
    private readonly int[] _mentionAt;
    private readonly int[] _coverAt;
    private readonly int[] _attributionAt;
    private readonly int[] _sentenceAt;
    private readonly int[] _cueAt;
    private readonly bool[] _isTime;
    // What several readers ask about a word, counted from 1; 0 before anybody did.
    private readonly byte[] _realities, _tenses;
    private readonly Dictionary<(int Token, AllusionKind Kind), string> _allusions = [];
    private readonly ILookup<int, string> _joint;
    private readonly ILookup<int, Attribution> _attributionsBySentence;
    private ImmutableArray<string>? _mostNamed;

    public ClaimScene(AnnotatedDocument document, FrameSet frames)
    {
        Document = document;
        _frames = frames;
        Trees = new(document, frames.Sets);
        var n = document.Tokens.Length;
        (_mentionAt, _coverAt, _attributionAt, _sentenceAt, _cueAt) = (Filled(n), Filled(n), Filled(n), Filled(n), Filled(n));
        for (var s = 0; s < document.Sentences.Length; s++)
            for (var t = document.Sentences[s].FirstToken; t < document.Sentences[s].EndToken; t++) _sentenceAt[t] = s;
        for (var m = 0; m < document.Mentions.Length; m++) Place(m);
        _joint = document.Allusions.Where(allusion => allusion.Kind == AllusionKind.Joint).ToLookup(allusion => allusion.Token, allusion => allusion.ActorId);
        foreach (var allusion in document.Allusions) _allusions.TryAdd((allusion.Token, allusion.Kind), allusion.ActorId);
        for (var a = 0; a < document.Attributions.Length; a++) _cueAt[document.Attributions[a].CueToken] = a;
        for (var a = 0; a < document.Attributions.Length; a++)
            if (document.Attributions[a].Class != CueClass.Stance)
                foreach (var content in document.Attributions[a].Content) Place(a, content);
        (_isTime, _realities, _tenses) = (new bool[n], new byte[n], new byte[n]);
        foreach (var time in document.Times)
            foreach (var t in TokensIn(time.Span)) _isTime[t] = true;
        Actors = document.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        Quoted = QuotedTokens.Of(document);
        _attributionsBySentence = document.Attributions.ToLookup(attribution => attribution.Sentence);
    }

    public AnnotatedDocument Document { get; }

    public Dependencies Trees { get; }

    public IReadOnlyDictionary<string, Actor> Actors { get; }

    /// <summary>Ids of the four actors whom the document names most, the first of them first.</summary>
    public ImmutableArray<string> MostNamed => _mostNamed ??= [.. Document.Actors.OrderByDescending(actor => actor.Mentions.Length).Take(4).Select(actor => actor.Id)];

    /// <summary>For each token, whether it stands between quotation marks.</summary>
    public bool[] Quoted { get; }

    /// <summary>Whether the lemma belongs to a named set of <c>data/frames/*.sets</c>.</summary>
    public bool Is(string lemma, string set) => _frames.Sets[set].Contains(lemma);

    /// <summary>How the text puts the act that a word tells.</summary>
    public Reality RealityOf(int token)
    {
        if (_realities[token] == 0) _realities[token] = (byte)(1 + (int)ActReality.Of(this, token));
        return (Reality)(_realities[token] - 1);
    }

    /// <summary>Tense or mood of the clause that a word heads, as <see cref="ClaimFeatures.Tense"/> says.</summary>
    public ulong TenseOf(int token)
    {
        if (_tenses[token] == 0) _tenses[token] = (byte)(1 + ClaimFeatures.Tense(this, token));
        return (ulong)_tenses[token] - 1;
    }

    /// <summary>Kind of measure or incident that a lemma names; null where it names none.</summary>
    public string? KindOf(string lemma) => _frames.KindOf(lemma);

    public ImmutableArray<Token> Tokens => Trees.Tokens;

    public Sentence SentenceOf(int token) => Document.Sentences[_sentenceAt[token]];

    public int SentenceIndex(int token) => _sentenceAt[token];

    /// <summary>Index of the mention whose head the token is; -1 for none.</summary>
    public int MentionAt(int token) => _mentionAt[token];

    /// <summary>Index of the longest mention that covers the token; -1 for none.</summary>
    public int CoveringMention(int token) => _coverAt[token];

    /// <summary>Id of the actor to whom a word points without naming it: its adjective, or a text that it issued; null for none.</summary>
    public string? AllusionAt(int token, AllusionKind kind) => _allusions.GetValueOrDefault((token, kind));

    /// <summary>Ids of the actors for whom together a pronoun stands; empty for none.</summary>
    public IEnumerable<string> JointAt(int token) => _joint[token];

    /// <summary>The attributions whose cue stands in a sentence, in order.</summary>
    public IEnumerable<Attribution> AttributionsIn(int sentence) => _attributionsBySentence[sentence];

    /// <summary>Index of the attribution whose cue the token is; -1 for none.</summary>
    public int CueAt(int token) => _cueAt[token];

    /// <summary>Index of the innermost attribution whose content the token lies in; -1 for none.</summary>
    public int AttributionAt(int token) => _attributionAt[token];

    /// <summary>Who says what stands at the token: whoever is quoted there, else whose words the whole document is; null for the narrator or an unnamed voice.</summary>
    public string? SpeakerAt(int token) => _attributionAt[token] < 0 && !Quoted[token] ? Document.Speaker : QuotedAt(token);

    /// <summary>Who is quoted with what stands at the token; null for the narrator, an unnamed voice and the speaker of the whole document.</summary>
    public string? QuotedAt(int token)
    {
        for (var a = _attributionAt[token]; a >= 0; a = Document.Attributions[a].Within ?? -1)
            if (Document.Attributions[a].Source is { } source) return source;
        return null;
    }

    /// <summary>Who reports what stands at the token, where it is none of those given: whoever quotes the speaker, if he is one of them; null for the narrator.</summary>
    public string? ReporterAt(int token, IReadOnlyCollection<string> besides)
    {
        for (var a = _attributionAt[token]; a >= 0; a = Document.Attributions[a].Within ?? -1)
            if (Document.Attributions[a].Source is { } source && !besides.Contains(source)) return source;
        return null;
    }

    /// <summary>Index of the first token that does not begin before the offset.</summary>
    public int TokenFrom(int offset)
    {
        var (low, high) = (0, Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Time expressions inside a span.</summary>
    public IEnumerable<TimeExpression> TimesIn(TextSpan span)
    {
        for (var i = First(Document.Times, span.Start, static time => time.Span.Start); i < Document.Times.Length && Document.Times[i].Span.Start < span.End; i++)
            if (span.Contains(Document.Times[i].Span)) yield return Document.Times[i];
    }

    /// <summary>Mentions inside a span.</summary>
    public IEnumerable<Mention> MentionsIn(TextSpan span)
    {
        for (var i = First(Document.Mentions, span.Start, static mention => mention.Span.Start); i < Document.Mentions.Length && Document.Mentions[i].Span.Start < span.End; i++)
            if (span.Contains(Document.Mentions[i].Span)) yield return Document.Mentions[i];
    }

    /// <summary>Tokens inside a span.</summary>
    public IEnumerable<int> TokensIn(TextSpan span)
    {
        for (var t = TokenFrom(span.Start); t < Tokens.Length && Tokens[t].Span.End <= span.End; t++) yield return t;
    }

    /// <summary>Words inside a span that point to an actor without naming it.</summary>
    public IEnumerable<(int At, string ActorId)> AllusionsIn(TextSpan span, AllusionKind kind)
    {
        foreach (var t in TokensIn(span))
            if (AllusionAt(t, kind) is { } actor) yield return (t, actor);
    }

    /// <summary>Whether a token lies in a time expression.</summary>
    public bool IsTime(int token) => _isTime[token];

    // Index of the first element that does not begin before the offset.
    private static int First<T>(ImmutableArray<T> sorted, int offset, Func<T, int> start)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(sorted[middle]) < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static int[] Filled(int n)
    {
        var array = new int[n];
        Array.Fill(array, -1);
        return array;
    }

    private void Place(int mention)
    {
        var m = Document.Mentions[mention];
        if (m.HeadToken >= 0 && m.HeadToken < _mentionAt.Length)
        {
            var old = _mentionAt[m.HeadToken];
            if (old < 0 || Document.Mentions[old].Span.Length < m.Span.Length) _mentionAt[m.HeadToken] = mention;
        }

        foreach (var t in TokensIn(m.Span))
        {
            var old = _coverAt[t];
            if (old < 0 || Document.Mentions[old].Span.Length < m.Span.Length) _coverAt[t] = mention;
        }
    }

    private void Place(int attribution, TextSpan content)
    {
        foreach (var t in TokensIn(content))
        {
            var old = _attributionAt[t];
            if (old < 0 || IsInner(attribution, old)) _attributionAt[t] = attribution;
        }
    }

    private bool IsInner(int attribution, int other)
    {
        for (var a = Document.Attributions[attribution].Within; a is { } outer; a = Document.Attributions[outer].Within)
            if (outer == other) return true;
        for (var a = Document.Attributions[other].Within; a is { } outer; a = Document.Attributions[outer].Within)
            if (outer == attribution) return false;
        return Length(attribution) < Length(other);
    }

    private int Length(int attribution) => Document.Attributions[attribution].Content.Sum(c => c.Length);
}
