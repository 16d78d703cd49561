using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ColdThreadsTests
{
    private static readonly string[] Texts =
    [
        "The minister said on Friday that the talks were to be held next week.",
        "They will meet within two weeks and sign by Monday.",
        "The deadline that was set for 3 May passed; a new one is being planned for June.",
        "Since March 2024 the two sides had met every month.",
    ];

    [Fact]
    public void The_first_documents_of_a_new_annotator_read_the_same_on_any_number_of_threads()
    {
        for (var round = 0; round < 12; round++)
        {
            var fresh = new TimeAnnotator(DataFolder.Shipped);
            var read = new string[64];
            Parallel.For(0, read.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => read[i] = Times(fresh, Texts[i % Texts.Length]));
            var alone = new TimeAnnotator(DataFolder.Shipped);
            for (var i = 0; i < read.Length; i++) Assert.Equal(Times(alone, Texts[i % Texts.Length]), read[i]);
        }
    }

    private static string Times(TimeAnnotator annotator, string text)
    {
        var source = new SourceDocument { Id = "", TextId = "", Source = "", Text = text, Published = new(Edtf.Parse("2025-08-06"), DateBasis.Given) };
        return string.Join('\n', annotator.Annotate(new AnnotatedDocument { Source = source }).Times.Select(time => $"{time.Span} {time.Value} {time.Rule}"));
    }
}
