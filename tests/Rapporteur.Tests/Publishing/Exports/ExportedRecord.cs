using System.Text;
using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A small record, built with <c>add</c>, for what is exported from it.</summary>
public sealed class ExportedRecord : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The record.</summary>
    public string File => _folder.File("talks.db");

    /// <summary>A record without documents that say anything.</summary>
    public string Empty => _folder.File("empty.db");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        static string Line(string id, string source, string publisher, string published, string text) => JsonSerializer.Serialize(new { id, source, publisher, published, text }) + "\n";
        var lines = Line("1", "https://gazette.example/harbour?a=1&b=2", "=HYPERLINK(\"http://a.example\")", "2031-03-07",
                "🕊 Norway demanded on Tuesday that Sweden open the harbour by 28 March. Sweden rejected the demand. The foreign ministers of Norway and Sweden met in Oslo on 6 March. \"We will not accept <it>, and we said so; nobody listened,\" the Swedish minister said. Norway imposed sanctions on Swedish fish.\n")
            + Line("2", "notes/valley.txt", "Lakes & Fjords", "2031-03-12",
                "Sweden offered Norway a weekly ferry. Norway and Sweden will hold talks in Bergen in April. Norway gave Sweden until 30 March to leave the valley. Norwegian forces shelled the village of Åsnes on 9 March. The Swedish minister will visit Oslo on 20 March.\n");
        var added = await Call.With(lines, "add", "-", "--record", File);
        Assert.True(added.Code == 0, added.Error);
        await Call.Of("add", _folder.Write("note.txt", "It rained on the hills for a week.\n"), "--record", Empty);
    }

    /// <summary>What a call of <c>export</c> prints of the record, the same bytes twice and in a file.</summary>
    internal async Task<string> Export(params string[] args)
    {
        var first = await Call.Of(["export", "--record", File, .. args]);
        Assert.True(first.Code == 0, first.Error);
        Assert.Equal(first.Out, (await Call.Of(["export", "--record", File, .. args, "--threads", "1"])).Out);
        Assert.Equal(0, (await Call.Of(["export", "--record", File, .. args, "-o", _folder.File("out")])).Code);
        Assert.Equal(Encoding.UTF8.GetBytes(first.Out), await System.IO.File.ReadAllBytesAsync(_folder.File("out")));
        return first.Out;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
