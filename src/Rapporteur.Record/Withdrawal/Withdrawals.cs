using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Takes documents out for good: their texts, sources, readings, the words of rulings on them, and their search entries.</summary>
internal sealed class Withdrawals(Statements sql, ContentStore contents, EventLog events, Projections projections)
{
    private readonly Dictionary<string, Guard> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a withdrawal keeps a document out.</summary>
    internal bool Covers(SourceDocument document) => Covers(DocumentKey.Of(document), document.TextId);

    /// <summary>Whether a withdrawal keeps a document or a text out.</summary>
    internal bool Covers(string? document, string? text)
    {
        foreach (var guard in Guards())
            if (guard.Covers(document, text)) return true;
        return false;
    }

    /// <summary>Documents with a key, a source, an event or a text, and those with the same text: keys, sorted.</summary>
    internal List<string> Find(string name)
    {
        const string Same = "SELECT DISTINCT o.document FROM version v JOIN version o ON o.document = v.document OR (o.text = v.text AND v.text <> @empty) WHERE ";
        var source = ContentHash.Of(name);
        return sql.All(Same + "v.document = @name OR v.event = @name OR v.text = @name OR v.source = @source ORDER BY o.document", row => row.GetString(0),
            ("@empty", ContentHash.Of("")), ("@name", name), ("@source", source));
    }

    /// <summary>Sources under which documents stand, sorted.</summary>
    internal List<string> Sources(IEnumerable<string> documents)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
            foreach (var body in sql.All("SELECT b.bytes FROM version v JOIN body b ON b.hash = v.source WHERE v.document = @document", row => (byte[])row[0], ("@document", document)))
                found.Add(Encoding.UTF8.GetString(body));
        return [.. found];
    }

    /// <summary>Events and texts of documents.</summary>
    internal (List<string> Events, List<string> Texts) Of(IEnumerable<string> documents)
    {
        var (found, texts) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var document in documents)
        {
            foreach (var (id, text) in sql.All("SELECT event, text FROM version WHERE document = @document", row => (row.GetString(0), row.GetString(1)), ("@document", document)))
            {
                found.Add(id);
                texts.Add(text);
            }
        }

        return ([.. found], [.. texts]);
    }

    /// <summary>Carries out a withdrawal of this or another ledger.</summary>
    internal void Apply(DocumentWithdrawn withdrawn)
    {
        SnapshotShelf.Outdate(sql, "");
        sql.Run("INSERT INTO tombstone (event, guard) VALUES (@event, @guard) ON CONFLICT (event) DO NOTHING", ("@event", withdrawn.Id), ("@guard", withdrawn.Guard));
        foreach (var id in withdrawn.Follows) MarkAbsent(id);
        var guard = contents.Get(withdrawn.Guard) is { } body ? Guard.Read(body) : null;
        var named = withdrawn.Follows.ToHashSet(StringComparer.Ordinal);
        var gone = sql.All("SELECT event, document, text FROM version", row => (Event: row.GetString(0), Document: row.GetString(1), Text: row.GetString(2)))
            .Where(v => named.Contains(v.Event) || guard?.Covers(v.Document, v.Text) == true).Select(v => v.Document).Distinct(StringComparer.Ordinal).ToList();
        foreach (var document in gone) Remove(document);
        if (guard is not null) RemoveRulings(guard);
    }

    private void Remove(string document)
    {
        var versions = sql.All("SELECT event FROM version WHERE document = @document", row => row.GetString(0), ("@document", document));
        var rows = versions.ConvertAll(id => events.Find(id)!);
        projections.Forget(document);
        foreach (var row in rows)
        {
            var happened = (DocumentEvent)EventPayload.Parse(row);
            contents.Remove(happened.Reading);
            RemoveUnused(happened.Text);
            RemoveUnused(happened.Source);
            MarkAbsent(row.Id);
        }
    }

    // Sources, and the empty text, may belong to other documents too.
    private void RemoveUnused(string reference)
    {
        if (contents.Key(reference) is { } key && sql.Scalar("SELECT 1 FROM version WHERE source = @hash OR text = @hash LIMIT 1", ("@hash", key.Hash)) is null) contents.Remove(reference);
    }

    private void RemoveRulings(Guard guard)
    {
        foreach (var row in events.OfKind(EventPayload.Ruling))
        {
            var made = (RulingMade)EventPayload.Parse(row);
            if (contents.Get(made.Body) is not { } body || !guard.Covers(made.Key, RulingBody.TextOf(body))) continue;
            contents.Remove(made.Body);
            MarkAbsent(row.Id);
        }
    }

    private void MarkAbsent(string happened) =>
        sql.Run("INSERT INTO absent (event, why) VALUES (@event, 'withdrawn') ON CONFLICT (event) DO UPDATE SET why = 'withdrawn'", ("@event", happened));

    private IEnumerable<Guard> Guards()
    {
        foreach (var reference in sql.All("SELECT guard FROM tombstone", row => row.GetString(0)))
        {
            if (!_known.TryGetValue(reference, out var guard))
            {
                if (contents.Get(reference) is not { } body) continue;
                _known.Add(reference, guard = Guard.Read(body));
            }

            yield return guard;
        }
    }
}
