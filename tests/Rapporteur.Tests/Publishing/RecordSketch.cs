using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>Makes documents and recorded claims by hand: spans are found by their words.</summary>
internal sealed class RecordSketch
{
    private readonly List<RecordActor> _actors = [];
    private readonly List<DocumentReading> _documents = [];
    private readonly List<RecordedClaim> _claims = [];

    public static ReaderIdentity Reader { get; } = new("0.1.0", "f1a2b3c4");

    public IReadOnlyList<RecordedClaim> Claims => _claims;

    public string Actor(string key, string name, ActorKind kind, string? party, string? role = null, string? of = null)
    {
        _actors.Add(new() { Key = key, Name = name, Kind = kind, Party = party, Role = role, Of = of });
        return key;
    }

    public SourceDocument Document(
        string source, string? publisher, string? published, string? title, string text, Marking marking = Marking.Unmarked, DateBasis basis = DateBasis.Metadata, string? reason = null, string? rights = null, ReadingError? error = null)
    {
        var document = new SourceDocument
        {
            Id = ContentHash.Of(source + text),
            TextId = ContentHash.Of(text),
            Source = source,
            Text = text,
            Title = title,
            Publisher = publisher,
            Published = published is null ? PublicationDate.None : new(Edtf.Parse(published), basis, reason),
            Marking = marking,
            Language = "en",
            Rights = rights,
        };
        _documents.Add(new() { Document = document, Sentences = Sentences(text), Reader = Reader, Error = error });
        return document;
    }

    public RecordedClaim Claim(SourceDocument document, ClaimType type, string evidence, Func<Claim, Func<string, TextSpan>, Claim>? fill = null, string? trigger = null)
    {
        var sentence = Find(document.Text, evidence);
        var sentences = Sentences(document.Text);
        var span = sentences.Single(s => s.Contains(sentence));
        var claim = new Claim { Id = "", Type = type, Trigger = trigger is null ? new(span.Start, span.Start) : Find(document.Text, trigger), Evidence = span, Rule = "hand" };
        if (fill is not null) claim = fill(claim, words => Find(document.Text, words));
        claim = claim with { Id = ContentHash.Key(document.TextId, type.ToString(), $"{span.Start}", $"{claim.What?.Start}", $"{claim.Cue?.Start}", claim.By, $"{_claims.Count}") };
        var at = sentences.IndexOf(span);
        var recorded = new RecordedClaim
        {
            Claim = claim,
            Document = document,
            Evidence = new(document.TextId, span, span.Slice(document.Text)),
            Before = at > 0 ? sentences[at - 1] : null,
            After = at + 1 < sentences.Length ? sentences[at + 1] : null,
        };
        _claims.Add(recorded);
        return recorded;
    }

    public RecordSnapshot Snapshot(DateOnly? asOf) => new()
    {
        AsOf = asOf,
        Documents = [.. _documents],
        Actors = _actors.ToFrozenDictionary(a => a.Key, StringComparer.Ordinal),
        Claims = [.. _claims],
    };

    public static TextSpan Find(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 ? new(at, at + words.Length) : throw new ArgumentException($"The text does not hold '{words}'.");
    }

    private static ImmutableArray<TextSpan> Sentences(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && i > start) spans.Add(new(start, i));
            if (text[i] == '\n') start = i + 1;
        }

        if (start < text.Length) spans.Add(new(start, text.Length));
        return spans.ToImmutable();
    }
}
