using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Makes statement claims of attributions: one for each source, attitudes and headlines left out.</summary>
internal static class StatementClaims
{
    /// <summary>Statement claims of a document, in the order of the attributions.</summary>
    /// <param name="document">A document with <see cref="AnnotatedDocument.Attributions"/>.</param>
    public static ImmutableArray<Claim> Of(AnnotatedDocument document)
    {
        var actors = document.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        var trees = document.Attributions.IsEmpty ? null : new DependencyTrees(document);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var attribution in document.Attributions)
        {
            if (attribution.Class == CueClass.Stance || attribution.IsDirective || attribution.Source is null && IsWeak(attribution) && !document.Actors.IsEmpty) continue;
            if (IsUnreal(trees!, document, attribution)) continue;
            var sentence = document.Sentences[attribution.Sentence];
            if (sentence.Zone is ZoneKind.Title or ZoneKind.Furniture or ZoneKind.Caption) continue;
            var claim = One(document, trees!, attribution, sentence.Span);
            claims.Add(claim with { By = attribution.Source, Holder = Holder(document, attribution, attribution.Source), Voice = VoiceOf(actors, attribution, attribution.Source) });
            foreach (var joint in attribution.Joint)
            {
                claims.Add(claim with
                {
                    Id = ClaimKey.Of(document.Source.TextId, ClaimType.Statement, attribution.Cue, sentence.Span, actors.GetValueOrDefault(joint)?.Name ?? joint),
                    By = joint,
                    Holder = Holder(document, attribution, joint),
                    Voice = VoiceOf(actors, attribution, joint),
                });
            }
        }

