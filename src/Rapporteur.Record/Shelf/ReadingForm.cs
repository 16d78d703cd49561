using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A reading in few bytes, without its text: read many times as fast as the stored form. The same reading gives the same bytes.</summary>
internal static class ReadingForm
{
    /// <summary>Writes a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="room">How many bytes are left free before it.</param>
    internal static byte[] Write(DocumentReading reading, int room = 0)
    {
        var to = new CompactWriter();
        Write(to, reading);
        MarkForm.Write(to, reading);
        return to.ToArray(room);
    }

    /// <summary>Writes a reading among other things.</summary>
    internal static void Write(CompactWriter to, DocumentReading reading)
    {
        Document(to, reading.Document);
        to.Each(reading.Actors, actor =>
        {
            to.Word(actor.Id);
            to.Word(actor.Name);
            to.Number((int)actor.Kind);
            to.Word(actor.Role);
            to.Word(actor.Of);
            to.Word(actor.World);
            to.Flag(actor.IsMedium);
            to.Spans(actor.Mentions, 0);
        });
        var from = 0;
        to.Each(reading.Times, time =>
        {
            to.Span(time.Span, from);
            from = time.Span.Start;
            to.Number((int)time.Type);
            to.Word(time.Value);
            to.Word(time.Rule);
            to.Word(time.Timex);
            to.Word(time.Relation);
        });
        FacetForm.Write(to, reading.Facets);
        to.Spans(reading.Sentences, 0);
        to.Word(reading.Reader.Version);
        to.Word(reading.Reader.Fingerprint);
        to.Each(reading.Notes, note =>
        {
            to.Word(note.Code);
            to.Word(note.Message);
        });
        to.Word(reading.Error?.Code);
        if (reading.Error is { } error) to.Word(error.Message);
        ClaimForm.Write(to, reading.Claims);
    }

    /// <summary>The reading; its claims are read when they are asked for.</summary>
    /// <param name="from">What was written, and nothing else.</param>
    /// <param name="text">The text that the ledger keeps beside it.</param>
    internal static DocumentReading Open(CompactReader from, string text) => Rest(from, text) with { LaterClaims = new ReadingClaims(from) };

    /// <summary>The reading.</summary>
    /// <param name="from">What was written among other things.</param>
    /// <param name="text">The text that the ledger keeps beside it.</param>
    internal static DocumentReading Read(CompactReader from, string text) => Rest(from, text) with { Claims = ClaimForm.Read(from) };

    private static DocumentReading Rest(CompactReader from, string text)
    {
        var document = Document(from, text);
        var actors = from.Many(static r => new Actor
        {
            Id = r.Known(),
            Name = r.Known(),
            Kind = (ActorKind)r.Number(),
            Role = r.Word(),
            Of = r.Word(),
            World = r.Word(),
            IsMedium = r.Flag(),
            Mentions = r.Spans(0),
        });
        var times = Times(from);
        var facets = FacetForm.Read(from);
        var sentences = from.Spans(0);
        var reader = new ReaderIdentity(from.Known(), from.Known());
        var notes = from.Many(static r => new ReadingNote(r.Known(), r.Known()));
        return new()
        {
            Document = document,
            Actors = actors,
            Times = times,
            Facets = facets,
            Sentences = sentences,
            Reader = reader,
            Notes = notes,
            Error = from.Word() is { } code ? new(code, from.Known()) : null,
        };
    }

    private static void Document(CompactWriter to, SourceDocument document)
    {
        to.Once(document.Id);
        to.Once(document.TextId);
        to.Once(document.Source);
        to.Word(document.Title);
        to.Word(document.Publisher);
        to.Date(document.Published.Value);
        to.Number((int)document.Published.Basis);
        to.Word(document.Published.Reason);
        to.Number((int)document.Marking);
        to.Word(document.Grade?.ToString());
        to.Word(document.Language);
        to.Word(document.Rights);
        to.Each(document.Zones, zone =>
        {
            to.Span(zone.Span, 0);
            to.Number((int)zone.Kind);
        });
    }

    private static SourceDocument Document(CompactReader from, string text) => new()
    {
        Id = from.Once(),
        TextId = from.Once(),
        Source = from.Once(),
        Text = text,
        Title = from.Word(),
        Publisher = from.Word(),
        Published = new(from.Date(), (DateBasis)from.Number(), from.Word()),
        Marking = (Marking)from.Number(),
        Grade = AdmiraltyGrade.Parse(from.Word()),
        Language = from.Known(),
        Rights = from.Word(),
        Zones = from.Many(static r => new Zone(r.Span(0), (ZoneKind)r.Number())),
    };

    private static ImmutableArray<TimeExpression> Times(CompactReader from)
    {
        var start = 0;
        return from.Many(r =>
        {
            var span = r.Span(start);
            start = span.Start;
            return new TimeExpression(span, (TimeType)r.Number(), r.Known(), r.Known()) { Timex = r.Word(), Relation = r.Word() };
        });
    }
}
