using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Whoever says what "reportedly" and "is believed to" attribute to nobody: one actor of the text, without a mention.</summary>
internal static class UnspecifiedSources
{
    /// <summary>What the actor is called.</summary>
    public const string Called = "unspecified source";

    /// <summary>The document with a source for each attribution that names none.</summary>
    /// <param name="document">A document with attributions.</param>
    public static AnnotatedDocument Name(AnnotatedDocument document)
    {
        if (document.Actors.IsEmpty) return document;
        var id = "a" + (document.Actors.Length + 1).ToString(CultureInfo.InvariantCulture);
        ImmutableArray<Attribution>.Builder? named = null;
        for (var i = 0; i < document.Attributions.Length; i++)
        {
            var attribution = document.Attributions[i];
            if (attribution is not { Source: null, SourceSpan: null } || attribution.Class == CueClass.Stance) continue;
            if (IsUnspecified(document, attribution)) (named ??= document.Attributions.ToBuilder())[i] = attribution with { Source = id };
        }

        if (named is null) return document;
        return document with { Attributions = named.ToImmutable(), Actors = document.Actors.Add(new Actor { Id = id, Name = Called, Kind = ActorKind.Unnamed }) };
    }

    private static bool IsUnspecified(AnnotatedDocument document, Attribution attribution)
    {
        if (attribution.Rule is "adverb" or "passive-infinitive" or "passive-as") return true;
        if (!attribution.Rule.EndsWith("clause", StringComparison.Ordinal)) return false;
        var (verb, sentence) = (attribution.CueToken, document.Sentences[attribution.Sentence]);
        for (var i = sentence.FirstToken; i < verb; i++)
            if (document.Tokens[i] is { Relation: "aux:pass" } token && token.Head == verb) return true;
        return false;
    }
}
