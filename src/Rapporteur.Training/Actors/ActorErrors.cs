using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Counts what goes wrong with actors: who is missed, who is read and not annotated, and who is two in one reading and one in the other.</summary>
internal sealed class ActorErrors
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Documents { get; private set; }

    /// <summary>Actors aligned, annotated and read.</summary>
    public Tally All { get; private set; }

    /// <summary>Counts one document in.</summary>
    /// <param name="gold">The annotation.</param>
    /// <param name="read">What was read of the same text.</param>
    public void Add(DocumentReading gold, DocumentReading read)
    {
        var aligned = new DocumentPair(gold, read).Aligned;
        var hit = aligned.Select(pair => pair.Gold).ToHashSet(StringComparer.Ordinal);
        var used = aligned.Select(pair => pair.Read).ToHashSet(StringComparer.Ordinal);
        Documents++;
        All += new Tally(aligned.Count, gold.Actors.Length, read.Actors.Length);
        foreach (var actor in gold.Actors.Where(actor => !hit.Contains(actor.Id)))
            Count(Shares(actor, gold, read.Actors.Where(other => used.Contains(other.Id)), read) ? "merged" : "missed", actor.Kind);
        foreach (var actor in read.Actors.Where(actor => !used.Contains(actor.Id)))
            Count(Shares(actor, read, gold.Actors.Where(other => hit.Contains(other.Id)), gold) ? "split" : "extra", actor.Kind);
    }

    /// <summary>One line for each kind of error, the commonest first.</summary>
    public IEnumerable<string> Lines() =>
        _counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key,-24} {count.Value,5}"));

    private void Count(string error, ActorKind kind)
    {
        var key = $"{error} {kind.ToString().ToLowerInvariant()}";
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    // Whether another actor of the other reading goes by one of its names.
    private static bool Shares(Actor actor, DocumentReading own, IEnumerable<Actor> others, DocumentReading their)
    {
        var names = DocumentPair.Names(actor, own.Document.Text);
        return others.Any(other => DocumentPair.Names(other, their.Document.Text).Overlaps(names));
    }
}
