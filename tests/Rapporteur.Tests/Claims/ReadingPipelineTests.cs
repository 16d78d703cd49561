using System.Collections.Immutable;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class ReadingPipelineTests
{
    [Fact]
    public void An_annotator_without_what_it_requires_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ReadingPipeline([new Needy()], () => ""));

    [Fact]
    public void A_failure_is_part_of_the_reading()
    {
        var reading = new ReadingPipeline([new Broken()], () => "").Read(SampleReader.Document("Some text."), TestContext.Current.CancellationToken);
        Assert.Equal("failed", reading.Error?.Code);
    }

    [Fact]
    public void A_text_in_another_language_is_kept_and_not_read()
    {
        var document = SampleReader.Document("Der Minister reist nach Genf.") with { Language = "de" };
        var reading = new ReadingPipeline([], () => "").Read(document, TestContext.Current.CancellationToken);
        Assert.Equal("not-english", reading.Error?.Code);
        Assert.Equal(document.Text, reading.Document.Text);
    }

    [Fact]
    public void An_empty_text_holds_no_sentence() =>
        Assert.Equal("no-sentence", new ReadingPipeline([], () => "").Read(SampleReader.Document(" \n "), TestContext.Current.CancellationToken).Error?.Code);

    private sealed class Needy : IAnnotator
    {
        public ImmutableArray<Annotation> Requires => [Annotation.Syntax];

        public ImmutableArray<Annotation> Provides => [];

        public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default) => document;
    }

    private sealed class Broken : IAnnotator
    {
        public ImmutableArray<Annotation> Requires => [];

        public ImmutableArray<Annotation> Provides => [];

        public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default) => throw new InvalidOperationException("broken");
    }
}
