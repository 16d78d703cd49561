using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes rulings of requests, against the record as it stands. Every member throws <see cref="RulingException"/> where a request cannot be understood or names what is not there.</summary>
public sealed class RulingDesk
{
    private readonly RecordSnapshot _snapshot;
    private readonly IReadOnlyList<DocumentReading> _read;
    private readonly RulingBook _book;

    /// <summary>A desk over a record.</summary>
    /// <param name="snapshot">The record as it stands, rulings applied.</param>
    /// <param name="readings">Its readings as they were read.</param>
    /// <param name="rulings">Its rulings.</param>
    public RulingDesk(RecordSnapshot snapshot, IReadOnlyList<DocumentReading> readings, IEnumerable<Ruling> rulings)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(readings);
        (_snapshot, _read, _book) = (snapshot, readings, RulingBook.Of(rulings));
    }

    /// <summary>Makes a ruling and takes it into account for those that follow, of many at once; what threads and actors became by it is not.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="time">When.</param>
    public Ruling Take(RulingRequest request, DateTimeOffset time)
    {
        var ruling = Make(request, time);
        _book.Take(ruling);
        return ruling;
    }

    /// <summary>The ruling that a request asks for. It follows every ruling of its sort on the same thing, so it settles a conflict of them.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="time">When.</param>
    public Ruling Make(RulingRequest request, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Author)) throw new RulingException("Say who rules: --by NAME.");
        if (request.Author.Any(char.IsControl)) throw new RulingException("A name holds no line breaks or other control characters.");
        return request.Verdict switch
        {
            Verdict.Accept or Verdict.Correct or Verdict.Reject => OnClaim(request, time),
            Verdict.Add => Addition(request, time),
            Verdict.Join or Verdict.Split => OnClaims(request, time, ClaimOf(request, 0), ClaimOf(request, 1)),
            Verdict.Same => OnPair(request, time, ActorOf(request, 0), ActorOf(request, 1)),
            Verdict.Different => Different(request, time),
            Verdict.Redate => OnDocument(request, time, Edtf.Parse(request.Value) is { IsUnknown: false } ? request.Value! : throw new RulingException($"“{request.Value}” is no date; write one such as 2025-08-22, 2025-08, or 2025-08-20/2025-08-24.")),
            Verdict.Grade => OnDocument(request, time, AdmiraltyGrade.Parse(request.Value)?.ToString() ?? throw new RulingException($"“{request.Value}” is no grade; write a letter from A to F and a digit from 1 to 6, such as B2.")),
            Verdict.Outcome => Outcome(request, time),
            Verdict.Note => Note(request, time),
            Verdict.Undo => Undo(request, time),
            _ => throw new RulingException($"There is no verdict “{request.Verdict}”; it is one of {string.Join(", ", Verdict.All)}."),
        };
    }

    /// <summary>The rulings that stand now on one thing and that a new one would follow; more than one where they are in conflict, none where nobody ruled. An undoing is among them.</summary>
    /// <param name="verdict">A word of <see cref="Verdict"/>: rulings of its sort are given.</param>
    /// <param name="key">Key of the thing: id of a claim, of a document, a pair.</param>
    public IReadOnlyList<Ruling> Standing(string verdict, string key) => Verdict.SortOf(verdict) is { } sort ? [.. _book.Heads(sort, key)] : [];

    private Ruling OnClaim(RulingRequest request, DateTimeOffset time)
    {
        var recorded = ClaimOf(request, 0);
        var (id, textId) = (recorded.Claim.Id, recorded.Document.TextId);
        var read = _read.FirstOrDefault(r => r.Document.TextId == textId) ?? throw new RulingException($"The text of claim {id} is not in the record any more.");
        var now = AsRuled(read);
        var had = read.Claims.FirstOrDefault(c => c.Id == id);
        var claim = now.Claims.FirstOrDefault(c => c.Id == id) ?? had ?? throw new RulingException($"Claim {id} is not in the reading of {recorded.Document.Source} any more.");
        if (had is null && request.Verdict == Verdict.Accept) throw new RulingException($"A person added claim {id}: correct or undo it.");
        var fields = new FieldSetter(now, _snapshot);
        if (request.Verdict == Verdict.Correct)
        {
            if (request.Set.IsDefaultOrEmpty) throw new RulingException("Say what it should read: --set FIELD=VALUE.");
            claim = request.Set.Aggregate(claim, (c, set) => fields.Set(c, set.Field, set.Value));
        }

        var payload = new RulingPayload
        {
            Reason = request.Reason,
            Claim = request.Verdict == Verdict.Reject ? null : claim,
            Read = had,
            Reader = had is null ? null : read.Reader.Fingerprint,
            Actors = fields.Named(request.Verdict == Verdict.Reject ? null : claim, had),
        };
        return Ruled(request, time, id, payload, textId);
    }

    private Ruling Addition(RulingRequest request, DateTimeOffset time)
    {
        var reading = DocumentOf(request, 0);
        if (!EnumSpelling.TryParse<ClaimType>(request.Type, out var type)) throw new RulingException($"Say which type of claim: --type, one of {string.Join(", ", EnumSpelling.All<ClaimType>())}.");
        var fields = new FieldSetter(AsRuled(reading), _snapshot);
        var words = fields.Span(request.Words is { Length: > 0 } given ? given : throw new RulingException("Give the words that say it: --words “…”, or START-END."), new(0, reading.Document.Text.Length), "words");
        var evidence = Sentence(reading, words);
        var claim = new Claim { Id = "", Type = type, Trigger = words, Evidence = evidence, Rule = "ruling", Voice = Voice.Reporter };
        claim = request.Set.Aggregate(claim, (c, set) => fields.Set(c, set.Field, set.Value));
        if (claim.By is not null and not Actor.Narrator && request.Set.All(s => s.Field != "voice")) claim = claim with { Voice = Voice.Party };
        claim = claim with { Id = ClaimKey.Of(reading.Document.TextId, type, words, evidence) };
        if (reading.Claims.Any(c => c.Id == claim.Id)) throw new RulingException($"The reader has this claim already: accept or correct {claim.Id}.");
        return Ruled(request, time, claim.Id, new() { Reason = request.Reason, Claim = claim, Actors = fields.Named(claim, null) }, reading.Document.TextId);
    }

    private DocumentReading AsRuled(DocumentReading reading) => ClaimRulings.Apply([reading], _book).Readings[0];

    // Why two claims are put together may repeat words of either: it goes with the stricter text.
    private Ruling OnClaims(RulingRequest request, DateTimeOffset time, RecordedClaim one, RecordedClaim other)
    {
        if (request.Verdict == Verdict.Join && ThreadOf(one) is { } a && ThreadOf(other) is { } b && a.GetType() != b.GetType())
            throw new RulingException($"One is a {a.GetType().Name.ToLowerInvariant()} and the other a {b.GetType().Name.ToLowerInvariant()}: they cannot be one thing.");
        var stricter = one.Document.Marking.Rank() >= other.Document.Marking.Rank() ? one : other;
        return OnPair(request, time, one.Claim.Id, other.Claim.Id, stricter.Document.TextId);
    }

    private Ruling OnPair(RulingRequest request, DateTimeOffset time, string one, string other, string? textId = null) => one == other
        ? throw new RulingException("Name two different things.")
        : Ruled(request, time, Verdict.Pair(one, other), new() { Reason = request.Reason }, textId);

    private Ruling Different(RulingRequest request, DateTimeOffset time)
    {
        if (request.Of.Length < 2) throw new RulingException("Name two actors, or an actor and the document in which he is another.");
        var one = ActorOf(request, 0);
        if (FindDocument(request.Of[1]) is { } reading) return OnPair(request, time, one, $"{one}@{reading.Document.TextId}");
        var other = ActorOf(request, 1);
        if (one == other) (one, other) = (OwnKey(request.Of[0], one), OwnKey(request.Of[1], one));
        return OnPair(request, time, one, other);
    }

    private Ruling OnDocument(RulingRequest request, DateTimeOffset time, string value)
    {
        var document = DocumentOf(request, 0).Document;
        return Ruled(request, time, DocumentKey.Of(document), new() { Reason = request.Reason, Value = value }, TextOf(document));
    }

    private Ruling Outcome(RulingRequest request, DateTimeOffset time)
    {
        var claim = ClaimOf(request, 0);
        var thread = ThreadOf(claim) ?? throw new RulingException($"Claim {claim.Claim.Id} belongs to no meeting, deadline, measure or commitment.");
        var states = OutcomeRulings.States(thread);
        if (request.Value is null || !states.Contains(request.Value)) throw new RulingException($"“{request.Value}” is no state of it; it is one of {string.Join(", ", states)}.");
        var first = thread.Claims[0];
        return Ruled(request, time, first.Claim.Id, new() { Reason = request.Reason, Value = request.Value }, first.Document.TextId);
    }

    private Ruling Note(RulingRequest request, DateTimeOffset time)
    {
        if (string.IsNullOrWhiteSpace(request.Value)) throw new RulingException("A note needs words.");
        if (request.Of.IsDefaultOrEmpty && request.Replaces is null) throw new RulingException("Name the claim or document that the note is on.");
        // What judges no likelihood may be in any words; a brief leaves out what is in others than those of the yardstick.
        if (request.Likelihood is not null || request.Confidence is not null)
        {
            NoteWords.Settle(new(request.Value, request.Author, DateOnly.FromDateTime(time.UtcDateTime)) { Likelihood = request.Likelihood, Confidence = request.Confidence }, out var wrong);
            if (wrong is not null) throw new RulingException(wrong);
        }

        var payload = new RulingPayload { Reason = request.Reason, Value = request.Value, Likelihood = request.Likelihood, Confidence = request.Confidence }.Write();
        if (request.Replaces is { } before) return Free(Replaced(before, request.Author), payload, request.Author, time);
        if (FindDocument(request.Of[0]) is { } reading) return Free((DocumentKey.Of(reading.Document), TextOf(reading.Document), []), payload, request.Author, time);
        var claim = ClaimOf(request, 0);
        return Free((claim.Claim.Id, claim.Document.TextId, []), payload, request.Author, time);
    }

    // A remark stands beside others on the same thing, so it follows only its author's own that it replaces; of two of one moment the second is a millisecond later.
    private Ruling Free((string Key, string? TextId, string[] Follows) on, string payload, string author, DateTimeOffset time)
    {
        for (var at = time; ; at = at.AddMilliseconds(1))
            if (Ruling.Of(on.Key, Verdict.Note, author, at, payload, on.TextId, on.Follows) is var note && (_book.Find(note.Id) is not { } other || other.Payload == note.Payload)) return note;
    }

    private (string Key, string? TextId, string[] Follows) Replaced(string id, string author)
    {
        if (_book.Find(id) is not { Verdict: Verdict.Note } note) throw new RulingException($"There is no remark {id} in the record.");
        if (note.Author != author) throw new RulingException($"{note.Author} signed that remark; add one of your own.");
        return _book.IsFollowed(id) ? throw new RulingException("That remark was changed or removed meanwhile.") : (note.Key, note.TextId, [id]);
    }

    private Ruling Undo(RulingRequest request, DateTimeOffset time)
    {
        var name = request.Of.IsDefaultOrEmpty ? throw new RulingException("Name the ruling to undo by its id; `rapporteur rule list` shows it.") : request.Of[0];
        var undone = One(_book.Rulings.Where(r => r.Id.StartsWith(name, StringComparison.Ordinal) || r.Id.StartsWith("sha256:" + name, StringComparison.Ordinal)), r => r.Id, $"ruling “{name}”");
        if (_book.IsFollowed(undone.Id)) throw new RulingException("Another ruling follows that one; undo the last one.");
        if (undone.Verdict == Verdict.Undo) throw new RulingException("That ruling took another back; to have it again, rule again.");
        return Ruling.Of(undone.Key, Verdict.Undo, request.Author, time, new RulingPayload { Reason = request.Reason }.Write(), undone.TextId, undone.Id);
    }

    private Ruling Ruled(RulingRequest request, DateTimeOffset time, string key, RulingPayload payload, string? textId = null) =>
        Ruling.Of(key, request.Verdict, request.Author, time, payload.Write(), textId, [.. _book.Heads(Verdict.SortOf(request.Verdict)!, key).Select(h => h.Id)]);

    private RecordedClaim ClaimOf(RulingRequest request, int at)
    {
        if (request.Of.Length <= at) throw new RulingException(at == 0 ? "Name a claim by its id; every list shows ids with --json." : "Name two claims, by their ids.");
        var name = request.Of[at];
        if (_snapshot.Threads().FirstOrDefault(t => t.Key == name) is { } thread) return thread.Claims[0];
        var rejected = _snapshot.Rulings.Select(r => r.Claim).OfType<RecordedClaim>();
        return One(_snapshot.Claims.Concat(rejected).Where(c => c.Claim.Id.StartsWith(name, StringComparison.Ordinal)).DistinctBy(c => c.Claim.Id), c => c.Claim.Id, $"claim “{name}”");
    }

    private DocumentReading DocumentOf(RulingRequest request, int at) =>
        request.Of.Length <= at ? throw new RulingException("Name a document, by its path or id.")
        : FindDocument(request.Of[at]) ?? throw new RulingException($"There is no document “{request.Of[at]}” in the record; name it by its path or id.");

    private DocumentReading? FindDocument(string name)
    {
        var found = _read.Where(r => r.Document.Source == name || r.Document.Id == name || r.Document.TextId == name).ToList();
        if (found.Count == 0) found = [.. _read.Where(r => r.Document.Source.EndsWith("/" + name, StringComparison.Ordinal) || (name.Length >= 8 && r.Document.Id.StartsWith("sha256:" + name, StringComparison.Ordinal)))];
        return found.Count == 0 ? null : One(found, r => r.Document.Source, $"document “{name}”");
    }

    private string ActorOf(RulingRequest request, int at)
    {
        if (request.Of.Length <= at) throw new RulingException("Name two actors.");
        return One(FieldSetter.Called(_snapshot, request.Of[at]), a => a.Key, $"actor “{request.Of[at]}”").Key;
    }

    // The key that a name has of its own, before surnames are joined with full names.
    private string OwnKey(string name, string key) =>
        _snapshot.Actors.TryGetValue(key, out var actor) && !NameKey.Of(actor.Name, actor.Kind).Equals(NameKey.Of(name, actor.Kind), StringComparison.Ordinal) && name != key
            ? ContentHash.Key(actor.Kind == ActorKind.Person ? "person" : "body", NameKey.Of(name, actor.Kind))
            : key;

    private Domain.Thread? ThreadOf(RecordedClaim claim) => _snapshot.Threads().FirstOrDefault(t => t.Claims.Any(c => c.Claim.Id == claim.Claim.Id));

    private static string? TextOf(SourceDocument document) => document.TextId.Length > 0 ? document.TextId : null;

    private static TextSpan Sentence(DocumentReading reading, TextSpan words)
    {
        var over = reading.Sentences.Where(s => s.Overlaps(words)).ToList();
        return over.Count == 0 ? words : new(Math.Min(over[0].Start, words.Start), Math.Max(over[^1].End, words.End));
    }

    private static T One<T>(IEnumerable<T> found, Func<T, string> name, string what)
    {
        var all = found.Take(6).ToList();
        return all.Count switch
        {
            0 => throw new RulingException($"There is no {what} in the record."),
            1 => all[0],
            _ => throw new RulingException($"There are several for {what}: {string.Join(", ", all.Select(name).Order(StringComparer.Ordinal))}. Say which."),
        };
    }
}
