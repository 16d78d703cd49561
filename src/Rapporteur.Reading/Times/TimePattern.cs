namespace Rapporteur.Reading;

/// <summary>Adds pattern spellings to a tree: words, <c>{class}</c>, <c>{name:class}</c>, <c>&lt;category&gt;</c>, <c>[optional]</c>, <c>(one|other)</c>; parts without white space between them must touch in the text.</summary>
internal sealed class TimePattern
{
    private readonly string spelling;
    private readonly TimeVocabulary vocabulary;
    private int at;

    private TimePattern(string spelling, TimeVocabulary vocabulary) => (this.spelling, this.vocabulary) = (spelling, vocabulary);

    internal static void Add(string spelling, TimeRule rule, TimeTrie root, TimeVocabulary vocabulary)
    {
        var pattern = new TimePattern(spelling, vocabulary);
        var ends = pattern.Alternatives([new(root, null, null)], false);
        if (pattern.at < spelling.Length) throw new FormatException($"Unexpected '{spelling[pattern.at]}' at {pattern.at} in the time pattern: {spelling}");
        foreach (var end in ends)
        {
            if (end.Node == root) throw new FormatException($"The pattern can be empty: {spelling}");
            end.Node.End(rule, end.Names());
        }
    }

    private List<Way> Alternatives(List<Way> from, bool glued)
    {
        var all = Sequence(from, glued);
        while (at < spelling.Length && spelling[at] == '|')
        {
            at++;
            all.AddRange(Sequence(from, glued));
        }

        return all;
    }

    // Ways are only added to, so lists can be shared.
    private List<Way> Sequence(List<Way> from, bool glued)
    {
        var ways = new List<Way>(from);
        var start = at;
        while (at < spelling.Length && spelling[at] is not ('|' or ')' or ']'))
        {
            var touching = at == start ? glued : spelling[at - 1] != ' ';
            switch (spelling[at])
            {
                case ' ':
                    at++;
                    break;
                case '(':
                    ways = Group(ways, ')', touching);
                    break;
                case '[':
                    ways.AddRange(Group(ways, ']', touching));
                    break;
                case '{':
                    ways = Named(ways, '}', touching);
                    break;
                case '<':
                    ways = Named(ways, '>', touching);
                    break;
                default:
                    var atom = vocabulary.Literal(Literal());
                    ways = ways.ConvertAll(way => new Way(way.Node.Step(atom, touching), null, way));
                    break;
            }
        }

        return ways;
    }

    private List<Way> Group(List<Way> from, char close, bool glued)
    {
        at++;
        var ways = Alternatives(from, glued);
        if (at >= spelling.Length || spelling[at] != close) throw new FormatException($"'{close}' is missing in the time pattern: {spelling}");
        at++;
        return ways;
    }

    private List<Way> Named(List<Way> from, char close, bool glued)
    {
        var end = spelling.IndexOf(close, at);
        if (end < 0) throw new FormatException($"'{close}' is missing in the time pattern: {spelling}");
        var inner = spelling[(at + 1)..end];
        at = end + 1;
        var colon = inner.IndexOf(':');
        var (name, kind) = colon < 0 ? (inner, inner) : (inner[..colon], inner[(colon + 1)..]);
        if (close == '>') return from.ConvertAll(way => new Way(way.Node.Call(kind, glued), name, way));
        var atom = vocabulary.Class(kind);
        return from.ConvertAll(way => new Way(way.Node.Step(atom, glued), name, way));
    }

    private string Literal()
    {
        var start = at;
        while (at < spelling.Length && char.IsLetter(spelling[at])) at++;
        if (at == start) at++;
        return spelling[start..at];
    }

    /// <summary>A way down the tree.</summary>
    private sealed record Way(TimeTrie Node, string? Name, Way? Before)
    {
        internal string?[] Names()
        {
            var count = 0;
            for (var way = this; way.Before is not null; way = way.Before) count++;
            var names = new string?[count];
            for (var way = this; way.Before is not null; way = way.Before) names[--count] = way.Name;
            return names;
        }
    }
}
