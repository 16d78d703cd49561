using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The articles of all cases, read once by <c>rapporteur read</c>, each case in a record of its own.</summary>
public sealed class MechanismShelf : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _records = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var sources = Directory.CreateDirectory(_folder.File("sources")).FullName;
        foreach (var (one, at) in MechanismCase.All.Select((c, i) => (c, i)))
            foreach (var (document, number) in one.Documents.Select((d, i) => (d, i)))
            {
                var day = document.Day.Length > 0 ? $"date: {document.Day}\n" : "";
                await File.WriteAllTextAsync(Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"{at:D3}-{number}.md")), $"---\n{day}publisher: {document.Publisher.Replace(" | ", "\nrights: ", StringComparison.Ordinal)}\n---\n\n{document.Text}");
            }

        var read = await Call.Of("read", sources, "--json");
        foreach (var line in read.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var source = Path.GetFileName(JsonNode.Parse(line)!["document"]!["source"]!.GetValue<string>());
            var id = MechanismCase.All[int.Parse(source.AsSpan(0, 3), CultureInfo.InvariantCulture)].Id;
            if (!_lines.TryGetValue(id, out var lines)) _lines.Add(id, lines = []);
            lines.Add(line);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What a call prints for a case, one object a line; for <c>brief</c> its lines and cards, for <c>read</c> the documents with words in place of spans.</summary>
    internal async Task<List<JsonNode>> Ask(MechanismCase one, MechanismCall call)
    {
        if (call.Words[0] == "read") return [.. _lines[one.Id].Select(l => Spelled.Out(JsonNode.Parse(l)!))];
        var record = _records.GetOrAdd(one.Id, _ => _folder.File(string.Create(CultureInfo.InvariantCulture, $"{MechanismCase.All.IndexOf(one):D3}.db")));
        if (!File.Exists(record))
        {
            var ndjson = record + ".ndjson";
            await File.WriteAllLinesAsync(ndjson, _lines[one.Id]);
            var import = await Call.Of("import", ndjson, "--record", record);
            Assert.True(import.Code == 0, import.Error);
        }

        if (call.Words[0] == "brief")
        {
            var brief = record + ".json";
            var made = await Call.Of([.. call.Words, "--record", record, "-o", brief]);
            Assert.True(made.Code == 0, made.Error);
            return BriefLines.Of(JsonNode.Parse(await File.ReadAllTextAsync(brief))!);
        }

        var list = await Call.Of(call.Words[0] == "export" ? [.. call.Words, "--record", record] : [.. call.Words, "--record", record, "--json"]);
        Assert.True(list.Code == 0, list.Error);
        return [.. list.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }
}
