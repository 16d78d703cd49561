using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Makes attributions of drafts: spans, actors, nesting.</summary>
internal sealed class AttributionAssembly(ReportContext context)
{
    // From how many spans an attribution may hold others that stand far from it, as a turn of a transcript does.
    private const int Wide = 8;

    private readonly SourceLinker _linker = new(context);

    /// <summary>All drafts that have content, in the order of their cues.</summary>
    public ImmutableArray<Attribution> Build()
    {
        var built = new List<Attribution>();
        foreach (var draft in context.Drafts.Values)
        {
            if (context.PassageOf[draft.Cue] >= 0 && (draft.Stance || !IsWhole(draft.Rule))) continue;
            var content = ContentSpans.Of(context, draft);
            if (content.IsEmpty) continue;
            built.Add(Build(draft, content));
        }

        built.Sort((a, b) => a.Cue.CompareTo(b.Cue) is var order and not 0 ? order : a.CueToken.CompareTo(b.CueToken));
        var wide = Enumerable.Range(0, built.Count).Where(i => built[i].Content.Length >= Wide).ToList();
        for (var i = 0; i < built.Count; i++) built[i] = built[i] with { Within = Outer(built, i, wide) };
        return [.. built];
    }

    /// <summary>Whether a rule brings whole clauses; inside a quotation only those are somebody else's words.</summary>
    private static bool IsWhole(string rule) => rule.EndsWith("clause", StringComparison.Ordinal) || rule.StartsWith("quote", StringComparison.Ordinal) || rule is "according-to" or "verb-parenthesis";

    private Attribution Build(ReportDraft draft, ImmutableArray<TextSpan> content)
    {
        var source = draft.Speaker ?? _linker.Actor(draft.Referent) ?? _linker.Actor(draft.Source);
        var carrier = Carrier(draft.Cue);
        return new Attribution
        {
            Source = source,
            Joint = _linker.Joint(draft.Source, source),
            SourceSpan = draft.Source >= 0 ? _linker.Span(draft.Source, draft.Cue) : null,
            IsDocument = draft.Source >= 0 && context.Lexicon.Documents.Contains(context.Trees.Lower(draft.Source)),
            Cue = draft.CueSpan(context.Document),
            CueToken = draft.Cue,
            CueLemma = draft.Entry.Lemma,
            Content = content,
            Quoted = draft.Rule == "turn" ? Quotation.Direct : ContentSpans.QuotedAs(context, content),
            To = Addressees(draft, carrier, source),
            Medium = carrier >= 0 ? _linker.Span(carrier).Slice(context.Document.Text) : null,
            Sentence = context.SentenceOf[draft.Cue],
            Class = draft.Stance ? CueClass.Stance : draft.Entry.Class,
            Factuality = draft.Entry.Factuality,
            Rule = draft.Rule,
            IsDirective = draft.Directive && draft.Passages.Count == 0,
        };
    }

    private ImmutableArray<string> Addressees(ReportDraft draft, int carrier, string? source)
    {
        var to = ImmutableArray.CreateBuilder<string>();
        void Add(int head)
        {
            var id = _linker.Actor(head);
            if (id is not null && id != source && !to.Contains(id)) to.Add(id);
            foreach (var joint in _linker.Joint(head, id))
                if (joint != source && !to.Contains(joint)) to.Add(joint);
        }

        foreach (var head in draft.To) Add(head);
        if (carrier >= 0 && context.Trees.Lower(carrier) == "interview")
        {
            for (var child = context.Trees.First(carrier); child >= 0; child = context.Trees.Next(child))
                if (context.Trees.Has(child, "nmod") && context.Trees.Introducer(child) is "with" or "for" or "to") Add(child);
        }

        return to.ToImmutable();
    }

    /// <summary>"in a statement", "on television": the noun for what carries the words; -1 for none.</summary>
    private int Carrier(int cue)
    {
        for (var child = context.Trees.First(cue); child >= 0; child = context.Trees.Next(child))
            if (context.Trees.Has(child, "obl") && context.PassageOf[child] < 0 && context.Trees.Introducer(child) is "in" or "on" or "during" or "via" or "through" && context.Lexicon.Media.Contains(context.Trees.Lower(child))) return child;
        return -1;
    }

    /// <summary>The attribution with the shortest content that holds the cue.</summary>
    private static int? Outer(List<Attribution> built, int inner, List<int> wide)
    {
        int? best = null;
        var bestLength = int.MaxValue;
        var cue = built[inner].Cue;
        for (var i = inner - 1; i >= 0 && inner - i < 64; i--) Try(i);
        for (var i = inner + 1; i < built.Count && i - inner < 64; i++) Try(i);
        foreach (var i in wide)
            if (Math.Abs(i - inner) >= 64) Try(i);
        return best;

        void Try(int i)
        {
            foreach (var span in built[i].Content)
            {
                if (!span.Contains(cue)) continue;
                var length = built[i].Content.Sum(each => each.Length);
                if (length < bestLength && !built[inner].Content.Any(own => own.Contains(built[i].Cue))) (best, bestLength) = (i, length);
            }
        }
    }
}
