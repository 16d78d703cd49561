using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

[Collection("Sockets")]
public sealed class SecondReaderTests
{
    private const string Text = "France urged Italy to return to the talks. Italy's foreign minister said that the road would reopen by Friday. \"We will not accept foreign troops,\" he said.";
    private const string Demand = "France urged Italy to return to the talks.";

    [Fact]
    public void A_claim_that_quotes_the_text_is_taken_with_the_spans_of_the_text()
    {
        using var model = new StubModel(StubAnswer.Claims(new { type = "demand", evidence = "France  urged Italy\nto return to the talks.", trigger = "urged", by = "France", to = new[] { "Italy" }, what = "return to the talks" }));
        var claim = Assert.Single(Second(Read(model)));
        Assert.Equal(Demand, claim.Evidence.Slice(Text));
        Assert.Equal("urged", claim.Trigger.Slice(Text));
        Assert.Equal("return to the talks", claim.What!.Value.Slice(Text));
        Assert.Equal("stub", claim.Origin);
        Assert.Equal(ClaimKey.Of(ContentHash.Of(Text), ClaimType.Demand, claim.Trigger, claim.Evidence), claim.Id);
    }

    [Fact]
    public void Claims_of_the_first_reader_stay_as_they_are()
    {
        using var model = new StubModel(StubAnswer.Claims(new { type = "threat", evidence = Demand, trigger = "urged" }));
        Assert.Equal(SampleReader.Read(Text).Claims.Select(c => c.Id), Read(model).Claims.Where(c => c.Origin is null).Select(c => c.Id));
    }

    [Fact]
    public void A_liar_is_refused_and_counted_by_reason()
    {
        using var model = new StubModel(StubAnswer.Claims(
            new { type = "demand", evidence = "France begged Italy to return to the talks.", trigger = "begged" },
            new { type = "demand", evidence = Demand, trigger = "ordered" },
            new { type = "demand", evidence = Demand, trigger = "said" },
            new { type = "demand", evidence = Demand, trigger = "urge" },
            new { type = "demand", evidence = Demand, trigger = "urged", what = "the road would reopen" },
            new { type = "wish", evidence = Demand, trigger = "urged" },
            new { type = "demand", evidence = Demand, trigger = "urged", by = "Narnia" },
            new { type = "demand", evidence = Demand, trigger = "urged", by = "a99" },
            new { type = "demand", evidence = Demand, trigger = "urged", by = "road" },
            new { type = "meeting", evidence = Demand, trigger = "talks", status = "imposed" },
            new { type = "demand", evidence = Demand, trigger = "urged", polarity = "maybe" },
            new { type = "condition", evidence = Demand, trigger = "urged" },
            new { type = "demand", evidence = 7, trigger = "urged" },
            "no object",
            new { type = "demand", evidence = Demand, trigger = "urged" },
            new { type = "demand", evidence = Demand, trigger = "urged" }));
        var reading = Read(model);
        Assert.Single(Second(reading));
        Assert.Equal(
            "stub: 1 claims taken, 15 refused (malformed 2, unknown-type 1, evidence-not-in-text 1, trigger-not-in-evidence 3, field-not-in-evidence 1, field-missing 1, actor-not-in-text 2, actor-unknown 1, unknown-value 2, duplicate 1).",
            Assert.Single(reading.Notes).Message);
    }

    [Fact]
    public void A_model_dates_nothing_itself()
    {
        using var model = new StubModel(StubAnswer.Claims(new { type = "deadline", evidence = "Italy's foreign minister said that the road would reopen by Friday.", trigger = "by", time = "by Friday", due = "1999-01-01" }));
        var claim = Assert.Single(Second(Read(model)));
        Assert.Equal("by Friday", claim.Time!.Value.Slice(Text));
        Assert.Equal(Friday(), claim.Due!.Value);
    }

    [Fact]
    public void An_answer_in_a_code_block_is_read()
    {
        using var model = new StubModel(StubAnswer.Words($$"""```json{{"\n"}}{"claims":[{"type":"demand","evidence":"{{Demand}}","trigger":"urged"}]}{{"\n"}}```"""));
        Assert.Single(Second(Read(model)));
    }

