using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds whose words a whole text is: an official statement, read out or published. It speaks in the first person and acts in it ("We urge …", "I welcome …"), or its title calls it a statement
/// and whoever makes it acts in it by name ("The Union condemns …").</summary>
internal static class DocumentSpeaker
{
    /// <summary>Fewest sentences in which whoever speaks does something by speaking.</summary>
    private const int Fewest = 2;

    /// <summary>Id of the actor that speaks; null where nobody does, or where the text does not tell who.</summary>
    /// <param name="context">The document, with its quotations.</param>
    public static string? Of(ReportContext context)
    {
        if (context.Document.Mentions.IsEmpty) return null;
        var acts = Acts(context, Enumerable.Range(0, context.Document.Tokens.Length).Where(token => IsFirstPerson(context, token)));
        var kind = KindIn(context);
        if (acts == 0 && kind.At < 0) return null;
        var presented = Presented(context);
        if ((presented ?? Titled(context, kind) ?? First(context)) is not { } speaker) return null;
        if (acts >= Fewest || (acts > 0 && presented is not null)) return speaker;
        return kind.At >= 0 && acts + Acts(context, context.Document.Mentions.Where(mention => mention.ActorId == speaker).Select(mention => mention.HeadToken)) >= Fewest ? speaker : null;
    }

    /// <summary>Whether a token is the first person, outside of quotations.</summary>
    public static bool IsFirstPerson(ReportContext context, int token) =>
        context.PassageOf[token] < 0 && (context.Is(token, "we") || context.Is(token, "I") || context.Is(token, "our") || context.Is(token, "my"));

    // In how many sentences one of these subjects does something by speaking: "We condemn", "The Union condemns", "He calls on".
    private static int Acts(ReportContext context, IEnumerable<int> subjects)
    {
        var (acts, sentence) = (0, -1);
        foreach (var token in subjects)
        {
            if (!context.Trees.Has(token, "nsubj") || context.PassageOf[token] >= 0 || context.SentenceOf[token] == sentence) continue;
            var verb = context.Token(token).Head;
            if (verb < 0 || context.Token(verb).Xpos is not ("VBP" or "VBZ" or "VB") || context.Trees.Child(verb, "aux") >= 0 || !context.Lexicon.Performing.Contains(context.Trees.Lower(verb))) continue;
            (acts, sentence) = (acts + 1, context.SentenceOf[token]);
        }

        return acts;
    }

    /// <summary>"We, the members of the Contact Group, …", "The Foreign Secretary said:" before what follows.</summary>
    private static string? Presented(ReportContext context)
    {
        var actors = context.Document.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        foreach (var sentence in context.Document.Sentences)
        {
            if (sentence.TokenCount < 3 || sentence.Zone is ZoneKind.Furniture) continue;
            var (first, last) = context.Words(sentence);
            if (last <= first) continue;
            if (IsFirstPerson(context, first) && context.FirstChar(first + 1) == ',') return Named(context, actors, context.Token(first).Span.End, context.Token(Math.Min(last, first + 25)).Span.End);
            if (sentence.TokenCount <= 10 && context.FirstChar(sentence.EndToken - 1) == ':' && context.Verb(last) is { Class: CueClass.Speech }) return Named(context, actors, sentence.Span.Start, sentence.Span.End);
        }

        return null;
    }

    private static string? Named(ReportContext context, Dictionary<string, Actor> actors, int start, int end)
    {
        foreach (var mention in context.Document.Mentions)
            if (mention.Span.Start >= start && mention.Span.End <= end && mention.Kind != MentionKind.Pronoun && actors.ContainsKey(mention.ActorId)) return mention.ActorId;
        return null;
    }

    // Where the title names the kind of text ("statement"), and how; -1 where it names none. A report about a statement has such a title too, but nobody acts in it.
    private static (int At, string Text) KindIn(ReportContext context)
    {
        if (context.Document.Source.Title is not { Length: > 0 } title) return (-1, "");
        foreach (var text in context.Lexicon.Addresses)
        {
            var at = title.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(title[at - 1])) && (at + text.Length == title.Length || !char.IsLetter(title[at + text.Length]))) return (at, text);
        }

        return (-1, "");
    }

    /// <summary>"Statement by the Contact Group on …", "UK statement on …": whoever stands right before the word, or first behind its "by", "of", "from" or "attributable to".</summary>
    private static string? Titled(ReportContext context, (int At, string Text) kind)
    {
        var (at, text) = kind;
        if (at < 0) return null;
        var title = context.Document.Source.Title!;
        var rest = title[(at + text.Length)..];
        foreach (var word in (ReadOnlySpan<string>)[" by ", " of ", " from ", " attributable to "])
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return FirstIn(context, rest[word.Length..], 40);
        return LastIn(context, title[..at]);
    }

    private static string? LastIn(ReportContext context, string words)
    {
        var (best, end) = ((string?)null, 0);
        foreach (var mention in context.Document.Mentions)
        {
            if (mention.Kind == MentionKind.Pronoun) continue;
            var name = mention.Span.Slice(context.Document.Text).ToString();
            var at = words.LastIndexOf(name, StringComparison.Ordinal);
            if (at < 0 || at + name.Length <= end || at + name.Length < words.Length && char.IsLetter(words[at + name.Length]) || at > 0 && char.IsLetter(words[at - 1])) continue;
            (best, end) = (mention.ActorId, at + name.Length);
        }

        return best;
    }

    private static string? FirstIn(ReportContext context, string words, int within)
    {
        var (best, place, length) = ((string?)null, int.MaxValue, 0);
        foreach (var mention in context.Document.Mentions)
        {
            if (mention.Kind == MentionKind.Pronoun) continue;
            var name = mention.Span.Slice(context.Document.Text);
            var at = words.IndexOf(name.ToString(), StringComparison.Ordinal);
            if (at < 0 || at > within || at > place || at == place && name.Length <= length || at + name.Length < words.Length && char.IsLetter(words[at + name.Length])) continue;
            (best, place, length) = (mention.ActorId, at, name.Length);
        }

        return best;
    }

    /// <summary>The subject of the first sentence, where it says something: "The Union thanks the delegations".</summary>
    private static string? First(ReportContext context)
    {
        foreach (var sentence in context.Document.Sentences)
        {
            if (sentence.Zone is ZoneKind.Title or ZoneKind.Furniture || sentence.TokenCount < 5 || sentence.Span.Slice(context.Document.Text) == context.Document.Source.Title) continue;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                if (context.Token(token).Head >= 0 || !context.Lexicon.Performing.Contains(context.Trees.Lower(token)) || context.Trees.Child(token, "nsubj") is not (var subject and >= 0)) continue;
                foreach (var mention in context.Document.Mentions)
                    if (mention.HeadToken == subject && mention.Kind != MentionKind.Pronoun) return mention.ActorId;
            }

            return null;
        }

        return null;
    }
}
