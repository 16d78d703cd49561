using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Counts where tokens and sentences were cut wrongly, by kind.</summary>
internal sealed class CutErrors
{
    private readonly SortedDictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> sentences = new(StringComparer.Ordinal);

    /// <summary>The commonest kinds with their counts, the commonest first.</summary>
    public IEnumerable<(string Kind, int Count)> Tokens => tokens.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value));

    /// <inheritdoc cref="Tokens"/>
    public IEnumerable<(string Kind, int Count)> Sentences => sentences.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value));

    /// <summary>Counts each stretch of the text that was cut in another way: right tokens, then those read.</summary>
    public void AddTokens(string text, IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> read)
    {
        for (var (i, j) = (0, 0); i < gold.Count || j < read.Count;)
        {
            if (i < gold.Count && j < read.Count && gold[i] == read[j])
            {
                i++;
                j++;
                continue;
            }

            var (left, right) = (i, j);
            do
            {
                if (j >= read.Count || (i < gold.Count && gold[i].End <= read[j].End)) i++;
                else j++;
            }
            while ((i < gold.Count || j < read.Count) && (i == left || j == right || gold[i - 1].End != read[j - 1].End) && !(i < gold.Count && j < read.Count && gold[i] == read[j]));
            Count(tokens, $"{Words(text, gold, left, i)}   read {Words(text, read, right, j)}");
        }
    }

    /// <summary>Counts each end of a sentence that was missed or made up.</summary>
    public void AddSentences(string text, IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> read)
    {
        var (right, found) = (gold.Select(span => span.End).ToHashSet(), read.Select(span => span.End).ToHashSet());
        foreach (var end in right.Where(end => !found.Contains(end))) Count(sentences, "missed end " + Around(text, end));
        foreach (var end in found.Where(end => !right.Contains(end))) Count(sentences, "false end  " + Around(text, end));
    }

    private static string Words(string text, IReadOnlyList<TextSpan> spans, int from, int to) =>
        from == to ? "nothing" : string.Join(" | ", Enumerable.Range(from, to - from).Select(i => spans[i].Slice(text)));

    private static string Around(string text, int end)
    {
        var (start, next) = (end, end);
        while (start > 0 && !char.IsLetterOrDigit(text[start - 1]) && !char.IsWhiteSpace(text[start - 1])) start--;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        var before = start < end ? $"after {text[start..end]}" : "after a word";
        var touching = next == end && next < text.Length ? " that touches" : "";
        if (next == text.Length) return before + " before the end";
        if (text.AsSpan(end, next - end).Contains('\n')) return before + " before a line end";
        var c = text[next];
        return before + (char.IsUpper(c) ? " before a capital" : char.IsLower(c) ? " before a small letter" : char.IsDigit(c) ? " before a figure" : " before " + c) + touching;
    }

    private static void Count(SortedDictionary<string, int> counts, string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;
}
