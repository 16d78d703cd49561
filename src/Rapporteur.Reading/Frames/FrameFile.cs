using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads the line-based files under <c>data/frames</c>.</summary>
internal static class FrameFile
{
    /// <summary>Adds the sets of lemmas of a <c>.sets</c> file; what an earlier file has of a set stays. Throws <see cref="InvalidDataException"/> where a file has one twice.</summary>
    public static void ReadSets(DataFolder data, string file, Dictionary<string, IReadOnlySet<string>> sets)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in data.Lines(file))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw new InvalidDataException($"{file}: “{line}” is not “name = lemmas”.");
            var name = line[..equals].Trim();
            if (!own.Add(name)) throw new InvalidDataException($"{file}: “{name}” is there twice.");
            var lemmas = Split(line[(equals + 1)..]);
            var set = new HashSet<string>(lemmas, StringComparer.Ordinal);
            if (sets.TryGetValue(name, out var known)) set.UnionWith(known);
            sets[name] = set;
        }
    }

    /// <summary>Reads the frames of one type.</summary>
    public static IEnumerable<Frame> Read(DataFolder data, string file, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        ClaimType? type = null;
        FrameLines? open = null;
        var frames = new List<Frame>();
        foreach (var line in data.Lines(file))
        {
            var (key, value) = KeyOf(line);
            try
            {
                if (key == "type")
                {
                    type = Enum.Parse<ClaimType>(value, ignoreCase: true);
                }
                else if (key == "frame")
                {
                    if (open is not null) frames.Add(open.Close());
                    open = new(type ?? throw new FormatException("The type comes first."), value, sets);
                }
                else
                {
                    (open ?? throw new FormatException("A frame comes first.")).Add(key, value);
                }
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new InvalidDataException($"{file}: “{line}”: {e.Message}", e);
            }
        }

        if (open is not null) frames.Add(open.Close());
        return frames;
    }

    private static (string Key, string Value) KeyOf(string line)
    {
        line = line.Trim();
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>One frame while its lines are read.</summary>
    private sealed class FrameLines(ClaimType type, string name, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        private readonly List<Trigger> _triggers = [];
        private readonly List<Test> _needs = [];
        private readonly List<Test> _excludes = [];
        private readonly List<Role> _roles = [];
        private readonly List<FrameExample> _examples = [];
        private readonly List<KindTest> _kinds = [];
        private readonly Dictionary<string, string> _fixed = new(StringComparer.Ordinal);
        private double _confidence = 0.6;

        public void Add(string key, string value)
        {
            switch (key)
            {
                case "on":
                    var words = Split(value);
                    for (var i = 1; i < words.Length; i++) AddTrigger(words[0][0], words[i]);
                    break;
                case "need":
                    _needs.Add(ReadTest(value));
                    break;
                case "not":
                    _excludes.Add(ReadTest(value));
                    break;
                case "confidence":
                    _confidence = double.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "+" or "-":
                    _examples.Add(ReadExample(key == "+", value));
                    break;
                case "kind" when value.IndexOf(" when ", StringComparison.Ordinal) is >= 0 and var at:
                    _kinds.Add(new(value[..at].Trim(), ReadTest(value[(at + " when ".Length)..].Trim())));
                    break;
                case "status" or "form" or "kind" or "polarity" or "modality":
                    _fixed[key] = value;
                    break;
                case "by" or "by!" or "to" or "to!" or "what" or "what!" or "if" or "if!" or "then" or "then!" or "participants" or "participants!"
                    or "about" or "about!" or "consequence" or "time" or "time!" or "place" or "place!" or "near" or "near!" or "act" or "apart":
                    _roles.Add(new(key.TrimEnd('!'), RolePath.Parse(value, sets), key.EndsWith('!')));
                    break;
                default:
                    throw new FormatException($"“{key}” is not known.");
            }
        }

        public Frame Close() => new()
        {
            Id = type.ToString().ToLowerInvariant() + "." + name,
            Type = type,
            Triggers = [.. _triggers],
            Needs = [.. _needs],
            Excludes = [.. _excludes],
            Roles = [.. _roles],
            Fixed = _fixed,
            Kinds = [.. _kinds],
            Confidence = _confidence,
            Examples = [.. _examples],
        };

        private void AddTrigger(char part, string word)
        {
            if (!word.StartsWith('@'))
            {
                _triggers.Add(new(word, part));
                return;
            }

            foreach (var lemma in sets[word[1..]].Order(StringComparer.Ordinal)) _triggers.Add(new(lemma, part));
        }

        private Test ReadTest(string value) => value.StartsWith('[') ? new(null, value.Trim('[', ']')) : new(RolePath.Parse(value, sets), null);

        private static FrameExample ReadExample(bool positive, string value)
        {
            var arrow = value.IndexOf("=>", StringComparison.Ordinal);
            return arrow < 0 ? new(value, positive, "") : new(value[..arrow].Trim(), positive, value[(arrow + 2)..].Trim());
        }
    }
}
