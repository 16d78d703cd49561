using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A part of a match that has a name.</summary>
/// <param name="Name">Name in the pattern.</param>
/// <param name="Word">Index of its first word.</param>
/// <param name="Value">What the class says of it; an amount for <c>n</c>.</param>
/// <param name="Inner">The match of a called rule; null for classes.</param>
internal readonly record struct TimeCapture(string Name, int Word, double Value, TimeMatch? Inner);

/// <summary>Words that fit a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="Captures">Named parts in text order.</param>
internal sealed record TimeMatch(TimeRule Rule, int First, int End, ImmutableArray<TimeCapture> Captures)
{
    internal bool Has(string name) => Find(name) is not null;

    /// <summary>Value of a named part as a whole number; null when the part is not there.</summary>
    internal int? Int(string name) => Find(name) is { } capture ? (int)Math.Floor(capture.Value) : null;

    internal double? Amount(string name) => Find(name)?.Value;

    internal TimeMatch? Inner(string name) => Find(name)?.Inner;

    /// <summary>Index of the first word of a named part; -1 when the part is not there.</summary>
    internal int Word(string name) => Find(name)?.Word ?? -1;

    private TimeCapture? Find(string name)
    {
        foreach (var capture in Captures)
            if (capture.Name == name) return capture;
        return null;
    }
}
