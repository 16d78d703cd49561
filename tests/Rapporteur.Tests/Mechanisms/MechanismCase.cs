using System.Collections.Immutable;

namespace Rapporteur.Tests;

/// <summary>A call of the program with what its <c>--json</c> has to hold (<c>+</c>) and must not (<c>-</c>).</summary>
internal sealed record MechanismCall(ImmutableArray<string> Words, ImmutableArray<(bool Wanted, string Condition)> Expected);

/// <summary>A document of a case: its day, empty for none, and its text.</summary>
internal sealed record MechanismDocument(string Day, string Publisher, string Text);

/// <summary>Articles of our own on one mechanism, and what has to come out of them. The files <c>*.rows</c> hold them:
/// <c>row N name</c> begins a case, <c>on DAY [publisher | rights]</c> an article, <c>&gt; command …</c> a call, <c>+</c> and <c>-</c> what is expected of it.</summary>
internal sealed record MechanismCase(string Row, string Name, ImmutableArray<MechanismDocument> Documents, ImmutableArray<MechanismCall> Calls)
{
    private static readonly Lazy<ImmutableArray<MechanismCase>> Loaded = new(() =>
        [.. Directory.GetFiles(Repository.File("tests", "Rapporteur.Tests", "Mechanisms"), "*.rows").Order(StringComparer.Ordinal).SelectMany(f => Parse(File.ReadAllLines(f)))]);

    public static ImmutableArray<MechanismCase> All => Loaded.Value;

    public string Id => $"{Row} {Name}";

    private static IEnumerable<MechanismCase> Parse(IEnumerable<string> lines)
    {
        MechanismCase? current = null;
        foreach (var line in lines)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith("row ", StringComparison.Ordinal))
            {
                if (current is not null) yield return current;
                var words = line.Split(' ', 3);
                current = new(words[1], words[2], [], []);
            }
            else if (current is not null)
            {
                current = With(current, line);
            }
        }

        if (current is not null) yield return current;
    }

    private static MechanismCase With(MechanismCase current, string line)
    {
        if (line.StartsWith("on", StringComparison.Ordinal) && (line.Length == 2 || line[2] == ' ') && (line.Length < 4 || char.IsDigit(line[3])))
        {
            var words = line.Split(' ', 3);
            return current with { Documents = current.Documents.Add(new(words.Length > 1 ? words[1] : "", words.Length > 2 ? words[2] : "Sample Wire", "")) };
        }

        if (line.StartsWith("> ", StringComparison.Ordinal)) return current with { Calls = current.Calls.Add(new([.. line[2..].Split(' ')], [])) };
        if (line.Length > 2 && line[0] is '+' or '-' && line[1] == ' ')
        {
            var call = current.Calls[^1];
            return current with { Calls = current.Calls.SetItem(current.Calls.Length - 1, call with { Expected = call.Expected.Add((line[0] == '+', line[2..])) }) };
        }

        if (line.Length == 0 && (current.Calls.Length > 0 || current.Documents.IsEmpty)) return current;
        if (current.Calls.Length > 0) throw new InvalidDataException($"{current.Id}: '{line}' is no expectation.");
        var document = current.Documents[^1];
        return current with { Documents = current.Documents.SetItem(current.Documents.Length - 1, document with { Text = document.Text + line + "\n" }) };
    }
}
