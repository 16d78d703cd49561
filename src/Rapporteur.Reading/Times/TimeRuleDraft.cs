using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>A rule while its lines are read.</summary>
internal sealed class TimeRuleDraft
{
    private readonly string[] head;
    private readonly List<string> patterns = [];
    private readonly List<string> examples = [];
    private readonly List<int> notPreceded = [];
    private readonly List<int> notFollowed = [];
    private readonly List<int> preceded = [];
    private readonly List<int> followed = [];
    private string[] value = [];

    internal TimeRuleDraft(string line) => head = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal void Add(string line, TimeVocabulary vocabulary)
    {
        switch (line[0])
        {
            case '=':
                value = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                break;
            case '+' or '-' when line[1] == ' ':
                examples.Add(line);
                break;
            case '!' or '?':
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                Neighbours(line[space..], vocabulary, line[..space] switch
                {
                    "!before" => notPreceded,
                    "!after" => notFollowed,
                    "?before" => preceded,
                    "?after" => followed,
                    _ => throw new FormatException($"A time rule asks for '!before', '!after', '?before' or '?after': {line}"),
                });
                break;
            default:
                patterns.Add(line.Trim());
                break;
        }
    }

    internal TimeRule Finish(int order)
    {
        if (value.Length == 0) throw new FormatException($"The time rule {head[1]} has no value function.");
        var level = Array.IndexOf(head, "level");
        return new()
        {
            Id = head[1],
            Order = order,
            Category = head.Length > 2 && head[2] is not ("level" or "part" or "timeml") ? head[2] : "",
            Level = level < 0 ? 0 : int.Parse(head[level + 1], CultureInfo.InvariantCulture),
            Emits = !head.Contains("part"),
            TimeMlOnly = head.Contains("timeml"),
            Function = TimeFunctions.Named(value[0]),
            Arguments = [.. value[1..]],
            Patterns = [.. patterns],
            Examples = [.. examples],
            NotPreceded = [.. notPreceded],
            NotFollowed = [.. notFollowed],
            Preceded = [.. preceded],
            Followed = [.. followed],
        };
    }

    private static void Neighbours(string words, TimeVocabulary vocabulary, List<int> into)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            into.Add(word[0] == '{' ? vocabulary.Class(word.Trim('{', '}')) : vocabulary.Literal(word));
    }
}
