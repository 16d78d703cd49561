using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>An annotation and a reading of the same text, with their actors aligned.</summary>
internal sealed class DocumentPair
{
    private readonly HashSet<(string, string)> _same = [];
    private readonly List<ScoreField>[] _goldFields;
    private readonly List<ScoreField>[] _readFields;
    private readonly Dictionary<ScoreField, HashSet<int>> _words = new(ReferenceSpans.Instance);
    private readonly int[]? _points;

    public DocumentPair(DocumentReading gold, DocumentReading read)
    {
        Gold = gold;
        Read = read;
        _points = Points(gold.Document.Text);
        _goldFields = [.. gold.Claims.Select(c => ScoreFields.Of(c).ToList())];
        _readFields = [.. read.Claims.Select(c => ScoreFields.Of(c).ToList())];
        AlignActors();
    }

    public DocumentReading Gold { get; }

    public DocumentReading Read { get; }

    /// <summary>How many actors of both name the same one.</summary>
    public int SameActors => _same.Count - 1;

    /// <summary>Ids of the aligned actors, the narrator left out.</summary>
    public IReadOnlyCollection<(string Gold, string Read)> Aligned =>
        [.. _same.Where(pair => pair != (Actor.Narrator, Actor.Narrator)).OrderBy(pair => pair.Item1, StringComparer.Ordinal)];

    /// <summary>Intersection over union of two spans, in code points.</summary>
    public double Likeness(TextSpan a, TextSpan b) => Point(a).IntersectionOverUnion(Point(b));

    /// <summary>Weight of a meeting of two claims: 0 when their evidence differs, else 1 and one for each field that agrees.</summary>
    public double Weight(int gold, int read) =>
        Likeness(Gold.Claims[gold].Evidence, Read.Claims[read].Evidence) >= 0.5 ? 1 + Agreement(gold, read).Count(h => h.Right) : 0;

    /// <summary>For each field of the annotated claim, whether the claim read (-1: none) has it right.</summary>
    public List<(string Field, bool Right)> Agreement(int gold, int read)
    {
        var hits = new List<(string, bool)>();
        var used = new HashSet<int>();
        foreach (var field in _goldFields[gold])
        {
            var right = false;
            for (var k = 0; read >= 0 && !right && k < _readFields[read].Count; k++)
                right = !used.Contains(k) && _readFields[read][k].Name == field.Name && Same(field, _readFields[read][k]) && used.Add(k);
            hits.Add((field.Name, right));
        }

        return hits;
    }

    private bool Same(ScoreField gold, ScoreField read)
    {
        if (gold.Kind == FieldKind.Actor) return _same.Contains((gold.Value!, read.Value!));
        if (gold.Kind != FieldKind.Span) return gold.Value == read.Value;
        var (a, b) = (WordsOf(gold), WordsOf(read));
        return a.Count > 0 && b.Count > 0 && 2.0 * a.Count(b.Contains) / (a.Count + b.Count) >= 0.5;
    }

    private HashSet<int> WordsOf(ScoreField field)
    {
        if (_words.TryGetValue(field, out var words)) return words;
        words = [];
        foreach (var span in field.Spans) Words.Starts(Gold.Document.Text, span, words);
        return _words[field] = words;
    }

    private void AlignActors()
    {
        var gold = Gold.Actors.OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
        var read = Read.Actors.OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
        var goldNames = gold.ConvertAll(a => Names(a, Gold.Document.Text));
        var readNames = read.ConvertAll(a => Names(a, Read.Document.Text));
        var pairs = Assignment.Best(gold.Count, read.Count, (i, j) =>
            (double)(2 * goldNames[i].Count(readNames[j].Contains)) / Math.Max(1, goldNames[i].Count + readNames[j].Count));
        _same.Add((Actor.Narrator, Actor.Narrator));
        foreach (var (i, j) in pairs) _same.Add((gold[i].Id, read[j].Id));
    }

    /// <summary>The names by which a text calls an actor, as they are compared: pronouns left out.</summary>
    public static HashSet<string> Names(Actor actor, string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { Words.Normal(actor.Name) };
        foreach (var mention in actor.Mentions) names.Add(Words.Normal(mention.Slice(text)));
        names.RemoveWhere(n => n.Length == 0 || Words.IsPronoun(n));
        return names;
    }

    private TextSpan Point(TextSpan span) => _points is null ? span : new(_points[span.Start], _points[span.End]);

    // Code points before each UTF-16 offset; null where both are the same.
    private static int[]? Points(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return null;
        var points = new int[text.Length + 1];
        for (var (i, n) = (0, 0); i < text.Length; i++)
        {
            points[i] = n;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) n++;
            points[i + 1] = n;
        }

        return points;
    }

    private sealed class ReferenceSpans : IEqualityComparer<ScoreField>
    {
        public static ReferenceSpans Instance { get; } = new();

        public bool Equals(ScoreField x, ScoreField y) => ReferenceEquals(x.Spans, y.Spans);

        public int GetHashCode(ScoreField field) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(field.Spans);
    }
}
