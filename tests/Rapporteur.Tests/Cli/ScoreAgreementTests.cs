using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ScoreAgreementTests
{
    [Fact]
    public async Task Evaluate_claims_prints_what_the_definition_of_the_score_prints()
    {
        var gold = SharedData.Find("gold");
        Assert.SkipUnless(gold is not null, SharedData.Missing);
        using var folder = new TemporaryFolder();
        var input = string.Join('\n', GoldFolder.Load(gold).Select(article => JsonSerializer.Serialize(new
        {
            id = article.Id,
            source = article.Id,
            title = article.Reading.Document.Title,
            published = article.Reading.Document.Published.Value?.Value,
            text = article.Reading.Document.Text,
        })));
        var read = await Call.With(input, "read", "-", "--json");
        Assert.Equal(0, read.Code);
        var output = folder.Write("read.ndjson", read.Out);
        var definition = Python(Path.Combine(gold, "score.py"), Path.Combine(gold, "articles"), output, Path.Combine(gold, "text"));
        Assert.SkipUnless(definition is not null, "python3, which runs the definition of the score, is not installed.");
        var ours = await Call.Of("evaluate", "claims", gold, "--read", output);
        var anew = await Call.Of("evaluate", "claims", gold);
        Assert.Equal(Lines(definition), Lines(ours.Out));
        Assert.Equal(Lines(definition), Lines(anew.Out));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Python(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
