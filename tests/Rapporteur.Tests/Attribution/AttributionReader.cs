using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Tests;

/// <summary>Reads who said what in a sample text, with the actors that the test names.</summary>
internal static class AttributionReader
{
    private static readonly DataFolder Data = new(Repository.File("data"));
    private static readonly TextAnnotator Text = new(Data);
    private static readonly SyntaxAnnotator Syntax = new(Data);
    private static readonly AttributionAnnotator Attributions = new(Data);

    public static AnnotatedDocument Read(string text, params string[] names)
    {
        var document = new AnnotatedDocument { Source = new SourceDocument { Id = "sha256:0", TextId = "sha256:0", Source = "test", Text = text } };
        document = Syntax.Annotate(Text.Annotate(document));
        return Attributions.Annotate(document with { Actors = [.. names.Select(Actor)], Mentions = Mentions(document, names) });
    }

    /// <summary>An actor named like "envoy" is a person, its id the name.</summary>
    private static Actor Actor(string name) => new() { Id = name, Name = name, Kind = name == "reporters" ? ActorKind.Unnamed : ActorKind.Person };

    private static ImmutableArray<Mention> Mentions(AnnotatedDocument document, string[] names)
    {
        var mentions = new List<Mention>();
        foreach (var name in names)
        {
            for (var at = document.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, at + name.Length);
                var head = Enumerable.Range(0, document.Tokens.Length).Last(token => span.Contains(document.Tokens[token].Span));
                mentions.Add(new Mention(span, name, head, MentionKind.Name));
            }
        }

        return [.. mentions.OrderBy(mention => mention.Span)];
    }
}
