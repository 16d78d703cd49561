using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Plugs;

/// <summary>A run of sentences that is handed over at once.</summary>
/// <param name="Span">Where it stands.</param>
internal readonly record struct Passage(TextSpan Span)
{
    /// <summary>The passages of a document: whole sentences, up to a length; headlines, captions and furniture left out.</summary>
    public static IEnumerable<Passage> Of(AnnotatedDocument document, int length)
    {
        TextSpan? open = null;
        foreach (var sentence in document.Sentences)
        {
            var told = sentence.Zone is ZoneKind.Body or ZoneKind.Summary;
            if (open is { } span && (!told || sentence.Span.End - span.Start > length))
            {
                yield return new(span);
                open = null;
            }

            if (told) open = open?.Cover(sentence.Span) ?? sentence.Span;
        }

        if (open is { } last) yield return new(last);
    }

    /// <summary>The passage as the model gets it: date, the actors that it names, and its words between two lines.</summary>
    public string Words(AnnotatedDocument document)
    {
        var span = Span;
        var words = new StringBuilder();
        if (document.Source.Published.Value is { IsUnknown: false } published) words.Append("Published: ").Append(published.Value).Append('\n');
        words.Append("Actors:\n");
        foreach (var actor in document.Actors)
        {
            if (!actor.Mentions.Any(span.Contains)) continue;
            words.Append(actor.Id).Append(" = ").Append(actor.Name);
            if (actor.Role is { } role) words.Append(", ").Append(role);
            words.Append('\n');
        }

        return words.Append("Passage:\n----\n").Append(document.Text, Span.Start, Span.Length).Append("\n----\n").ToString();
    }
}