    [Theory]
    [InlineData("There are no claims.")]
    [InlineData("{\"claims\": [")]
    [InlineData("{\"claims\": 3}")]
    [InlineData("[1]")]
    public void An_answer_that_is_not_what_was_asked_for_leaves_a_note(string words)
    {
        using var model = new StubModel(StubAnswer.Words(words));
        AssertFails(Read(model), ReaderNotes.Malformed);
    }

    [Fact]
    public void An_answer_that_was_cut_off_leaves_a_note()
    {
        using var model = new StubModel(StubAnswer.Words("{\"claims\":[]}", finish: "length"));
        AssertFails(Read(model), ReaderNotes.Malformed);
    }

    [Theory]
    [InlineData("<html>", 200, ReaderNotes.Malformed)]
    [InlineData("{}", 200, ReaderNotes.Malformed)]
    [InlineData("{\"choices\":[]}", 200, ReaderNotes.Malformed)]
    [InlineData("{}", 500, ReaderNotes.Status)]
    [InlineData("{}", 404, ReaderNotes.Status)]
    public void A_server_that_answers_wrongly_leaves_a_note(string body, int status, string code)
    {
        using var model = new StubModel(new StubAnswer(status, body));
        AssertFails(Read(model), code);
    }

    [Fact]
    public void A_server_that_hangs_is_left_after_its_time_and_not_asked_again()
    {
        using var model = new StubModel(StubAnswer.Silence);
        using var reader = Reader(model.Address, TimeSpan.FromSeconds(3));
        AssertFails(Read(reader), ReaderNotes.TimedOut);
        AssertFails(Read(reader), ReaderNotes.Unreachable);
        Assert.Single(model.Bodies);
    }

    [Fact]
    public void A_server_that_is_down_leaves_a_note()
    {
        string address;
        using (var model = new StubModel(StubAnswer.Silence)) address = model.Address;
        using var reader = Reader(address, TimeSpan.FromSeconds(20));
        AssertFails(Read(reader), ReaderNotes.Unreachable);
    }

    [Fact]
    public void A_redirect_is_not_followed()
    {
        using var elsewhere = new StubModel(StubAnswer.Claims());
        using var model = new StubModel(new StubAnswer(307, "", $"Location: {elsewhere.Address}/chat/completions\r\n"));
        AssertFails(Read(model), ReaderNotes.Status);
        Assert.Empty(elsewhere.Bodies);
    }