        return claims.ToImmutable();
    }

    // Whoever quotes the speaker, where somebody else does.
    private static string? Holder(AnnotatedDocument document, Attribution attribution, string? speaker)
    {
        for (var outer = attribution.Within; speaker is not null && outer is { } index; outer = document.Attributions[index].Within)
            if (document.Attributions[index].Source is { } source && source != speaker && document.Attributions[index].Class != CueClass.Stance) return source;
        return null;
    }

    private static Claim One(AnnotatedDocument document, DependencyTrees trees, Attribution attribution, TextSpan evidence) => new()
    {
        Id = ClaimKey.Of(document.Source.TextId, ClaimType.Statement, attribution.Cue, evidence),
        Type = ClaimType.Statement,
        To = attribution.To,
        Trigger = attribution.Cue,
        Evidence = evidence,
        Cue = attribution.Cue,
        Content = attribution.Content,
        Quoted = attribution.Quoted,
        Polarity = IsNegated(trees, attribution.CueToken) ? Polarity.Negative : Polarity.Positive,
        Rule = "attribution/" + attribution.Rule,
        Confidence = Confidence(attribution),
    };

    /// <summary>Constructions that also tell what things do ("the recount confirmed the result"): they need a known actor.</summary>
    private static bool IsWeak(Attribution attribution) =>
        attribution.Rule is "verb-object" or "verb-phrase" or "verb-infinitive" or "passive-object" || attribution.Rule == "noun-phrase" && attribution.Class != CueClass.Feeling;

    /// <summary>"might view", "if they say", "should say", "before talking of", "declined to specify": nothing was said or thought.</summary>
    private static bool IsUnreal(DependencyTrees trees, AnnotatedDocument document, Attribution attribution)
    {
        var cue = attribution.CueToken;
        if (attribution.Rule.StartsWith("quote", StringComparison.Ordinal) || document.Tokens[cue].Upos != "VERB") return false;
        if ((IsWeak(attribution) || attribution.Rule == "verb-as") && IsFuture(trees, cue)) return true;
        if (IsWeak(attribution) && document.Tokens[cue].Xpos == "VB" && trees.Introducer(cue) == "to" && trees.Child(cue, "nsubj") < 0 && !trees.Has(cue, "xcomp")) return true;
        if (document.Tokens[cue].Xpos == "VBG") return trees.Introducer(cue) is "without" or "instead" || trees.Introducer(cue) == "before" && attribution.Rule != "verb-clause";
        var head = document.Tokens[cue].Head;
        if (trees.Has(cue, "xcomp") && head >= 0 && head < cue && trees.Lower(head) is "decline" or "refuse" or "fail") return true;
        if (IsUntold(trees, document, attribution)) return true;
        if (trees.Has(cue, "conj") && head >= 0 && trees.Child(cue, "nsubj") < 0 && document.Tokens[head].Upos == "VERB") return IsOpen(trees, cue) || IsOpen(trees, head);
        return IsOpen(trees, cue);
    }

    /// <summary>"did not say whether", "would neither confirm nor say when", "what does Oslo say?": a question that was left open.</summary>
    private static bool IsUntold(DependencyTrees trees, AnnotatedDocument document, Attribution attribution)
    {
        var cue = attribution.CueToken;
        var first = attribution.Content[0].Slice(document.Text);
        var open = false;
        foreach (var word in (ReadOnlySpan<string>)["whether", "if", "what", "which", "who", "whom", "when", "where", "how", "why"])
            open |= first.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (first.Length == word.Length || first[word.Length] == ' ');
        if (!open) return false;
        if (attribution.Rule == "verb-object" && attribution.Content[0].Start < attribution.Cue.Start) return true;
        var head = document.Tokens[cue].Head;
        return IsNegated(trees, cue) || IsNor(trees, cue) || trees.Has(cue, "conj") && head >= 0 && IsNor(trees, head);
    }

    private static bool IsNor(DependencyTrees trees, int verb)
    {
        for (var child = trees.First(verb); child >= 0 && child < verb; child = trees.Next(child))
            if (trees.Lower(child) is "neither" or "nor") return true;
        return false;
    }

    private static bool IsFuture(DependencyTrees trees, int verb)
    {
        for (var child = trees.First(verb); child >= 0 && child < verb; child = trees.Next(child))
            if (trees.Has(child, "aux") && trees.Lower(child) is "will" or "shall") return true;
        return false;
    }

    private static bool IsOpen(DependencyTrees trees, int verb)
    {
        for (var child = trees.First(verb); child >= 0 && child < verb; child = trees.Next(child))
            if (trees.Has(child, "mark") && trees.Lower(child) is "if" or "unless" || trees.Has(child, "aux") && trees.Lower(child) is "might" or "may" or "should") return true;
        return false;
    }

    private static bool IsNegated(DependencyTrees trees, int cue)
    {
        for (var child = trees.First(cue); child >= 0; child = trees.Next(child))
            if ((trees.Has(child, "advmod") || trees.Has(child, "det")) && trees.Lower(child) is "not" or "n't" or "n’t" or "never" or "no" or "neither" or "nor") return true;
        return false;
    }

    /// <summary>By the construction: quotation beside its cue first, phrases last; less where no source is known.</summary>
    private static double Confidence(Attribution attribution)
    {
        var basis = attribution.Rule switch
        {
            "quote-verb" or "quote-colon" or "turn" => 0.95,
            "verb-clause" or "according-to" => 0.9,
            "verb-parenthesis" or "verb-colon" or "noun-clause" or "adjective-clause" => 0.85,
            "verb-as" or "verb-naming" => 0.8,
            _ => 0.7,
        };
        return attribution.Source is null ? Math.Round(basis * 0.8, 2) : basis;
    }

    private static Voice VoiceOf(Dictionary<string, Actor> actors, Attribution attribution, string? source)
    {
        if (attribution.IsDocument) return Voice.Document;
        if (source is null || !actors.TryGetValue(source, out var actor)) return attribution.SourceSpan is null ? Voice.Reporter : Voice.Anonymous;
        if (SpeakerVoice.Of(actor) is { } voice) return voice;
        if (actor.Kind is ActorKind.State or ActorKind.Group) return Voice.Party;
        if (actor.Of is { } of && actors.TryGetValue(of, out var body)) return body.Kind is ActorKind.State or ActorKind.Group ? Voice.Party : Voice.Official;
        return actor.Kind == ActorKind.Organisation || actor.Role is not null ? Voice.Official : Voice.Party;
    }
}
