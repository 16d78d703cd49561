using System.Text.Json;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ReadCommandTests
{
    private const string Line = """{"id":"n1","source":"note-1","title":"A note","published":"2025-08-22","text":"Lavrov said on Friday that Russia would not accept foreign troops in Ukraine."}""";

    [Fact]
    public async Task Lines_on_standard_input_come_out_in_their_order()
    {
        var second = Line.Replace("note-1", "note-2", StringComparison.Ordinal).Replace("n1", "n2", StringComparison.Ordinal).Replace("on Friday", "on Monday", StringComparison.Ordinal);
        var call = await Call.With(Line + "\n" + second + "\n", "read", "-", "--json");
        Assert.Equal(0, call.Code);
        var lines = call.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(["note-1", "note-2"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetProperty("source").GetString()));
    }

    [Fact]
    public async Task The_output_is_the_interchange_format()
    {
        var call = await Call.With(Line, "read", "-", "--json");
        var parse = ReadingReader.Read(call.Out.Trim());
        Assert.Null(parse.Error);
        Assert.Contains(parse.Reading!.Claims, claim => claim.Type == ClaimType.Statement);
        Assert.Equal("2025-08-22", parse.Reading.Document.Published.Value!.Value);
    }

    [Fact]
    public async Task A_broken_line_becomes_an_error_line_and_the_rest_goes_on()
    {
        var call = await Call.With("{not json\n" + Line, "read", "-", "--json");
        Assert.Equal(1, call.Code);
        var lines = call.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("\"error\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"claims\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_path_is_named_with_exit_code_1()
    {
        var call = await Call.Of("read", "no-such-file.txt");
        Assert.Equal(1, call.Code);
        Assert.Contains("no-such-file.txt", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_another_language_is_kept_and_not_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("fr.txt", "Le ministre des affaires étrangères a déclaré que la Russie ne veut pas la paix et que les sanctions seront maintenues. Les négociations doivent reprendre la semaine prochaine à Genève, selon un porte-parole du gouvernement.\n");
        var call = await Call.Of("read", file);
        Assert.Equal(1, call.Code);
        Assert.Contains("not-english", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "--nonsense")]
    [InlineData("nonsense")]
    [InlineData("brief", "x.txt", "--as-of", "soon")]
    [InlineData("read", "x.txt", "--threads", "0")]
    public async Task A_wrong_call_has_exit_code_2_and_says_so_on_standard_error(params string[] args)
    {
        var call = await Call.Of(args);
        Assert.Equal(2, call.Code);
        Assert.Empty(call.Out);
        Assert.NotEmpty(call.Error);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("add")]
    [InlineData("brief")]
    [InlineData("verify")]
    [InlineData("explain")]
    [InlineData("evaluate")]
    [InlineData("train")]
    public async Task Help_shows_examples(string command)
    {
        var call = await Call.Of(command, "--help");
        Assert.Equal(0, call.Code);
        Assert.Contains("Examples:", call.Out, StringComparison.Ordinal);
        Assert.Contains("rapporteur " + command, call.Out, StringComparison.Ordinal);
    }
}
