using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The reader as a filter of NDJSON in a pipe.</summary>
public sealed class FilterTests
{
    private const string Words = "Norway demanded on Tuesday that Sweden open the harbour by 28 March. Sweden rejected the demand.";

    [Fact]
    public async Task Empty_input_gives_empty_output()
    {
        foreach (var input in new[] { "", "\n\n", "\ufeff" })
        {
            var told = await Call.With(input, "read", "-", "--json");
            Assert.Equal((0, ""), (told.Code, told.Out));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public async Task Every_line_gives_one_line_in_its_order_whatever_stands_in_others(string threads)
    {
        var input = string.Concat(Enumerable.Range(0, 40).Select(i => i % 10 == 3 ? "no json\n" : i % 10 == 5 ? "{\"id\":\"e" + i + "\",\"text\":\"\"}\n" : Line($"a{i}", i % 7 == 0 ? Words : $"{Words} It was letter number {i}.") + "\n"));
        var told = await Call.With(input, "read", "-", "--json", "--threads", threads);
        Assert.Equal(1, told.Code);
        var sources = told.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("document").GetProperty("source").GetString());
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i % 10 == 3 ? $"-:{i + 1}" : i % 10 == 5 ? $"e{i}" : $"a{i}"), sources);
    }

    [Fact]
    public async Task Two_documents_of_one_id_are_two_lines_and_one_text_is_one_document_of_a_record()
    {
        using var folder = new TemporaryFolder();
        var told = await Call.With(Line("a", Words) + "\n" + Line("a", Words + " More.") + "\n" + Line("b", Words) + "\n", "read", "-", "--json");
        Assert.Equal(3, told.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("2 added, 0 read anew, 1 known", (await Call.With(told.Out, "import", "-", "--record", folder.File("r.db"))).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named_and_passed_over()
    {
        var told = await Call.With(Line("a", Words) + "\n" + Line("huge", new string('x', 21 << 20)) + "\n" + Line("b", Words) + "\n", "read", "-", "--json");
        var lines = told.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((1, 3), (told.Code, lines.Length));
        Assert.Equal("too-large", JsonDocument.Parse(lines[1]).RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("-:2", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_reader_of_the_pipe_goes_away_the_program_ends_at_once_and_without_complaint()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the pipe is watched on Unix alone");
        using var program = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "rapporteur"), ["read", "-", "--json"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        program.StandardOutput.Close();
        // Without an end of the input: only the lost pipe can end it.
        var line = Line("a", Words);
        var written = 0;
        try
        {
            for (; written < 5000 && !program.HasExited; written++) await program.StandardInput.WriteLineAsync(line);
        }
        catch (IOException)
        {
            // It has ended and reads no more.
        }

        await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(written < 5000);
        Assert.Equal((0, ""), (program.ExitCode, await errors));
    }

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text, published = "2031-03-07" });
}
