using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>One attribution of PolNeAR.</summary>
/// <param name="Source">Words that name the source; empty where the text names none.</param>
/// <param name="Cue">Words that attribute.</param>
/// <param name="Content">Words attributed.</param>
public sealed record PolnearAttribution(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>One article of PolNeAR.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Text">Its text.</param>
/// <param name="Attributions">In the order of the file; those without content are left out, as they attribute nothing.</param>
public sealed record PolnearArticle(string Name, string Text, ImmutableArray<PolnearAttribution> Attributions);

/// <summary>Reads the Political News Attribution Relations Corpus (PolNeAR 1.0, Newell et al. 2018): texts with standoff annotations. For measuring only.</summary>
public static class PolnearCorpus
{
    /// <summary>Articles of one part, sorted by name. Where several people annotated an article, the first by file name counts.</summary>
    /// <param name="folder">Folder with <c>text</c> and <c>attributions</c>.</param>
    public static IEnumerable<PolnearArticle> Load(string folder)
    {
        var annotations = Directory.GetFiles(Path.Combine(folder, "attributions"), "*.ann");
        Array.Sort(annotations, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in annotations)
        {
            var stem = Path.GetFileNameWithoutExtension(file);
            var name = stem[..stem.LastIndexOf('_')];
            var path = Path.Combine(folder, "text", name + ".txt");
            if (!seen.Add(name) || !File.Exists(path)) continue;
            var text = File.ReadAllText(path);
            yield return new PolnearArticle(name, text, Attributions(File.ReadLines(file), Offsets(text)));
        }
    }

    private static ImmutableArray<PolnearAttribution> Attributions(IEnumerable<string> lines, int[] offsets)
    {
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<PolnearAttribution>();
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            if (fields.Length < 2) continue;
            if (fields[0].StartsWith('T'))
            {
                spans[fields[0]] = [.. fields[1][(fields[1].IndexOf(' ') + 1)..].Split(';').Select(part => Span(part, offsets))];
            }
            else if (fields[0].StartsWith('E'))
            {
                var arguments = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument.Split(':')).ToList();
                ImmutableArray<TextSpan> Of(string role) =>
                    [.. arguments.Where(argument => argument[0].TrimEnd("0123456789".ToCharArray()) == role).SelectMany(argument => spans.GetValueOrDefault(argument[1], []))];
                if (Of("Content") is { IsEmpty: false } content) found.Add(new PolnearAttribution(Of("Source"), Of("Cue"), content));
            }
        }

        return found.ToImmutable();
    }

    private static TextSpan Span(string part, int[] offsets)
    {
        var ends = part.Trim().Split(' ');
        return new TextSpan(
            offsets[Math.Min(int.Parse(ends[0], CultureInfo.InvariantCulture), offsets.Length - 1)],
            offsets[Math.Min(int.Parse(ends[1], CultureInfo.InvariantCulture), offsets.Length - 1)]);
    }

    /// <summary>Offset in UTF-16 code units of each code point, and of the end.</summary>
    private static int[] Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
            if (!char.IsLowSurrogate(text[i])) offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
