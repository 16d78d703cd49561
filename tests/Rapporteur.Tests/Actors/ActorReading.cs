using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Reads a few sentences up to their actors.</summary>
internal static class ActorReading
{
    private static readonly Lazy<IAnnotator[]> Annotators = new(() => [new TextAnnotator(DataFolder.Shipped), new SyntaxAnnotator(DataFolder.Shipped), new ActorAnnotator(DataFolder.Shipped)]);

    public static IAnnotator[] Pipeline()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(DataFolder.Shipped.Root, SyntaxAnnotator.WeightsFile)), "The weights of the parser are not trained yet.");
        return Annotators.Value;
    }

    public static AnnotatedDocument Read(string text, string? day = null)
    {
        var document = new AnnotatedDocument
        {
            Source = new SourceDocument
            {
                Id = ContentHash.Of(text),
                TextId = ContentHash.Of(text),
                Source = "test",
                Text = text,
                Language = "en",
                Published = Edtf.Parse(day) is { } known ? new PublicationDate(known, DateBasis.Given) : PublicationDate.None,
            },
        };
        foreach (var annotator in Pipeline()) document = annotator.Annotate(document);
        return document;
    }

    public static Actor Named(this AnnotatedDocument document, string name) =>
        document.Actors.FirstOrDefault(actor => actor.Name == name)
        ?? throw new Xunit.Sdk.XunitException($"No actor \"{name}\" in: {string.Join(" | ", document.Actors.Select(actor => actor.Name))}");

    public static IEnumerable<string> Words(this AnnotatedDocument document, Actor actor) => actor.Mentions.Select(span => span.Slice(document.Text));
}
