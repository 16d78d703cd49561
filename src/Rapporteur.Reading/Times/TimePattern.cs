using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>What a part of a pattern is.</summary>
internal enum TimePartKind : byte
{
    /// <summary>A word or mark.</summary>
    Literal,
    /// <summary>A class of words or figures, <c>{month}</c>.</summary>
    Class,
    /// <summary>A match of a rule of a lower level, <c>&lt;date&gt;</c>.</summary>
    Call,
}

/// <summary>One part of a pattern.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">The word, or the name of the class or category.</param>
/// <param name="Name">Name under which the value function finds it; null for words.</param>
/// <param name="Glued">Whether nothing may stand between it and the part before.</param>
internal readonly record struct TimePart(TimePartKind Kind, string Text, string? Name, bool Glued);

/// <summary>Reads pattern spellings: words, <c>{class}</c>, <c>{name:class}</c>, <c>&lt;category&gt;</c>, <c>[optional]</c>, <c>(one|other)</c>; parts without white space between them must touch in the text.</summary>
internal sealed class TimePattern
{
    private readonly string spelling;
    private int at;

    private TimePattern(string spelling) => this.spelling = spelling;

    /// <summary>All sequences of parts that a spelling stands for.</summary>
    internal static List<ImmutableArray<TimePart>> Expand(string spelling)
    {
        var pattern = new TimePattern(spelling);
        var all = pattern.Alternatives();
        if (pattern.at < spelling.Length) throw new FormatException($"Unexpected '{spelling[pattern.at]}' at {pattern.at} in the time pattern: {spelling}");
        return all;
    }

    private List<ImmutableArray<TimePart>> Alternatives()
    {
        var all = Sequence();
        while (at < spelling.Length && spelling[at] == '|')
        {
            at++;
            all.AddRange(Sequence());
        }

        return all;
    }

    private List<ImmutableArray<TimePart>> Sequence()
    {
        List<ImmutableArray<TimePart>> all = [[]];
        while (at < spelling.Length && spelling[at] is not ('|' or ')' or ']'))
        {
            var glued = at > 0 && spelling[at - 1] is not (' ' or '(' or '[' or '|');
            switch (spelling[at])
            {
                case ' ':
                    at++;
                    continue;
                case '(':
                    all = Cross(all, Group(')'), glued);
                    continue;
                case '[':
                    all = [.. all, .. Cross(all, Group(']'), glued)];
                    continue;
                case '{':
                    all = Cross(all, [[Named('}', TimePartKind.Class, glued)]], glued);
                    continue;
                case '<':
                    all = Cross(all, [[Named('>', TimePartKind.Call, glued)]], glued);
                    continue;
                default:
                    all = Cross(all, [[new(TimePartKind.Literal, Literal(), null, glued)]], glued);
                    continue;
            }
        }

        return all;
    }

    private List<ImmutableArray<TimePart>> Group(char close)
    {
        at++;
        var inner = Alternatives();
        if (at >= spelling.Length || spelling[at] != close) throw new FormatException($"'{close}' is missing in the time pattern: {spelling}");
        at++;
        return inner;
    }

    private TimePart Named(char close, TimePartKind kind, bool glued)
    {
        var end = spelling.IndexOf(close, at);
        if (end < 0) throw new FormatException($"'{close}' is missing in the time pattern: {spelling}");
        var inner = spelling[(at + 1)..end];
        at = end + 1;
        var colon = inner.IndexOf(':');
        return colon < 0 ? new(kind, inner, inner, glued) : new(kind, inner[(colon + 1)..], inner[..colon], glued);
    }

    private string Literal()
    {
        var start = at;
        while (at < spelling.Length && char.IsLetter(spelling[at])) at++;
        if (at == start) at++;
        return spelling[start..at];
    }

    private static List<ImmutableArray<TimePart>> Cross(List<ImmutableArray<TimePart>> left, List<ImmutableArray<TimePart>> right, bool glued)
    {
        var all = new List<ImmutableArray<TimePart>>(left.Count * right.Count);
        foreach (var before in left)
            foreach (var after in right)
                all.Add(before.IsEmpty || after.IsEmpty || after[0].Glued == glued ? before.AddRange(after) : before.Add(after[0] with { Glued = glued }).AddRange(after[1..]));
        return all;
    }
}