    [Fact]
    public void A_request_leaves_nothing_to_chance_and_hides_the_key_in_its_header()
    {
        using var model = new StubModel(StubAnswer.Claims());
        using var reader = new SecondReaderAnnotator(new(ReaderAddress.Parse(model.Address), "stub") { Key = "secret-key" }, DataFolder.Shipped);
        var reading = Read(reader);
        Assert.Contains("\"temperature\":0,\"seed\":1", model.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("Bearer secret-key", model.Heads[0], StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", model.Bodies[0] + ReadingWriter.Write(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_handed_over_in_whole_sentences()
    {
        using var model = new StubModel(StubAnswer.Claims());
        using var reader = new SecondReaderAnnotator(new(ReaderAddress.Parse(model.Address), "stub") { PassageLength = 60 }, DataFolder.Shipped);
        Read(reader);
        Assert.Equal(3, model.Bodies.Count);
        Assert.Contains(Demand, model.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_answers_give_the_same_bytes()
    {
        using var model = new StubModel(StubAnswer.Claims(new { type = "demand", evidence = Demand, trigger = "urged", by = "France" }, new { type = "offer", evidence = Demand, trigger = "return" }));
        Assert.Equal(ReadingWriter.Write(Read(model)), ReadingWriter.Write(Read(model)));
    }

    [Theory]
    [InlineData(Marking.Clear, true, true)]
    [InlineData(Marking.Green, true, true)]
    [InlineData(Marking.Unmarked, true, false)]
    [InlineData(Marking.Amber, true, false)]
    [InlineData(Marking.AmberStrict, true, false)]
    [InlineData(Marking.Red, false, false)]
    public void The_marking_decides_who_may_read(Marking marking, bool here, bool elsewhere)
    {
        Assert.Equal(here, HandlingRule.Allows(marking, ReaderAddress.Parse("http://localhost:11434/v1")));
        Assert.Equal(elsewhere, HandlingRule.Allows(marking, ReaderAddress.Parse("https://models.example.org/v1")));
    }

    [Fact]
    public void What_may_not_be_handed_over_never_reaches_the_server()
    {
        using var model = new StubModel(StubAnswer.Claims());
        using var reader = Reader(model.Address, TimeSpan.FromSeconds(20));
        var reading = SampleReader.Pipeline.Then(reader, "").Read(SampleReader.Document(Text) with { Marking = Marking.Red }, TestContext.Current.CancellationToken);
        Assert.Equal(ReaderNotes.Withheld, Assert.Single(reading.Notes).Code);
        Assert.Empty(model.Bodies);
        Assert.NotEmpty(reading.Claims);
    }

    [Theory]
    [InlineData("http://localhost:11434/v1", true, "http://localhost:11434/v1/chat/completions")]
    [InlineData("http://127.0.0.7:8080", true, "http://127.0.0.7:8080/chat/completions")]
    [InlineData("http://[::1]:8080/v1/", true, "http://[::1]:8080/v1/chat/completions")]
    [InlineData("https://models.example.org/v1/chat/completions", false, "https://models.example.org/v1/chat/completions")]
    [InlineData("https://localhost.example.org/v1", false, "https://localhost.example.org/v1/chat/completions")]
    [InlineData("https://10.0.0.1/v1", false, "https://10.0.0.1/v1/chat/completions")]
    public void An_address_knows_whether_it_is_this_machine(string text, bool local, string endpoint)
    {
        var address = ReaderAddress.Parse(text);
        Assert.Equal(local, address.IsLocal);
        Assert.Equal(endpoint, address.Endpoint.ToString());
    }

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("ftp://localhost/v1")]
    [InlineData("http://models.example.org/v1")]
    [InlineData("http://user:word@localhost/v1")]
    [InlineData("http://localhost/v1?key=1")]
    [InlineData("")]
    public void A_wrong_address_is_refused(string text) => Assert.Throws<FormatException>(() => ReaderAddress.Parse(text));

    [Fact]
    public void The_instructions_name_every_value_that_is_taken()
    {
        var words = string.Join('\n', DataFolder.Shipped.Lines("second-reader/instructions.txt"));
        Assert.All(EnumSpelling.All<ClaimType>().Concat(EnumSpelling.All<ClaimStatus>()).Concat(EnumSpelling.All<MeetingForm>()).Concat(EnumSpelling.All<Modality>()),
            value => Assert.Contains(value, words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("art", null)]
    [InlineData("party  now", "party\nnow")]
    [InlineData("Party now", null)]
    [InlineData("now", "now")]
    [InlineData(" ", null)]
    public void A_quote_stands_word_for_word_or_not_at_all(string words, string? found)
    {
        const string text = "a party\nnow";
        Assert.Equal(found, Quote.Find(text, new(0, text.Length), words)?.Slice(text));
    }

    private static string Friday() => SampleReader.Annotate(Text).Times.Single(time => time.Span.Slice(Text).EndsWith("Friday", StringComparison.Ordinal)).Date!.Value;

    private static IEnumerable<Claim> Second(DocumentReading reading) => reading.Claims.Where(claim => claim.Origin is not null);

    private static SecondReaderAnnotator Reader(string address, TimeSpan timeout) => new(new(ReaderAddress.Parse(address), "stub") { Timeout = timeout }, DataFolder.Shipped);

    private static DocumentReading Read(StubModel model)
    {
        using var reader = Reader(model.Address, TimeSpan.FromSeconds(20));
        return Read(reader);
    }

    private static DocumentReading Read(SecondReaderAnnotator reader) =>
        SampleReader.Pipeline.Then(reader, reader.Fingerprint).Read(SampleReader.Document(Text), TestContext.Current.CancellationToken);

    private static void AssertFails(DocumentReading reading, string code)
    {
        Assert.Null(reading.Error);
        Assert.Contains(code, reading.Notes.Select(note => note.Code));
        Assert.True(reading.Notes.Any(ReaderNotes.IsFailure));
        Assert.Equal(SampleReader.Read(Text).Claims.Select(claim => claim.Id), reading.Claims.Select(claim => claim.Id));
    }
}
