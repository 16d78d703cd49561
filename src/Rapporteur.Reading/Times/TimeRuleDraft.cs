using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>A rule while its lines are read.</summary>
internal sealed class TimeRuleDraft
{
    private readonly string[] _head;
    private readonly List<string> _patterns = [];
    private readonly List<string> _examples = [];
    private readonly List<int> _notPreceded = [];
    private readonly List<int> _notFollowed = [];
    private readonly List<int> _preceded = [];
    private readonly List<int> _followed = [];
    private string[] _value = [];

    internal TimeRuleDraft(string line) => _head = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal void Add(string line, TimeVocabulary vocabulary)
    {
        switch (line[0])
        {
            case '=':
                _value = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                break;
            case '+' or '-' when line[1] == ' ':
                _examples.Add(line);
                break;
            case '!' or '?':
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                Neighbours(line[space..], vocabulary, line[..space] switch
                {
                    "!before" => _notPreceded,
                    "!after" => _notFollowed,
                    "?before" => _preceded,
                    "?after" => _followed,
                    _ => throw new FormatException($"A time rule asks for '!before', '!after', '?before' or '?after': {line}"),
                });
                break;
            default:
                _patterns.Add(line.Trim());
                break;
        }
    }

    internal TimeRule Finish(int order)
    {
        if (_value.Length == 0) throw new FormatException($"The time rule {_head[1]} has no value function.");
        var level = Array.IndexOf(_head, "level");
        return new()
        {
            Id = _head[1],
            Order = order,
            Category = _head.Length > 2 && _head[2] is not ("level" or "part" or "timeml" or "record") ? _head[2] : "",
            Level = level < 0 ? 0 : int.Parse(_head[level + 1], CultureInfo.InvariantCulture),
            Emits = !_head.Contains("part"),
            TimeMlOnly = _head.Contains("timeml"),
            RecordOnly = _head.Contains("record"),
            Function = TimeFunctions.Named(_value[0]),
            Arguments = [.. _value[1..]],
            Patterns = [.. _patterns],
            Examples = [.. _examples],
            NotPreceded = [.. _notPreceded],
            NotFollowed = [.. _notFollowed],
            Preceded = [.. _preceded],
            Followed = [.. _followed],
        };
    }

    private static void Neighbours(string words, TimeVocabulary vocabulary, List<int> into)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            into.Add(word[0] == '{' ? vocabulary.Class(word.Trim('{', '}')) : vocabulary.Literal(word));
    }
}
