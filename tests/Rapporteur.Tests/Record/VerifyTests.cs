using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class VerifyTests
{
    [Fact]
    public void A_sound_record_has_no_difference()
    {
        using var file = RecordFile.Filled(3);
        using var ledger = Ledger.Open(file.Path, RecordFile.Host, readOnly: true);
        Assert.Empty(ledger.Verify());
    }

    [Theory]
    [InlineData("DROP TRIGGER body_no_update; UPDATE body SET bytes = CAST(replace(CAST(bytes AS TEXT), 'talks', 'walks') AS BLOB)", DifferenceKind.Content)]
    [InlineData("DROP TRIGGER body_no_update; UPDATE body SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"quote\":\"', '\"quote\":\"!') AS BLOB)", DifferenceKind.Quote)]
    [InlineData("DROP TRIGGER event_no_update; UPDATE event SET payload = replace(payload, 'follows', 'followed') WHERE sequence = 2", DifferenceKind.Event)]
    [InlineData("DROP TRIGGER event_no_update; UPDATE event SET recorded = '2001-01-01T00:00:00.000Z' WHERE sequence = 3", DifferenceKind.Event)]
    [InlineData("DROP TRIGGER event_no_delete; DELETE FROM event WHERE sequence = 2", DifferenceKind.Chain)]
    [InlineData("DROP TRIGGER event_no_update; UPDATE event SET previous = 'sha256:0' WHERE sequence = 2", DifferenceKind.Chain)]
    [InlineData("DELETE FROM content WHERE rowid = 2", DifferenceKind.Missing)]
    [InlineData("DELETE FROM body WHERE rowid = 2", DifferenceKind.Missing)]
    [InlineData("UPDATE standing SET since = '2001-01-01T00:00:00.000Z' WHERE rowid = 1", DifferenceKind.Projection)]
    [InlineData("UPDATE version SET marking = 1 WHERE rowid = 1", DifferenceKind.Projection)]
    [InlineData("INSERT INTO text_index (rowid, words) VALUES (99, 'invented')", DifferenceKind.Projection)]
    [InlineData("INSERT INTO text_index (text_index) VALUES ('delete-all')", DifferenceKind.Projection)]
    [InlineData("INSERT INTO absent (event, why) VALUES ('sha256:0', 'marking')", DifferenceKind.Projection)]
    public void Tampering_is_found(string statement, DifferenceKind kind)
    {
        using var file = RecordFile.Filled(3);
        LedgerTests.Run(file.Path, statement);
        using var ledger = Ledger.Open(file.Path, RecordFile.Host, readOnly: true);
        Assert.Contains(ledger.Verify(), d => d.Kind == kind);
    }

    [Fact]
    public void A_damaged_text_is_named_when_it_is_needed()
    {
        using var file = RecordFile.Filled(3);
        LedgerTests.Run(file.Path, "DELETE FROM body WHERE rowid = 2");
        using var ledger = Ledger.Open(file.Path, RecordFile.Host);
        Assert.Equal(RecordFault.Corrupt, Assert.Throws<RecordException>(() => ledger.Readings()).Fault);
    }

    [Fact]
    public void A_citation_is_compared_to_the_letter()
    {
        var document = RandomReading.Of(5).Document;
        Citation Cite(int start, int end, string quote) => new(document.TextId, new(start, end), quote);
        Assert.Empty(CitationVerification.Check([Cite(0, 3, document.Text[..3])], [document]));
        var found = CitationVerification.Check(
            [Cite(0, 3, "xyz"), Cite(0, document.Text.Length + 1, "a"), Cite(0, 3, document.Text[..3]) with { TextId = "sha256:other" }], [document]);
        Assert.Equal([DifferenceKind.Quote, DifferenceKind.Span, DifferenceKind.Missing], found.Select(d => d.Kind));
    }

    [Fact]
    public void A_text_that_is_not_the_cited_one_is_found_by_its_hash()
    {
        var document = RandomReading.Of(5).Document;
        var altered = document with { Text = document.Text + "!" };
        Assert.Equal(DifferenceKind.Content, Assert.Single(CitationVerification.Check([new(document.TextId, new(0, 1), document.Text[..1])], [altered])).Kind);
    }
}
