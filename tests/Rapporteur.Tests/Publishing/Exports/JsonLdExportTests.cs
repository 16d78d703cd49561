using System.Text;
using System.Text.Json;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class JsonLdExportTests(ExportedRecord record) : IClassFixture<ExportedRecord>
{
    [Fact]
    public async Task Every_claim_is_found_by_its_place_and_by_its_words()
    {
        var graph = await Graph();
        var texts = (await record.Export()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => ReadingReader.Read(l).Reading!.Document)
            .ToDictionary(d => "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(d.TextId["sha256:".Length..])).TrimEnd('=').Replace('+', '-').Replace('/', '_'), d => d.Text);
        var claims = graph.Where(n => Is(n, "Claim")).ToList();
        Assert.NotEmpty(claims);
        foreach (var source in claims.Select(c => c.GetProperty("prov:wasDerivedFrom")))
        {
            var text = texts[source.GetProperty("oa:hasSource").GetProperty("@id").GetString()!];
            var (place, words) = (source.GetProperty("oa:hasSelector")[0], source.GetProperty("oa:hasSelector")[1]);
            var exact = words.GetProperty("oa:exact").GetString()!;
            var (start, end) = (place.GetProperty("oa:start").GetInt32(), place.GetProperty("oa:end").GetInt32());
            // The model counts code points, and the first text begins with one of two code units.
            Assert.Equal(exact, string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)));
            Assert.Contains(words.GetProperty("oa:prefix").GetString() + exact + words.GetProperty("oa:suffix").GetString(), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_is_pointed_at_is_there()
    {
        var graph = await Graph();
        var ids = graph.Select(n => n.GetProperty("@id").GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var node in graph)
        {
            foreach (var property in node.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && p.Name is not ("@type" or "publisher" or "prov:wasDerivedFrom")))
                foreach (var target in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray() : Enumerable.Repeat(property.Value, 1)) Assert.Contains(target.GetProperty("@id").GetString()!, ids);
        }

        var demand = graph.Single(n => Is(n, "Claim") && n.GetProperty("r:type").GetString() == "demand");
        Assert.Equal("Norway", graph.Single(n => n.GetProperty("@id").GetString() == demand.GetProperty("r:by")[0].GetProperty("@id").GetString()).GetProperty("name").GetString());
        Assert.All(graph.Where(n => Is(n, "Claim")), c => Assert.StartsWith("#reading-", c.GetProperty("prov:wasGeneratedBy").GetProperty("@id").GetString(), StringComparison.Ordinal));
        Assert.Equal("2031-03-07", graph.First(n => Is(n, "Article") && n.TryGetProperty("url", out _)).GetProperty("datePublished").GetString());
    }

    // Which properties there are, and of what: schema.org 29, PROV-O (W3C 2013), Web Annotation vocabulary (W3C 2017); inherited ones are spelled out.
    private static readonly Dictionary<string, string> Vocabulary = new()
    {
        ["Thing"] = "name identifier url",
        ["Person"] = "name identifier url",
        ["Country"] = "name identifier url",
        ["Organization"] = "name identifier url",
        ["Action"] = "name identifier url",
        ["Article"] = "name identifier url headline publisher datePublished inLanguage",
        ["SoftwareApplication"] = "name identifier url publisher datePublished inLanguage softwareVersion",
        ["Claim"] = "name identifier url headline publisher datePublished inLanguage text about appearance",
        ["prov:Agent"] = "",
        ["prov:SoftwareAgent"] = "",
        ["prov:Activity"] = "prov:wasAssociatedWith",
        ["prov:Entity"] = "prov:wasAttributedTo prov:wasGeneratedBy prov:wasDerivedFrom",
        ["oa:SpecificResource"] = "oa:hasSource oa:hasSelector",
        ["oa:TextPositionSelector"] = "oa:start oa:end",
        ["oa:TextQuoteSelector"] = "oa:exact oa:prefix oa:suffix",
    };

    [Fact]
    public async Task Every_type_and_property_is_one_of_its_vocabulary_or_ours_and_told()
    {
        var told = System.IO.File.ReadAllText(Repository.File("docs/formats/exports.md"));
        var (types, properties) = (new HashSet<string>(), new HashSet<string>());
        foreach (var node in await Graph()) Look(node);
        Assert.True(types.Count > 8 && properties.Count > 20);

        void Look(JsonElement node)
        {
            if (node.ValueKind == JsonValueKind.Array)
                foreach (var one in node.EnumerateArray()) Look(one);
            if (node.ValueKind != JsonValueKind.Object || node.EnumerateObject().All(p => p.Name == "@id")) return;
            var type = node.GetProperty("@type");
            string[] own = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
            Assert.All(own, t => Assert.Contains(t, Vocabulary.Keys));
            types.UnionWith(own);
            foreach (var property in node.EnumerateObject())
            {
                if (property.Name.StartsWith("r:", StringComparison.Ordinal)) Assert.Contains($"`{property.Name}`", told, StringComparison.Ordinal);
                else if (property.Name[0] != '@') Assert.True(own.Any(t => Vocabulary[t].Split(' ').Contains(property.Name)), $"{string.Join(", ", own)} has no {property.Name}.");
                properties.Add(property.Name);
                Look(property.Value);
            }
        }
    }

    private async Task<List<JsonElement>> Graph()
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(await record.Export("--format", "jsonld")));
        return [.. json.RootElement.GetProperty("@graph").EnumerateArray().Select(n => n.Clone())];
    }

    private static bool Is(JsonElement node, string type) => node.GetProperty("@type").EnumerateArray().Any(t => t.GetString() == type);
}
