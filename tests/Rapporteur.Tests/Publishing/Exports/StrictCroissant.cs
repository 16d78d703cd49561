using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rapporteur.Tests;

/// <summary>Reads a description of a data set as Croissant 1.0 has it and forgives nothing: throws <see cref="FormatException"/> with the rule that is broken. Its lists are spelled here anew: a reader that took them from
/// the writer would not see a wrong one.</summary>
internal static class StrictCroissant
{
    private const string Terms = "citeAs column data dataType examples extract field fileProperty fileObject fileSet format includes isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace separator source subField transform";
    private const string SchemaOrg = "name description license url creator datePublished dateModified version distribution inLanguage keywords publisher sameAs citation contentUrl contentSize encodingFormat sha256 containedIn";

    private static readonly (string Type, string[] Needed)[] Needs =
    [
        ("sc:Dataset", ["@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished"]),
        ("cr:FileObject", ["@id", "name", "contentUrl", "encodingFormat", "sha256"]),
        ("cr:RecordSet", ["@id", "field"]),
        ("cr:Field", ["@id", "dataType", "source"]),
    ];

    /// <summary>Checks a description with the files that lie beside it.</summary>
    /// <param name="json">The description.</param>
    /// <param name="file">The bytes of a file; null where it is not there.</param>
    public static void Read(JsonElement json, Func<string, byte[]?> file)
    {
        Context(json);
        Must(Text(json, "@type") == "sc:Dataset" && Text(json, "conformsTo") == "http://mlcommons.org/croissant/1.0", "a data set that conforms to 1.0");
        var nodes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Walk(json, nodes);
        Must(Uri.TryCreate(Text(json, "url"), UriKind.Absolute, out _), "url is an address");
        Must(DateOnly.TryParseExact(Text(json, "datePublished"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "datePublished is a date of schema.org");
        Must(!json.TryGetProperty("version", out var version) || System.Text.RegularExpressions.Regex.IsMatch(version.GetString()!, @"^\d+\.\d+\.\d+$"), "version is MAJOR.MINOR.PATCH");
        Must(Text(json.GetProperty("creator"), "@type") is "sc:Person" or "sc:Organization", "creator is a person or an organisation");
        foreach (var file1 in json.GetProperty("distribution").EnumerateArray()) File(file1, file);
        foreach (var set in json.GetProperty("recordSet").EnumerateArray()) RecordSet(set, nodes, file);
    }

    // To the letter, as the standard's appendix has it.
    private static void Context(JsonElement json)
    {
        Must(json.TryGetProperty("@context", out var context), "@context is there");
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["@language"] = "en",
            ["@vocab"] = "https://schema.org/",
            ["sc"] = "https://schema.org/",
            ["cr"] = "http://mlcommons.org/croissant/",
            ["rai"] = "http://mlcommons.org/croissant/RAI/",
            ["dct"] = "http://purl.org/dc/terms/",
            ["conformsTo"] = "dct:conformsTo",
        };
        foreach (var term in Terms.Split(' ')) expected[term] = "cr:" + term;
        var there = context.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        Must(there.Keys.Order(StringComparer.Ordinal).SequenceEqual(expected.Keys.Order(StringComparer.Ordinal)), "the terms of the context are those of the standard");
        foreach (var (term, value) in there)
        {
            var typed = value.ValueKind == JsonValueKind.Object;
            Must((typed ? Text(value, "@id") : value.GetString()) == expected[term], $"{term} means {expected[term]}");
            Must((term is "data" or "examples" or "dataType") == typed && (!typed || Text(value, "@type") == (term == "dataType" ? "@vocab" : "@json")), $"{term} has its type");
        }
    }

    // Every property is known, every node has what it needs, no two have one id, and whatever is pointed at is there.
    private static void Walk(JsonElement node, Dictionary<string, JsonElement> nodes)
    {
        var pointed = new List<string>();
        Visit(node, isRoot: true);
        foreach (var id in pointed) Must(nodes.ContainsKey(id), $"{id} is described");

        void Visit(JsonElement at, bool isRoot)
        {
            if (at.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in at.EnumerateArray()) Visit(one, false);
                return;
            }

            if (at.ValueKind != JsonValueKind.Object) return;
            var names = at.EnumerateObject().Select(p => p.Name).ToList();
            Must(names.Count == names.Distinct(StringComparer.Ordinal).Count(), "no property stands twice");
            foreach (var name in names)
                Must(name is "@id" or "@type" or "conformsTo" || (isRoot && name == "@context") || Terms.Split(' ').Contains(name) || SchemaOrg.Split(' ').Contains(name), $"{name} is a property of the standard");
            if (at.TryGetProperty("@type", out var type))
            {
                foreach (var needed in Needs.Where(n => n.Type == type.GetString()).SelectMany(n => n.Needed)) Must(names.Contains(needed), $"{type.GetString()} has {needed}");
                if (at.TryGetProperty("@id", out var id)) Must(nodes.TryAdd(id.GetString()!, at), $"no other has the id {id.GetString()}");
            }
            else if (names is ["@id"]) pointed.Add(Text(at, "@id"));

            foreach (var property in at.EnumerateObject())
                if (property.Name != "@context") Visit(property.Value, false);
        }
    }

