namespace Rapporteur.Reading;

/// <summary>Adds pattern spellings to a tree: words, <c>{class}</c>, <c>{name:class}</c>, <c>&lt;category&gt;</c>, <c>[optional]</c>, <c>(one|other)</c>; parts without white space between them must touch in the text.</summary>
internal sealed class TimePattern
{
    private readonly string _spelling;
    private readonly TimeVocabulary _vocabulary;
    private int _at;

    private TimePattern(string spelling, TimeVocabulary vocabulary) => (_spelling, _vocabulary) = (spelling, vocabulary);

    internal static void Add(string spelling, TimeRule rule, TimeTrie root, TimeVocabulary vocabulary)
    {
        var pattern = new TimePattern(spelling, vocabulary);
        var ends = pattern.Alternatives([new(root, null, null)], false);
        if (pattern._at < spelling.Length) throw new FormatException($"Unexpected '{spelling[pattern._at]}' at {pattern._at} in the time pattern: {spelling}");
        foreach (var end in ends)
        {
            if (end.Node == root) throw new FormatException($"The pattern can be empty: {spelling}");
            end.Node.End(rule, end.Names());
        }
    }

    private List<Way> Alternatives(List<Way> from, bool glued)
    {
        var all = Sequence(from, glued);
        while (_at < _spelling.Length && _spelling[_at] == '|')
        {
            _at++;
            all.AddRange(Sequence(from, glued));
        }

        return all;
    }

    // Ways are only added to, so lists can be shared.
    private List<Way> Sequence(List<Way> from, bool glued)
    {
        var ways = new List<Way>(from);
        var start = _at;
        while (_at < _spelling.Length && _spelling[_at] is not ('|' or ')' or ']'))
        {
            var touching = _at == start ? glued : _spelling[_at - 1] != ' ';
            switch (_spelling[_at])
            {
                case ' ':
                    _at++;
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
                    var atom = _vocabulary.Literal(Literal());
                    ways = ways.ConvertAll(way => new Way(way.Node.Step(atom, touching), null, way));
                    break;
            }
        }

        return ways;
    }

    private List<Way> Group(List<Way> from, char close, bool glued)
    {
        _at++;
        var ways = Alternatives(from, glued);
        if (_at >= _spelling.Length || _spelling[_at] != close) throw new FormatException($"'{close}' is missing in the time pattern: {_spelling}");
        _at++;
        return ways;
    }

    private List<Way> Named(List<Way> from, char close, bool glued)
    {
        var end = _spelling.IndexOf(close, _at);
        if (end < 0) throw new FormatException($"'{close}' is missing in the time pattern: {_spelling}");
        var inner = _spelling[(_at + 1)..end];
        _at = end + 1;
        var colon = inner.IndexOf(':');
        var (name, kind) = colon < 0 ? (inner, inner) : (inner[..colon], inner[(colon + 1)..]);
        if (close == '>') return from.ConvertAll(way => new Way(way.Node.Call(kind, glued), name, way));
        var atom = _vocabulary.Class(kind);
        return from.ConvertAll(way => new Way(way.Node.Step(atom, glued), name, way));
    }

    private string Literal()
    {
        var start = _at;
        while (_at < _spelling.Length && char.IsLetter(_spelling[_at])) _at++;
        if (_at == start) _at++;
        return _spelling[start.._at];
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
