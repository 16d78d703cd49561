using System.Text.RegularExpressions;

namespace Rapporteur.Analysis;

/// <summary>The order of steps in the words of what somebody wants: "meet Northland first and then Westmark", "a one-on-one meeting first".</summary>
internal static partial class StepOrder
{
    /// <summary>What a step that has to come first, and no other is named, is before.</summary>
    internal const string WhatFollows = "further talks";

    /// <summary>The step that comes first and the one that follows; null where the words give no order.</summary>
    /// <param name="words">What is wanted.</param>
    internal static (string First, string Then)? Of(string words)
    {
        if (Twice().Match(words) is { Success: true } both)
        {
            var (first, then) = (both.Groups["first"].Value, both.Groups["then"].Value);
            return (first, Whole(first, then));
        }

        return Once().Match(words) is { Success: true } one && Domain.ContentWords.NameMeeting(one.Groups["first"].Value) ? (one.Groups["first"].Value, WhatFollows) : null;
    }

    // "meet with X first and then with Y": the act is named once.
    private static string Whole(string first, string then)
    {
        var preposition = then[..Math.Max(0, then.IndexOf(' ', StringComparison.Ordinal))];
        if (preposition is "with" or "to" or "in" or "on" or "for" && first.IndexOf($" {preposition} ", StringComparison.Ordinal) is > 0 and var at) return $"{first[..at]} {then}";
        // "meet X first and then Y": a name alone.
        return then.Length > 0 && char.IsUpper(then[0]) && first.IndexOf(' ', StringComparison.Ordinal) is > 0 and var verb ? $"{first[..verb]} {then}" : then;
    }

    [GeneratedRegex(@"^(?<first>.+?)\s+first,?\s+and\s+(?:only\s+)?(?:then|later|afterwards)\s+(?<then>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();

    [GeneratedRegex(@"^(?<first>.+\S)\s+first$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Once();

    /// <summary>"a post-ceasefire force": what has to come before, and what then; null where the words name nothing of the kind.</summary>
    /// <param name="words">What is planned or wanted.</param>
    internal static (string First, string Then)? After(string words) =>
        Post().Match(words) is { Success: true } post && Subject.Of(post.Groups["first"].Value)?.Merging is { IsAgreement: true } ? (post.Groups["first"].Value, post.Groups["then"].Value) : null;

    [GeneratedRegex(@"\bpost[-‐‑](?<first>(?:peace[- ])?[\p{L}]+?)[- \s]\s*(?<then>\S.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Post();
}
