using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>A folder of annotated articles: <c>articles/*.json</c> with their texts in <c>text/*.txt</c>, or <c>*.article</c>, which hold both (<c>docs/formats/annotated-articles.md</c>).</summary>
public static class GoldFolder
{
    /// <summary>Ending of files that hold text and annotation in lines.</summary>
    public const string Lines = ".article";

    private static readonly ReaderIdentity Annotators = new("gold", "gold");

    /// <summary>Reads every article, sorted by id. Throws <see cref="InvalidDataException"/> that names the file where an annotation does not fit its text.</summary>
    /// <param name="folder">Folder that holds <c>articles</c> and <c>text</c>, or <c>*.article</c>.</param>
    public static ImmutableArray<GoldArticle> Load(string folder)
    {
        var lines = Directory.GetFiles(folder, "*" + Lines);
        if (lines.Length > 0)
        {
            Array.Sort(lines, StringComparer.Ordinal);
            return [.. lines.Select(LoadLines)];
        }

        var files = Directory.GetFiles(Path.Combine(folder, "articles"), "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.Select(file => LoadArticle(file, Path.Combine(folder, "text")))];
    }

    /// <summary>Reads one article.</summary>
    /// <param name="file">The annotation.</param>
    /// <param name="texts">Folder of the texts.</param>
    public static GoldArticle LoadArticle(string file, string texts) =>
        Load(file, () => (File.ReadAllText(file), id => File.ReadAllText(Path.Combine(texts, id + ".txt"))));

    private static GoldArticle LoadLines(string file) => Load(file, () =>
    {
        var (text, json) = ArticleFile.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllLines(file));
        return (json, _ => text);
    });

    private static GoldArticle Load(string file, Func<(string Json, Func<string, string> Text)> load)
    {
        try
        {
            var (json, text) = load();
            using var annotation = JsonDocument.Parse(json);
            return Article(annotation.RootElement, text);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static GoldArticle Article(JsonElement root, Func<string, string> textOf)
    {
        var head = root.GetProperty("document");
        var id = head.GetProperty("id").GetString()!;
        var text = textOf(id);
        var spans = new GoldSpans(text);
        var source = new SourceDocument
        {
            Id = ContentHash.Of(text),
            TextId = ContentHash.Of(text),
            Source = id,
            Text = text,
            Title = String(head, "title"),
            Published = Edtf.Parse(String(head, "published")) is { } day ? new(day, DateBasis.Given) : PublicationDate.None,
            Language = "en",
            Rights = String(head, "licence"),
        };
        var claims = root.GetProperty("claims").EnumerateArray().Select(c => GoldClaim.Read(c, spans)).ToList();
        return new(id, new DocumentReading
        {
            Document = source,
            Actors = [.. root.GetProperty("actors").EnumerateArray().Select(a => ReadActor(a, text))],
            Times = [.. root.GetProperty("times").EnumerateArray().Select(t => ReadTime(t, spans)).OrderBy(t => t.Span)],
            Claims = [.. claims],
            Sentences = [.. claims.Select(c => c.Evidence).Distinct().Order()],
            Reader = Annotators,
        });
    }

    internal static string? String(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Actor ReadActor(JsonElement actor, string text) => new()
    {
        Id = actor.GetProperty("id").GetString()!,
        Name = String(actor, "name") ?? "",
        Kind = Enum.Parse<ActorKind>(actor.GetProperty("kind").GetString()!, ignoreCase: true),
        Role = String(actor, "role"),
        Of = String(actor, "of"),
        Mentions = [.. actor.GetProperty("aliases").EnumerateArray().SelectMany(alias => Occurrences(text, alias.GetString()!)).Distinct().Order()],
    };

    private static TimeExpression ReadTime(JsonElement time, GoldSpans spans) =>
        new(spans.Read(time), Enum.Parse<TimeType>(time.GetProperty("type").GetString()!, ignoreCase: true), time.GetProperty("value").GetString()!, "gold");

    // Every place where the alias stands as whole words, or else its first place.
    private static IEnumerable<TextSpan> Occurrences(string text, string alias)
    {
        if (alias.Length == 0) yield break;
        var found = false;
        for (var at = text.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = text.IndexOf(alias, at + 1, StringComparison.Ordinal))
        {
            var end = at + alias.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            found = true;
            yield return new(at, end);
        }

        var first = found ? -1 : text.IndexOf(alias, StringComparison.Ordinal);
        if (first >= 0) yield return new(first, first + alias.Length);
    }
}
