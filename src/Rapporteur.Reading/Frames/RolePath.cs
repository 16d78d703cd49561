using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A way along dependencies from a trigger to a role, with alternatives in order of preference.</summary>
/// <param name="Alternatives">The alternatives, each a list of steps.</param>
public sealed record RolePath(ImmutableArray<ImmutableArray<PathStep>> Alternatives)
{
    /// <summary>As the frame's file spells it.</summary>
    public string Spelling { get; init; } = "";

    /// <summary>Reads the spelling: alternatives separated by <c>|</c>, steps by <c>/</c>. Throws <see cref="FormatException"/> where it is wrong.</summary>
    /// <param name="text">Spelling, such as <c>xcomp | obl:for/acl</c>.</param>
    /// <param name="sets">Named sets of lemmas that <c>=@name</c> refers to.</param>
    public static RolePath Parse(string text, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        var alternatives = ImmutableArray.CreateBuilder<ImmutableArray<PathStep>>();
        foreach (var alternative in text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var steps = ImmutableArray.CreateBuilder<PathStep>();
            foreach (var step in alternative.Split('/', StringSplitOptions.TrimEntries)) steps.Add(PathStep.Parse(step, sets));
            alternatives.Add(steps.ToImmutable());
        }

        return alternatives.Count > 0 ? new(alternatives.ToImmutable()) { Spelling = text } : throw new FormatException("A path is empty.");
    }
}

/// <summary>How a step moves.</summary>
public enum StepKind
{
    /// <summary>Stays at the word.</summary>
    Self,
    /// <summary>To every dependent with the relation.</summary>
    Child,
    /// <summary>To the head, when the word's own relation is this one.</summary>
    Parent,
    /// <summary>To who does it: subject, agent of a passive, controller, or the noun that a clause modifies.</summary>
    Subject,
    /// <summary>To whom it is done: object, or subject of a passive.</summary>
    Object,
    /// <summary>From a conjunction or preposition to the head of its own clause or phrase.</summary>
    Clause,
    /// <summary>From a conjunction or preposition to the verb of the clause that its clause hangs on.</summary>
    Main,
    /// <summary>To the first infinitive with "to" below the word and after it, wherever the parser hung it.</summary>
    Infinitive,
    /// <summary>To the owner, compound or adjective before a noun, or the noun after its "of" or "by".</summary>
    Owner,
}

/// <summary>One step along dependencies.</summary>
/// <param name="Kind">How it moves.</param>
/// <param name="Relation">Universal dependency relation; without a subtype it matches all of its subtypes. Empty matches all.</param>
/// <param name="Marker">Lemma of the preposition or conjunction that the dependent has to have; empty for any.</param>
/// <param name="Lemmas">Lemmas that the word may have; null for any.</param>
public sealed record PathStep(StepKind Kind, string Relation, string Marker, IReadOnlySet<string>? Lemmas)
{
    /// <summary>Reads one step. Throws <see cref="FormatException"/> where it is wrong.</summary>
    /// <param name="text">Spelling, such as <c>obl:for=@talks</c>.</param>
    /// <param name="sets">Named sets of lemmas.</param>
    public static PathStep Parse(string text, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        IReadOnlySet<string>? lemmas = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            lemmas = Lemmata(text[(equals + 1)..], sets);
            text = text[..equals];
        }

        var kind = text switch
        {
            "@" => StepKind.Self,
            "subj" => StepKind.Subject,
            "object" => StepKind.Object,
            "owner" => StepKind.Owner,
            "inf" => StepKind.Infinitive,
            "main" => StepKind.Main,
            "clause" => StepKind.Clause,
            _ => text.StartsWith('<') ? StepKind.Parent : StepKind.Child,
        };
        if (kind is not (StepKind.Child or StepKind.Parent)) return new(kind, "", "", lemmas);
        if (kind == StepKind.Parent) text = text[1..];
        if (text == "*") return new(kind, "", "", lemmas);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || IsSubtype(text[(colon + 1)..])) return new(kind, string.Intern(text), "", lemmas);
        var (relation, marker) = (text[..colon], text[(colon + 1)..]);
        colon = marker.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new(kind, string.Intern(relation), marker, lemmas)
            : new(kind, string.Intern(relation + ":" + marker[..colon]), marker[(colon + 1)..], lemmas);
    }

    private static IReadOnlySet<string> Lemmata(string text, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        if (!text.StartsWith('@')) return new HashSet<string>(text.Split(','), StringComparer.Ordinal);
        return sets.TryGetValue(text[1..], out var set) ? set : throw new FormatException($"There is no set “{text[1..]}”.");
    }

    private static bool IsSubtype(string text) => text is "pass" or "poss" or "prt" or "relcl" or "agent" or "npmod" or "unmarked" or "tmod" or "outer" or "predet";
}
