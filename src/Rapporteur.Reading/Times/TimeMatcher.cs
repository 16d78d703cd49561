using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Finds the longest matches of the grammar in one text; made for one text, by one thread.</summary>
internal sealed class TimeMatcher(TimeGrammar grammar, string text, bool timeMl)
{
    // Each rule is a bounded sequence of words, so a match is found in time bounded by the grammar, not by the text.
    private readonly Dictionary<(int At, int Level), List<TimeMatch>> _memory = [];
    private readonly List<(int Word, double Value, TimeMatch? Inner)> _path = [];

    private readonly List<TimeMatch> _candidates = [];

    internal List<TimeWord> Words { get; } = TimeLexer.Cut(text, grammar.Vocabulary);

    /// <summary>Goes through matches in text order, without overlap: at each word the longest that is accepted; among equals the one of the lower level, then of the earlier rule.</summary>
    internal void Each(Func<TimeMatch, bool> accept, CancellationToken cancel)
    {
        for (var at = 0; at < Words.Count;)
        {
            if ((at & 4095) == 0) cancel.ThrowIfCancellationRequested();
            at = MayBegin(at) && At(at).Find(match => accept(match)) is { } accepted ? accepted.End : at + 1;
            if (_memory.Count > 64) _memory.Clear();
        }
    }

    private bool MayBegin(int at) => Words[at].Entry >= 0 || Words[at].Kind is not (TimeWordKind.Word or TimeWordKind.Mark);

    private List<TimeMatch> At(int at)
    {
        _candidates.Clear();
        for (var level = 0; level < TimeGrammar.Levels; level++)
            foreach (var match in Matches(at, level))
                if (match.Rule.Emits) _candidates.Add(match);
        if (_candidates.Count > 1) _candidates.Sort(Compare);
        return _candidates;
    }

    private static int Compare(TimeMatch left, TimeMatch right) =>
        left.End != right.End ? right.End - left.End : left.Rule.Level != right.Rule.Level ? left.Rule.Level - right.Rule.Level : left.Rule.Order - right.Rule.Order;

    /// <summary>The best match of each category of one level at a word.</summary>
    private List<TimeMatch> Matches(int at, int level)
    {
        if (_memory.TryGetValue((at, level), out var known)) return known;
        var found = new List<TimeMatch>();
        _memory.Add((at, level), found);
        var depth = _path.Count;
        Walk(grammar.Tries[level], at, at, level, depth, found);
        return found;
    }

    private void Walk(TimeTrie node, int first, int at, int level, int depth, List<TimeMatch> found)
    {
        if (at > first) Collect(node, first, at, depth, found);
        if (at >= Words.Count || node.IsLeaf || !Reachable(first, at)) return;
        var word = Words[at];
        var glued = at > first && Words[at - 1].End == word.Start;
        if (word.Entry >= 0)
            foreach (var membership in grammar.Vocabulary.Of(word.Entry))
                if (!membership.Capital || char.IsUpper(text[word.Start])) Step(node, membership.Atom, membership.Value, at + 1, glued);
        Span<(int Atom, double Value, int End)> figures = stackalloc (int, double, int)[TimeFigures.Most];
        if (word.Kind is TimeWordKind.Word or TimeWordKind.Number) Step(node, grammar.AnyWord, 0, at + 1, glued);
        var count = word.Kind == TimeWordKind.Mark ? 0 : grammar.Figures.List(Words, text, at, figures);
        for (var i = 0; i < count; i++) Step(node, figures[i].Atom, figures[i].Value, figures[i].End, glued);
        foreach (var call in node.Calls)
        {
            if (call.Glued && !glued) continue;
            for (var lower = 0; lower < level; lower++)
            {
                var inner = Matches(at, lower);
                for (var i = 0; i < inner.Count; i++)
                    if (inner[i].Rule.Category == call.Category) Push(call.Node, at, 0, inner[i], inner[i].End);
            }
        }

        void Step(TimeTrie from, int atom, double value, int end, bool touching)
        {
            if (from.Next(atom, false) is { } loose) Push(loose, at, value, null, end);
            if (touching && from.Next(atom, true) is { } tight) Push(tight, at, value, null, end);
        }

        void Push(TimeTrie next, int at, double value, TimeMatch? inner, int end)
        {
            _path.Add((at, value, inner));
            Walk(next, first, end, level, depth, found);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    // A paragraph break ends every expression.
    private bool Reachable(int first, int at)
    {
        if (at == first) return true;
        var lines = 0;
        for (var i = Words[at - 1].End; i < Words[at].Start; i++)
            if (text[i] == '\n') lines++;
        return lines < 2;
    }

    private void Collect(TimeTrie node, int first, int end, int depth, List<TimeMatch> found)
    {
        foreach (var terminal in node.Terminals)
        {
            var rule = terminal.Rule;
            if (timeMl ? rule.RecordOnly : rule.TimeMlOnly) continue;
            if (!Fits(rule, first, end)) continue;
            // Of each rule the longest; other rules stay as second choices.
            var at = found.FindIndex(match => match.Rule == rule);
            if (at >= 0 && found[at].End >= end) continue;
            var captures = ImmutableArray.CreateBuilder<TimeCapture>();
            for (var i = 0; i < terminal.Names.Length; i++)
                if (terminal.Names[i] is { } name) captures.Add(new(name, _path[depth + i].Word, _path[depth + i].Value, _path[depth + i].Inner));
            var found1 = new TimeMatch(rule, first, end, captures.ToImmutable());
            if (at >= 0) found[at] = found1;
            else found.Add(found1);
        }
    }

    private bool Fits(TimeRule rule, int first, int end) =>
        !Any(rule.NotPreceded, first - 1) && !Any(rule.NotFollowed, end)
        && (rule.Preceded.IsEmpty || Any(rule.Preceded, first - 1)) && (rule.Followed.IsEmpty || Any(rule.Followed, end));

    private bool Any(ImmutableArray<int> atoms, int at)
    {
        if (at < 0 || at >= Words.Count) return false;
        foreach (var atom in atoms)
            if (grammar.Vocabulary.Is(Words[at], text, atom)) return true;
        return false;
    }
}
