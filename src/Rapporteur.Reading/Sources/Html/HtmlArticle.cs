using AngleSharp.Dom;

namespace Rapporteur.Reading;

/// <summary>Finds the article of a page: leaves out what is marked as something else, then takes the part in which the paragraphs are,
/// by their length, commas and freedom from links (after Kohlschütter et al. 2010 and the scheme of Arc90's Readability).</summary>
internal static class HtmlArticle
{
    private const double SmallShare = 0.3;
    private const double WholePage = 0.8;

    /// <summary>Marks the parts that are no article as removed.</summary>
    public static void Prune(HtmlPage page)
    {
        var total = page.Count == 0 ? 0 : Math.Max(1, page.TextLength(0));
        for (var i = 1; i < page.Count; i++)
        {
            var node = page[i];
            if (node.Removed || node.Node is not IElement || node.Tag is "main" or "h1") continue;
            var hint = node.Hint;
            if (node.Tag is "nav" or "footer" or "aside") hint |= HtmlHint.Strong;
            if (node.Tag is "form") hint |= HtmlHint.Weak;
            if ((hint & (HtmlHint.Strong | HtmlHint.Weak)) == 0) continue;
            var share = page.TextLength(i) / (double)total;
            var strong = (hint & HtmlHint.Strong) != 0;
            if (node.Tag == "article" && !strong) continue;
            if (share > (strong ? WholePage : SmallShare)) continue;
            if (share > 0.02 && (page.Holds(i, "h1") || page.Holds(i, "main"))) continue;
            if (!strong && (hint & (HtmlHint.Standfirst | HtmlHint.Caption)) != 0) continue;
            page.Remove(i);
        }
    }

    /// <summary>The ranges of nodes that hold the article, in order; empty where nothing reads like one.</summary>
    public static List<(int From, int To)> Find(HtmlPage page)
    {
        var paragraphs = new double[page.Count + 1];
        var scores = new double[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            var score = Score(page, i);
            paragraphs[i + 1] = paragraphs[i] + score;
            if (score <= 0) continue;
            var weight = 1.0;
            for (int up = page[i].Parent, step = 0; up >= 0 && step < 3; up = page[up].Parent)
            {
                if (!HtmlTags.IsBlock(page[up].Tag)) continue;
                scores[up] += score * weight;
                weight /= ++step + 1;
            }
        }

        var best = -1;
        var most = 0.0;
        for (var i = 0; i < page.Count; i++)
        {
            if (scores[i] <= 0 || page[i].Removed) continue;
            scores[i] = (scores[i] + Bonus(page[i])) * (1 - page.LinkShare(i));
            if (scores[i] > most) (best, most) = (i, scores[i]);
        }

        return best < 0 ? [] : Widen(page, best, scores, paragraphs);
    }

    // The article's own element where it holds little more; else the best part with those beside it that read alike.
    private static List<(int From, int To)> Widen(HtmlPage page, int best, double[] scores, double[] paragraphs)
    {
        double Below(int index) => paragraphs[page[index].End] - paragraphs[index];
        for (var up = best; up >= 0; up = page[up].Parent)
        {
            var own = page[up].Node is IElement element && (page[up].Tag is "article" or "main" || element.GetAttribute("itemprop") == "articleBody");
            if (own && Below(up) <= 1.6 * Below(best)) return [(up, page[up].End)];
        }

        var parent = page[best].Parent;
        if (parent < 0) return [(best, page[best].End)];
        var parts = new List<(int, int)>();
        for (var i = parent + 1; i < page[parent].End; i = page[i].End)
        {
            if (page[i].Removed) continue;
            var alike = i == best || scores[i] >= Math.Max(6, 0.2 * scores[best]) || HtmlTags.IsHeading(page[i].Tag) || page[i].Tag == "figure"
                || (page[i].Tag is "p" or "ul" or "ol" or "blockquote" && page.TextLength(i) > 60 && page.LinkShare(i) < 0.3);
            if (alike) parts.Add((i, page[i].End));
        }

        return parts;
    }

    // What the text directly in a block is worth; that of blocks inside it is theirs.
    private static double Score(HtmlPage page, int index)
    {
        var node = page[index];
        if (node.Removed || !HtmlTags.IsBlock(node.Tag) || HtmlTags.IsHeading(node.Tag) || node.Tag is "figcaption" or "dt") return 0;
        int length = 0, links = 0, commas = 0;
        for (var i = index + 1; i < node.End;)
        {
            if (page[i].Removed || HtmlTags.IsBlock(page[i].Tag))
            {
                i = page[i].End;
                continue;
            }

            if (page[i].Node is IText words)
            {
                var own = page.TextLength(i, i + 1);
                length += own;
                if (page.IsLink(i)) links += own;
                else commas += words.Data.AsSpan().Count(',') + words.Data.AsSpan().Count('.');
            }

            i++;
        }

        if (length < 25) return 0;
        var score = (1 + Math.Min(commas, 12) + Math.Min(length / 100.0, 6)) * (1 - (links / (double)length));
        return node.Tag is "li" or "td" or "th" or "dd" ? score / 2 : score;
    }

    private static double Bonus(HtmlNode node)
    {
        var bonus = node.Tag switch { "article" => 10, "main" => 8, "section" => 2, "ul" or "ol" or "dl" or "table" or "form" => -5, _ => 0 };
        if ((node.Hint & HtmlHint.Article) != 0) bonus += 6;
        if ((node.Hint & HtmlHint.Weak) != 0) bonus -= 10;
        return bonus + (node.Node is IElement element && element.GetAttribute("itemprop") == "articleBody" ? 20 : 0);
    }
}
