using System.Text.Json;
using System.Text.RegularExpressions;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What is written has its fields named in the documents on formats.</summary>
public sealed partial class FormatDocumentTests
{
    [Fact]
    public void Every_field_of_the_schema_is_named()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs", "formats", "reading.schema.json")));
        var root = schema.RootElement;
        var lines = Rows("interchange.md");
        AllNamed(root.GetProperty("properties"), lines["line"]);
        foreach (var (part, row) in new[] { ("document", "`document`"), ("actor", "actor"), ("time", "time"), ("span", "span") })
            AllNamed(root.GetProperty("$defs").GetProperty(part).GetProperty("properties"), lines[row]);
        AllNamed(root.GetProperty("$defs").GetProperty("claim").GetProperty("properties"), Text("claims.md"));
    }

    [Fact]
    public async Task Every_list_has_the_fields_that_the_table_names_and_no_others()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("talks.db");
        Assert.Equal(0, (await Call.Of("add", Repository.File("samples", "ukraine-2025"), "--record", record)).Code);
        var rows = Rows("lists.md");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in new[] { "threads", "deadlines", "positions", "positions --by-issue", "disputes", "tallies", "diff --since 2025-09-01" })
        {
            var printed = await Call.Of([.. call.Split(' '), "--record", record, "--json"]);
            Assert.Equal(0, printed.Code);
            foreach (var line in printed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var json = JsonDocument.Parse(line);
                var kind = json.RootElement.GetProperty("kind").GetString()!;
                seen.Add(kind);
                var cells = rows[$"`{kind}`"].Split('|');
                Assert.Contains($"`{call.Split(" --since")[0]}`", cells[2], StringComparison.Ordinal);
                Assert.Equal(Named(cells[3]), Keys(json.RootElement).Except(["kind", "key", "name", "claims", "accounts"]));
                if (!json.RootElement.TryGetProperty("accounts", out var accounts)) continue;
                foreach (var account in accounts.EnumerateArray()) Assert.Equal(Named(cells[4]), Keys(account).Except(["party", "name", "claims"]));
            }
        }

        Assert.Equal(rows.Keys.Where(k => k[0] == '`').Select(k => k.Trim('`')).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_of_a_brief_is_named()
    {
        var text = File.ReadAllText(Repository.File("docs", "brief.md"));
        text = text[text.IndexOf("## JSON", StringComparison.Ordinal)..];
        using var brief = JsonDocument.Parse(new JsonBrief().Export(Brief.From(RiverTalks.Snapshot(), null, RiverTalks.Deadlocks(), TallyFold.Of(RiverTalks.Snapshot()))));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Gather(brief.RootElement, keys);
        Assert.True(keys.Count > 50);
        Assert.All(keys, key => Assert.Matches($@"\b{key}\b", text));
    }

    [Fact]
    public void Every_table_of_a_record_and_every_column_is_named()
    {
        var rows = Rows("ledger.md");
        using var file = RecordFile.Filled(1);
        using var ledger = Ledger.Open(file.Path, RecordFile.Host);
        var sql = ledger.Store.Sql;
        var tables = sql.All("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_index\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'", row => row.GetString(0)).ToList();
        Assert.True(tables.Count >= 12);
        foreach (var table in tables)
            Assert.All(sql.All($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0)), column => Assert.Contains($"`{column}`", rows[$"`{table}`"], StringComparison.Ordinal));
    }

    private static string Text(string name) => File.ReadAllText(Repository.File("docs", "formats", name));

    // Lines of tables by their first cell.
    private static Dictionary<string, string> Rows(string name) => Text(name).Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).GroupBy(l => l.Split('|')[1].Trim(), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static void AllNamed(JsonElement properties, string text) =>
        Assert.All(properties.EnumerateObject(), p => Assert.Contains($"`{p.Name}`", text, StringComparison.Ordinal));

    private static IEnumerable<string> Named(string cell) => Ticked().Matches(cell).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Keys(JsonElement item) => item.EnumerateObject().Select(p => p.Name);

    private static void Gather(JsonElement item, HashSet<string> keys)
    {
        if (item.ValueKind == JsonValueKind.Array)
            foreach (var one in item.EnumerateArray()) Gather(one, keys);
        if (item.ValueKind != JsonValueKind.Object) return;
        foreach (var property in item.EnumerateObject())
        {
            keys.Add(property.Name);
            Gather(property.Value, keys);
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Ticked();
}
