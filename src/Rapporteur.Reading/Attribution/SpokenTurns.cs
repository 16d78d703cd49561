using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds words without quotation marks that belong to whoever stands before a colon: the turns of a transcript ("MR HOLM: …", "Question: …"), and a whole statement behind "The minister said:".</summary>
/// <param name="context">The document.</param>
/// <param name="sources">Finds subjects.</param>
internal sealed class SpokenTurns(ReportContext context, SourceFinder sources)
{
    private const int Fewest = 3;
    private const int LongestLabel = 7;

    // A line with a label: its sentence, the colon, the head of the label, and the label in small letters.
    private readonly record struct Labelled(int Sentence, int Colon, int Head, string Label);

    /// <summary>Adds a draft for each turn.</summary>
    public void Visit()
    {
        if (Labels() is { Count: > 0 } turns)
        {
            for (var i = 0; i < turns.Count; i++) Add(turns[i], i + 1 < turns.Count ? turns[i + 1].Sentence : context.Document.Sentences.Length);
            return;
        }

        if (context.Speaker is not null) Presented();
    }

    // A transcript has several such lines, and some of its labels come again.
    private List<Labelled> Labels()
    {
        List<Labelled>? found = null;
        HashSet<int>? lines = null;
        for (var s = 0; s < context.Document.Sentences.Length; s++)
        {
            var sentence = context.Document.Sentences[s];
            if (sentence.Zone is ZoneKind.Furniture or ZoneKind.Title || Colon(sentence) is not (>= 0 and var colon)) continue;
            lines ??= [.. TextBlocks.Of(context.Document.Source).Select(block => block.Span.Start)];
            if (!lines.Contains(sentence.Span.Start)) continue;
            var label = context.Document.Text.AsSpan(sentence.Span.Start, context.Token(colon).Span.Start - sentence.Span.Start).Trim().ToString().ToLowerInvariant();
            (found ??= []).Add(new(s, colon, colon - 1, label));
        }

        if (found is null) return [];
        var counts = found.CountBy(turn => turn.Label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        found.RemoveAll(turn => counts[turn.Label] < 2 && !IsNamed(turn));
        return found.Count >= Fewest && found.Exists(turn => counts[turn.Label] > 1) && found.Exists(turn => turn.Label != found[0].Label) ? found : [];
    }

    // The colon behind a few words that name somebody or ask; -1 for none.
    private int Colon(Sentence sentence)
    {
        for (var token = sentence.FirstToken; token < Math.Min(sentence.EndToken, sentence.FirstToken + LongestLabel); token++)
        {
            if (context.Is(token, ":")) return token > sentence.FirstToken && (context.Lexicon.Turns.Contains(context.Document.Form(token - 1).ToString().ToLowerInvariant()) || char.IsUpper(context.FirstChar(token - 1))) ? token : -1;
            var first = context.FirstChar(token);
            if (!char.IsUpper(first) && first != '.' && !context.Lexicon.Turns.Contains(context.Document.Form(token).ToString().ToLowerInvariant())) return -1;
        }

        return -1;
    }

    // In capitals, or the name of a person whom the text knows.
    private bool IsNamed(Labelled turn)
    {
        var form = context.Document.Form(turn.Head);
        if (form.Length > 2 && !form.ContainsAnyInRange('a', 'z')) return true;
        return Person(turn) is not null;
    }

    private string? Person(Labelled turn)
    {
        var surname = context.Document.Form(turn.Head);
        foreach (var actor in context.Document.Actors)
            if (actor.Kind == ActorKind.Person && actor.Name.AsSpan(actor.Name.LastIndexOf(' ') + 1).Equals(surname, StringComparison.OrdinalIgnoreCase)) return actor.Id;
        return null;
    }

    private void Add(Labelled turn, int end)
    {
        if (context.Drafts.ContainsKey(turn.Colon)) context.Drafts.Remove(turn.Colon);
        var last = context.Document.Form(turn.Head).ToString().ToLowerInvariant();
        var asks = context.Lexicon.Asking.Contains(last);
        var answers = !asks && context.Lexicon.Turns.Contains(last);
        var draft = new ReportDraft(turn.Colon, PhraseFinder.Said with { Lemma = ":" }, "turn") { Source = turn.Head, Directive = asks, Speaker = answers ? Chief() : asks ? null : Person(turn) };
        Fill(draft, turn.Colon + 1, end);
    }

    // Who answers in a briefing: whom its title names.
    private string? Chief()
    {
        if (context.Document.Source.Title is not { } title) return null;
        var (best, place) = ((string?)null, int.MaxValue);
        foreach (var mention in context.Document.Mentions)
        {
            if (mention.Kind == MentionKind.Pronoun) continue;
            var at = title.IndexOf(mention.Span.Slice(context.Document.Text).ToString(), StringComparison.Ordinal);
            if (at >= 0 && at < place) (best, place) = (mention.ActorId, at);
        }

        return best;
    }

    // "The Foreign Secretary said:" on a line of its own, and no quotation marks behind it.
    private void Presented()
    {
        for (var s = 0; s + 1 < context.Document.Sentences.Length; s++)
        {
            var sentence = context.Document.Sentences[s];
            if (sentence.Zone is ZoneKind.Furniture or ZoneKind.Title || sentence.TokenCount is < 3 or > 10 || context.FirstChar(sentence.EndToken - 1) != ':') continue;
            var (_, verb) = context.Words(sentence);
            if (context.Verb(verb) is not { Class: CueClass.Speech } entry || context.Drafts.ContainsKey(verb) || context.PassageOf[context.Document.Sentences[s + 1].FirstToken] >= 0) continue;
            var source = sources.Subject(verb);
            if (source < 0) continue;
            Fill(new ReportDraft(verb, entry, "turn") { Source = source, Speaker = context.Speaker }, sentence.EndToken, context.Document.Sentences.Length);
            return;
        }
    }

    private void Fill(ReportDraft draft, int from, int end)
    {
        for (var s = context.SentenceOf[draft.Cue]; s < end; s++)
        {
            var sentence = context.Document.Sentences[s];
            if (sentence.Zone is ZoneKind.Furniture or ZoneKind.Title or ZoneKind.Caption) continue;
            var first = Math.Max(from, sentence.FirstToken);
            if (first >= sentence.EndToken) continue;
            draft.Starts.Add(first);
            for (var token = first; token < sentence.EndToken; token++) draft.Content.Add(token);
        }

        if (draft.Content.Count > 0) context.Drafts[draft.Cue] = draft;
    }
}
