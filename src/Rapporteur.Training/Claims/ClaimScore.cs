using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Scores readings against annotated articles: actors, times, triggers and roles, as the specification of the record defines them.
/// Add documents one by one, in the order of their ids; not thread-safe.</summary>
public sealed class ClaimScore
{
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Number of documents scored.</summary>
    public int Documents { get; private set; }

    /// <summary>Figures by name: <c>actors</c>, <c>times span</c>, <c>times value</c>, <c>trigger</c>, <c>trigger demand</c>, <c>role</c>, <c>role by</c> … Zero counts where there is none.</summary>
    /// <param name="name">Name of the figure.</param>
    public Tally this[string name] => _tallies.GetValueOrDefault(name);

    /// <summary>Mean trigger F1 over the types with at least fifteen annotated claims; 0 where there is none.</summary>
    public double Macro => Big() is { Count: > 0 } big ? big.Average() : 0;

    /// <summary>Scores one document. Throws <see cref="ArgumentException"/> when the text read is not the text annotated.</summary>
    /// <param name="gold">The annotation.</param>
    /// <param name="read">What was read; null counts as an empty reading.</param>
    /// <returns>For each annotated claim, the index of the claim read that it met, or -1.</returns>
    public int[] Add(DocumentReading gold, DocumentReading? read)
    {
        read = read is null || read.Error is not null ? new() { Document = gold.Document, Reader = gold.Reader } : read;
        if (read.Document.Text != gold.Document.Text) throw new ArgumentException($"{gold.Document.Source}: the text read is not the text annotated.", nameof(read));
        Documents++;
        var pair = new DocumentPair(gold, read);
        Add("actors", pair.SameActors, gold.Actors.Length, read.Actors.Length);
        var times = Assignment.Best(gold.Times.Length, read.Times.Length, (i, j) => pair.Likeness(gold.Times[i].Span, read.Times[j].Span));
        Add("times span", times.Count, gold.Times.Length, read.Times.Length);
        var values = times.Count(t => DateBounds.Of(gold.Times[t.Row].Value) == DateBounds.Of(read.Times[t.Column].Value));
        Add("times value", values, gold.Times.Length, read.Times.Length);
        var met = Meet(pair);
        for (var i = 0; i < gold.Claims.Length; i++)
        {
            var hits = pair.Agreement(i, met[i]);
            for (var f = 0; f < hits.Count; f++) AddField(hits[f].Field, hits[f].Right ? 1 : 0, 1, 0);
        }

        foreach (var claim in read.Claims)
            foreach (var field in ScoreFields.Of(claim)) AddField(field.Name, 0, 0, 1);
        return met;
    }

    /// <summary>The table of all figures, one a line.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Documents} documents");
        foreach (var (name, t) in _tallies.OrderBy(t => t.Key.Count(c => c == ' ')).ThenBy(t => t.Key, StringComparer.Ordinal))
            yield return string.Create(CultureInfo.InvariantCulture, $"{name,-24} gold {t.Gold,5} read {t.Read,5}   P {Digits(t.Precision)}  R {Digits(t.Recall)}  F1 {Digits(t.F1)}");
        if (Big() is { Count: > 0 } big)
            yield return string.Create(CultureInfo.InvariantCulture, $"macro over {big.Count} types with n >= 15{"",35} F1 {Digits(Macro)}");
    }

    // Three digits of the exact value, ties to even, as the specification prints them: 37 of 80 is a little more than .4625.
    private static string Digits(double value) =>
        Math.Round(decimal.Parse(value.ToString("F25", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), 3, MidpointRounding.ToEven).ToString("0.000", CultureInfo.InvariantCulture);

    private List<double> Big() =>
        [.. _tallies.Where(t => t.Key.StartsWith("trigger ", StringComparison.Ordinal) && t.Value.Gold >= 15).Select(t => t.Value.F1)];

    private int[] Meet(DocumentPair pair)
    {
        var met = new int[pair.Gold.Claims.Length];
        Array.Fill(met, -1);
        foreach (var type in Enum.GetValues<ClaimType>())
        {
            var gold = Indices(pair.Gold, type);
            var read = Indices(pair.Read, type);
            if (gold.Count == 0 && read.Count == 0) continue;
            var pairs = Assignment.Best(gold.Count, read.Count, (i, j) => pair.Weight(gold[i], read[j]));
            foreach (var (row, column) in pairs) met[gold[row]] = read[column];
            Add("trigger", pairs.Count, gold.Count, read.Count);
            Add("trigger " + type.ToString().ToLowerInvariant(), pairs.Count, gold.Count, read.Count);
        }

        return met;
    }

    private static List<int> Indices(DocumentReading reading, ClaimType type) =>
        [.. Enumerable.Range(0, reading.Claims.Length).Where(i => reading.Claims[i].Type == type)];

    private void AddField(string field, int right, int gold, int read)
    {
        Add("role", right, gold, read);
        Add("role " + field, right, gold, read);
    }

    private void Add(string name, int right, int gold, int read)
    {
        var old = _tallies.GetValueOrDefault(name);
        _tallies[name] = new(old.Right + right, old.Gold + gold, old.Read + read);
    }
}
