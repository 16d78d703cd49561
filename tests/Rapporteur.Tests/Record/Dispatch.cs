using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A short article in the making: sentences of the test with the claims that a reader would find in them. Northland (n) with its envoy
/// Ada Lind and its minister Per Holm talks with Westmark (w) and its president Jo Verhey; Oxbow (o) looks on.</summary>
internal sealed class Dispatch
{
    private static readonly Actor[] Cast =
    [
        Actor("n", "Northland", ActorKind.State, null), Actor("w", "Westmark", ActorKind.State, null), Actor("o", "Oxbow", ActorKind.State, null),
        Actor("lind", "Ada Lind", ActorKind.Person, "n"), Actor("holm", "Per Holm", ActorKind.Person, "n"), Actor("verhey", "Jo Verhey", ActorKind.Person, "w"),
    ];

    private readonly List<TextSpan> _sentences = [];
    private readonly List<Claim> _claims = [];
    private readonly List<Actor> _cast = [.. Cast];
    private readonly string? _day;
    private readonly string? _publisher;
    private readonly string _source;
    private string _text = "";

    public Dispatch(string? day, string? source = null, string? publisher = null) =>
        (_day, _source, _publisher) = (day, source ?? $"{day}.txt", publisher);

    public Dispatch Knows(Actor actor)
    {
        _cast.Add(actor);
        return this;
    }

    public Dispatch Says(string sentence, params ReadOnlySpan<Func<Line, Claim>> claims)
    {
        var start = _text.Length == 0 ? 0 : _text.Length + 1;
        _text = _text.Length == 0 ? sentence : $"{_text} {sentence}";
        var span = new TextSpan(start, _text.Length);
        _sentences.Add(span);
        foreach (var claim in claims) _claims.Add(claim(new(sentence, span, _claims.Count)));
        return this;
    }

    public DocumentReading Reading() => new()
    {
        Document = new()
        {
            Id = ContentHash.Of("raw " + _source + _text),
            TextId = ContentHash.Of(_text),
            Source = _source,
            Text = _text,
            Publisher = _publisher,
            Language = "en",
            Published = _day is null ? PublicationDate.None : new(Edtf.Parse(_day), DateBasis.Given),
        },
        Actors = [.. _cast.Select(a => a with { Mentions = Mentions(a) })],
        Claims = [.. _claims.Select(c => c with { Id = ContentHash.Key(_text, c.Id) })],
        Sentences = [.. _sentences],
        Reader = new("1", "1"),
    };

    public static Actor Actor(string id, string name, ActorKind kind, string? of) => new() { Id = id, Name = name, Kind = kind, Of = of };

    public static RecordSnapshot Snapshot(params ReadOnlySpan<Dispatch> dispatches) => SnapshotOn(null, dispatches);

    public static RecordSnapshot SnapshotOn(string? day, params ReadOnlySpan<Dispatch> dispatches)
    {
        var readings = new List<DocumentReading>();
        foreach (var dispatch in dispatches) readings.Add(dispatch.Reading());
        return new SnapshotProjection().Fold(readings, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    private ImmutableArray<TextSpan> Mentions(Actor actor)
    {
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = _text.IndexOf(actor.Name, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(actor.Name, at + 1, StringComparison.Ordinal))
            found.Add(new(at, at + actor.Name.Length));
        return found.DrainToImmutable();
    }

    /// <summary>A sentence while its claims are made.</summary>
    internal sealed class Line(string sentence, TextSpan span, int number)
    {
        public TextSpan Words(string words)
        {
            var at = sentence.IndexOf(words, StringComparison.Ordinal);
            Assert.True(at >= 0, words);
            return new(span.Start + at, span.Start + at + words.Length);
        }

        public Claim Claim(ClaimType type, string? by, string? what = null) => new()
        {
            Id = $"{number}",
            Type = type,
            By = by,
            Evidence = span,
            Trigger = span,
            What = what is null ? null : Words(what),
            Rule = "test",
            Voice = by is null or "narrator" ? Voice.Reporter : Voice.Party,
        };

        public Claim Meeting(ClaimStatus status, string? by, string[] with, string? when = null, string? where = null, MeetingForm form = MeetingForm.Talks) =>
            Claim(ClaimType.Meeting, by) with { Participants = [.. with], Status = status, Form = form, When = Edtf.Parse(when), Where = where };
    }
}
