using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Sentences with the type of their event.</summary>
/// <param name="Classes">Names of the classes, sorted.</param>
/// <param name="Sentences">Text and class of each sentence.</param>
internal sealed record EventCorpus(ImmutableArray<string> Classes, ImmutableArray<(string Text, string Class)> Sentences)
{
    private static readonly ImmutableArray<string> Pentacode = ["statement", "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];

    /// <summary>Reads PLOVER's gold standard records (JSON), or a folder with CAMEO's <c>class-train.tsv</c>. Throws <see cref="InvalidDataException"/>.</summary>
    public static EventCorpus Load(string path)
    {
        if (Directory.Exists(path)) return Path.Exists(Path.Combine(path, "class-train.tsv")) ? Cameo(Path.Combine(path, "class-train.tsv")) : Load(Path.Combine(path, "gsr-dev.json"));
        return path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? Cameo(path) : Plover(path);
    }

    private static EventCorpus Plover(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var sentences = json.RootElement.EnumerateArray().Select(record => (Text: record.GetProperty("text").GetString()!.Trim(), Class: record.GetProperty("event").GetString()!.Trim())).ToImmutableArray();
            return new([.. sentences.Select(s => s.Class).Distinct().Order(StringComparer.Ordinal)], sentences);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} holds no records with “text” and “event”: {e.Message}", e);
        }
    }

    private static EventCorpus Cameo(string path)
    {
        var sentences = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (line, number) in File.ReadLines(path).Select((line, i) => (line, i + 1)))
        {
            if (line.Length == 0) continue;
            var tab = line.LastIndexOf('\t');
            if (tab < 0 || !int.TryParse(line.AsSpan(tab + 1), out var code) || code < 0 || code >= Pentacode.Length) throw new InvalidDataException($"{path}, line {number}: not “sentence TAB 0…4”.");
            sentences.Add((line[..tab], Pentacode[code]));
        }

        return new(Pentacode, sentences.ToImmutable());
    }

    /// <summary>The features of every sentence.</summary>
    /// <param name="reader">Reads texts up to their claims.</param>
    /// <param name="coder">Gives the features.</param>
    public ImmutableArray<EventExample> Examples(ReadingPipeline reader, EventCoder coder)
    {
        var examples = ImmutableArray.CreateBuilder<EventExample>();
        foreach (var (text, name) in Sentences)
        {
            var document = reader.Annotate(new SourceDocument
            {
                Id = ContentHash.Of(text),
                TextId = ContentHash.Of(text),
                Source = "sentence",
                Text = text,
                Published = new(Edtf.Parse("2000-01-01"), DateBasis.Given),
                Language = "en",
            });
            var longest = document.Sentences.Length == 0 ? throw new InvalidDataException($"No sentence in “{text}”.") : Enumerable.Range(0, document.Sentences.Length).MaxBy(s => document.Sentences[s].TokenCount);
            var (shared, own) = coder.Features(document, longest);
            var byName = coder.Types.Select((type, i) => (type.Name, i)).ToDictionary(t => t.Name, t => t.i, StringComparer.Ordinal);
            examples.Add(new([.. Classes.Select(c => byName.TryGetValue(c, out var at) ? shared[at] : [])], own, Classes.IndexOf(name)));
        }

        return examples.ToImmutable();
    }
}