    private static void File(JsonElement at, Func<string, byte[]?> file)
    {
        Must(Text(at, "@type") is "cr:FileObject" or "cr:FileSet", "what is distributed is a file or a set of files");
        Must(Text(at, "encodingFormat").Split('/') is [_, _], "encodingFormat is a media type");
        var bytes = file(Text(at, "contentUrl"));
        Must(bytes is not null, $"{Text(at, "contentUrl")} lies beside it");
        Must(Text(at, "sha256") == Convert.ToHexStringLower(SHA256.HashData(bytes!)), "sha256 is that of the file");
        Must(!at.TryGetProperty("contentSize", out var size) || size.GetString() == bytes!.Length.ToString(CultureInfo.InvariantCulture) + " B", "contentSize is that of the file");
    }

    private static void RecordSet(JsonElement set, Dictionary<string, JsonElement> nodes, Func<string, byte[]?> file)
    {
        Must(Text(set, "@type") == "cr:RecordSet", "a set of records");
        var columns = new Dictionary<string, (string File, string Column)>(StringComparer.Ordinal);
        foreach (var field in set.GetProperty("field").EnumerateArray())
        {
            Must(Text(field, "@type") == "cr:Field", "a field");
            Must(Text(field, "@id").StartsWith(Text(set, "@id") + "/", StringComparison.Ordinal), "the id of a field begins with that of its set");
            Must(Text(field, "dataType") is "sc:Text" or "sc:Integer" or "sc:Float" or "sc:Number" or "sc:Boolean" or "sc:Date" or "sc:DateTime" or "sc:URL", "dataType is atomic");
            var source = field.GetProperty("source");
            Must(source.TryGetProperty("fileObject", out var from) && nodes.TryGetValue(Text(from, "@id"), out var origin) && Text(origin, "@type") == "cr:FileObject", "a source is a file that is described");
            Must(source.TryGetProperty("extract", out var extract) && extract.TryGetProperty("column", out _), "a source says which column");
            columns.Add(Text(field, "@id"), (Text(nodes[Text(from, "@id")], "contentUrl"), Text(extract, "column")));
        }

        foreach (var group in columns.Values.GroupBy(c => c.File))
        {
            var table = StrictCsv.Read(Encoding.UTF8.GetString(file(group.Key)!));
            Must(table[0].Order(StringComparer.Ordinal).SequenceEqual(group.Select(c => c.Column).Order(StringComparer.Ordinal)), "the columns are those of the file");
            if (!set.TryGetProperty("key", out var key)) continue;
            Must(columns.TryGetValue(Text(key, "@id"), out var id), "the key is a field of the set");
            var at = table[0].IndexOf(id.Column);
            Must(table.Skip(1).Select(r => r[at]).Distinct(StringComparer.Ordinal).Count() == table.Count - 1, "no two records have one key");
        }
    }

    private static string Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"{name} is a text");

    private static void Must(bool holds, string rule)
    {
        if (!holds) throw new FormatException(rule);
    }
}
