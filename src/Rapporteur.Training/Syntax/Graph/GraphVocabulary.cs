using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Chooses tags, relations and words of a graph-based parser, and makes its sentences ready.</summary>
internal static class GraphVocabulary
{
    private const float Spread = 0.05f;

    /// <summary>The fixed vectors: of the commonest words and of all words of the treebanks.</summary>
    public static (WordTable Vectors, int Missing) Vectors(GraphTrainingOptions options, List<List<TreebankSentence>> treebanks)
    {
        var wanted = treebanks.SelectMany(treebank => treebank).SelectMany(sentence => sentence.Words).Select(word => (uint)WordShape.Lower(word.Form)).ToHashSet();
        var read = WordVectors.Read(options.Vectors, int.MaxValue);
        var rows = new SortedDictionary<uint, short[]>();
        for (var i = 0; i < read.Words.Count; i++)
        {
            var key = (uint)WordShape.Lower(read.Words[i]);
            if (i < options.CommonWords || wanted.Contains(key)) rows.TryAdd(key, read.Vectors[i]);
        }

        var width = read.Vectors[0].Length;
        return (new(width, Spread, [.. rows.Keys], [.. rows.Values.SelectMany(row => row).Select(number => (sbyte)Math.Clamp((int)number, -127, 127))]), wanted.Count(key => !rows.ContainsKey(key)));
    }

    /// <summary>A model whose network has no numbers yet.</summary>
    public static GraphModel Make(GraphTrainingOptions options, List<List<TreebankSentence>> treebanks, WordTable vectors)
    {
        var all = treebanks.SelectMany(treebank => treebank).SelectMany(sentence => sentence.Words).ToList();
        var tags = all.Select(word => word.Upos + "|" + word.Xpos).Distinct().Order(StringComparer.Ordinal).ToArray();
        var relations = all.Select(word => word.Relation).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (tags.Length > 255 || relations.Length > 255) throw new InvalidDataException($"{tags.Length} tags and {relations.Length} relations are more than the weights file can hold.");
        var words = all.GroupBy(word => (uint)WordShape.Lower(word.Form)).Where(group => group.Count() >= options.LeastCount).Select(group => group.Key).Order().ToArray();
        var shape = options.Reshape(new() { Words = words.Length + 2, Tags = tags.Length, Relations = relations.Length, Treebanks = treebanks.Count });
        return new(tags, relations, words, new(shape, vectors));
    }

    /// <summary>The sentences with their words described and their labels numbered.</summary>
    public static List<GraphSentence> Sentences(GraphTrainingOptions options, GraphModel model, List<List<TreebankSentence>> treebanks)
    {
        var tags = model.Tags.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var relations = model.Relations.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return
        [
            .. treebanks.Index().SelectMany(treebank => treebank.Item.Where(sentence => sentence.Words.Length <= options.LongestSentence).Select(sentence => new GraphSentence(
                treebank.Index,
                [.. sentence.Words.Select(word => model.Describe(word.Form))],
                [.. sentence.Words.Select(word => tags[word.Upos + "|" + word.Xpos])],
                [.. sentence.Words.Select(word => word.Head)],
                [.. sentence.Words.Select(word => relations[word.Relation])]))),
        ];
    }
}
