using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes parts, badges and citations of lines.</summary>
internal sealed class HtmlText(Markup html, Brief brief)
{
    private const int Colours = 8;
    private readonly Dictionary<string, int> _colour = Colour(brief.Parties);

    private readonly Dictionary<string, string> _source = brief.Sources.DistinctBy(s => s.Document.Id).ToDictionary(s => s.Document.Id, s => s.Id, StringComparer.Ordinal);

    /// <summary>Class of a party's colour; null beyond the colours there are.</summary>
    public string? ColourOf(string? party) =>
        party is not null && _colour.TryGetValue(party, out var i) ? "p" + i.ToString(CultureInfo.InvariantCulture) : null;

    // The colour follows from the key, so that a party keeps it from brief to brief; where two want the same one, the greater has it.
    private static Dictionary<string, int> Colour(ImmutableArray<BriefParty> parties)
    {
        var colours = new Dictionary<string, int>(StringComparer.Ordinal);
        var free = Enumerable.Range(0, Colours).ToList();
        foreach (var party in parties.Where(p => p.Speaks).Take(Colours))
        {
            var wanted = Convert.ToInt32(ContentHash.Key(party.Key)[..4], 16) % Colours;
            var colour = free.OrderBy(c => (c - wanted + Colours) % Colours).First();
            free.Remove(colour);
            colours.Add(party.Key, colour);
        }

        return colours;
    }

    public void Parts(ImmutableArray<TextPart> parts)
    {
        foreach (var part in parts) Part(part);
    }

    public void Badges(ImmutableArray<Badge> badges)
    {
        foreach (var badge in badges)
        {
            html.Text(" ");
            html.Element("span", badge.Text, ("class", $"badge {Words.Code(badge.Kind)} {badge.Code}"));
        }
    }

    public void Line(Line line)
    {
        html.Open("li", ("id", line.Id));
        html.Open("span", ("class", "said"));
        Parts(line.Parts);
        html.Close("span");
        Badges(line.Badges);
        foreach (var (passage, label) in Labelled(line.Passages)) Cite(passage, label);
        html.Close("li");
        html.Break();
    }

    private void Part(TextPart part)
    {
        switch (part.Kind)
        {
            case PartKind.Quote:
                html.Open("q");
                html.Isolated(part.Text);
                html.Close("q");
                break;
            case PartKind.Actor:
                html.Open("span", ("class", ColourOf(part.Party) is { } colour ? "actor " + colour : "actor"));
                html.Isolated(part.Text);
                html.Close("span");
                break;
            case PartKind.Term:
                html.Open("span", ("class", "term"));
                html.Isolated(part.Text);
                html.Close("span");
                break;
            case PartKind.Date:
                html.Element("span", part.Text, ("class", "date"));
                break;
            default:
                html.Text(part.Text);
                break;
        }
    }

    // Claims of one sentence are one citation; two of one document are told apart by a letter.
    private static IEnumerable<(Passage Passage, string Label)> Labelled(ImmutableArray<Passage> passages)
    {
        var merged = passages.GroupBy(p => (p.Evidence.TextId, p.Evidence.Span)).Select(Merge).ToImmutableArray();
        var twins = merged.CountBy(p => p.Label, StringComparer.Ordinal).Where(g => g.Value > 1).ToDictionary(g => g.Key, _ => 0, StringComparer.Ordinal);
        foreach (var passage in merged)
            yield return (passage, twins.TryGetValue(passage.Label, out var n) ? $"{passage.Label} {Letter(twins[passage.Label] = n + 1)}" : passage.Label);
    }

    private static Passage Merge(IEnumerable<Passage> same)
    {
        var all = same.ToImmutableArray();
        if (all.Length == 1) return all[0];
        return all[0] with
        {
            Marked = PassageMaker.Merge(all.SelectMany(p => p.Marked)),
            Further = [.. all.SelectMany(p => p.Further).DistinctBy(f => f.Span).OrderBy(f => f.Span)],
        };
    }

    private static string Letter(int n) => n <= 26 ? ((char)('a' + n - 1)).ToString() : Words.Number(n);

    private void Cite(Passage passage, string label)
    {
        html.Text(" ");
        html.Open("details", ("class", "cite"));
        html.Open("summary");
        html.Isolated(label);
        html.Close("summary");
        html.Open("div", ("class", "passage"));
        html.Open("blockquote");
        Context(passage.Before);
        Evidence(passage);
        Context(passage.After);
        html.Close("blockquote");
        foreach (var further in passage.Further)
        {
            html.Open("blockquote", ("class", "further"));
            html.Element("span", Words.Of("header.also") + " ", ("class", "aside"));
            html.Open("mark");
            html.Isolated(Quoting.Clean(further.Quote));
            html.Close("mark");
            html.Close("blockquote");
        }

        Origin(passage.Document);
        html.Close("div");
        html.Close("details");
    }

    private void Context(Citation? sentence)
    {
        if (sentence is null) return;
        html.Text(" ");
        html.Open("span", ("class", "context"));
        html.Isolated(Quoting.Clean(sentence.Quote));
        html.Close("span");
        html.Text(" ");
    }

    // Marked and unmarked pieces of the sentence in turn; the isolation covers the whole of it.
    private void Evidence(Passage passage)
    {
        var (start, quote) = (passage.Evidence.Span.Start, passage.Evidence.Quote);
        html.Open("bdi", ("class", "evidence"));
        var at = 0;
        foreach (var marked in passage.Marked)
        {
            Piece(quote[at..(marked.Start - start)]);
            html.Open("mark");
            Piece(quote[(marked.Start - start)..(marked.End - start)]);
            html.Close("mark");
            at = marked.End - start;
        }

        Piece(quote[at..]);
        html.Close("bdi");
    }

    private void Piece(string text)
    {
        var clean = Quoting.Clean(text);
        if (text.Length > 0 && char.IsWhiteSpace(text[0])) html.Text(" ");
        if (clean.Length == 0) return;
        html.Text(clean);
        if (char.IsWhiteSpace(text[^1])) html.Text(" ");
    }

    private void Origin(SourceDocument document)
    {
        html.Open("p", ("class", "origin"));
        var title = string.IsNullOrWhiteSpace(document.Title) ? null : Quoting.Cut(Quoting.Clean(document.Title), 160);
        if (title is not null)
        {
            html.Element("cite", title);
            html.Text(" · ");
        }

        html.Open("a", ("href", _source.TryGetValue(document.Id, out var source) ? "#" + source : "#sources"));
        html.Isolated(PassageMaker.Name(document));
        html.Close("a");
        html.Text(" · " + DateWords.Of(document.Published.Value));
        if (document.Published.Basis is not (DateBasis.Metadata or DateBasis.Unknown)) html.Text($" ({Words.Of("basis", document.Published.Basis)})");
        if (document.Marking != Marking.Unmarked) html.Text(" · " + Words.Of("marking", document.Marking));
        html.Close("p");
    }
}
