using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What a phrase of a text is about.</summary>
internal sealed class Subject
{
    /// <summary>Share of content words from which two phrases count as one; docs/reasoning.md states it.</summary>
    internal const double AlikeFrom = 0.6;

    private Subject(string words, ImmutableArray<string> stems)
    {
        (Words, Stems) = (words, stems);
        Key = string.Join(' ', stems.Order(StringComparer.Ordinal));
        Matters = MatterBook.Shipped.Match(stems);
    }

    /// <summary>The words of the text, white space collapsed.</summary>
    internal string Words { get; }

    /// <summary>Content words.</summary>
    internal ImmutableArray<string> Stems { get; }

    /// <summary>The content words in order; equal for phrases of the same words.</summary>
    internal string Key { get; }

    /// <summary>Matters of the vocabulary, the first named first.</summary>
    internal ImmutableArray<MatterMatch> Matters { get; }

    /// <summary>The matter that the phrase is about: the first that it names; null where it names none.</summary>
    internal MatterMatch? Main => Matters.IsEmpty ? null : Matters[0];

    internal bool IsNegated => Stems.Contains(ContentWords.Negation);

    /// <summary>Whether it names alternatives: "A or B".</summary>
    internal bool NamesAlternatives => !IsNegated && Words.Contains(" or ", StringComparison.Ordinal);

    /// <summary>What the phrase adds to the words of a matter.</summary>
    internal ImmutableArray<string> Terms(MatterMatch match) => [.. Stems.Where(s => !match.Matched.Contains(s) && !Lists.Generic.Contains(s))];

    /// <summary>Whether the phrase says no more than the matter.</summary>
    internal bool IsBare => Main is { } main && Terms(main).IsEmpty;

    /// <summary>The matter that makes the phrase one thing with every other of the matter; null where there is none.</summary>
    internal Matter? Merging => !IsNegated && !NamesAlternatives && Main is { Matter: var matter } && (matter.IsSame || (matter.IsBare && IsBare)) ? matter : null;

    /// <summary>The subject of a phrase; null where it has no content word.</summary>
    internal static Subject? Of(string? words)
    {
        if (words is null) return null;
        var tidy = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var stems = ContentWords.Of(tidy);
        return stems.IsEmpty ? null : new(tidy, stems);
    }

    /// <summary>The parts of "A or B"; the subject alone where it names no alternatives.</summary>
    internal static ImmutableArray<Subject> Alternatives(Subject subject)
    {
        var words = subject.Words.StartsWith("either ", StringComparison.OrdinalIgnoreCase) ? subject.Words["either ".Length..] : subject.Words;
        var parts = words.Split(" or ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !subject.NamesAlternatives) return [subject];
        var subjects = parts.Select(Of).OfType<Subject>().ToImmutableArray();
        return subjects.Length == parts.Length ? subjects : [subject];
    }

    /// <summary>Whether both name one thing: nearly the same words, and both or neither negated.</summary>
    internal static bool SameThing(Subject one, Subject other) =>
        one.IsNegated == other.IsNegated && one.NamesAlternatives == other.NamesAlternatives && ((one.Merging is { } matter && other.Merging == matter) || ContentWords.Similarity(one.Stems, other.Stems) >= AlikeFrom);

    /// <summary>Whether both add the same terms to the words of a matter: none, nearly the same, or the one all of its several among those of the other.</summary>
    internal static bool SameTerms(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.IsEmpty == other.IsEmpty && (one.IsEmpty || ContentWords.Similarity(one, other) >= AlikeFrom || (one.Length > 1 && one.All(other.Contains)));

    /// <summary>Words for an option: what is wanted, and after what.</summary>
    internal static string Name(Subject wanted, Subject? first) => first is null ? wanted.Words : $"{wanted.Words}, after {first.Words}";
}
