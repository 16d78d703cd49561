using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Types of PLOVER that follow from the type, status and kind of a claim. Thread-safe.</summary>
public sealed class EventCodes
{
    private const string Any = "*";
    private readonly FrozenDictionary<string, string> _names;
    // Whether a form names the type of claim at all.
    private readonly bool[] _coded;

    /// <summary>Takes the forms of the types. Throws <see cref="InvalidDataException"/> where two types share a form.</summary>
    /// <param name="types">The types.</param>
    public EventCodes(ImmutableArray<EventType> types)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types)
            foreach (var form in type.Forms)
                if (!names.TryAdd(form, type.Name)) throw new InvalidDataException($"{EventType.File}: “{form}” is said of {names[form]} and of {type.Name}.");
        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
        _coded = [.. Enum.GetNames<ClaimType>().Select(type => names.Keys.Any(form => form.StartsWith(type.ToLowerInvariant() + " ", StringComparison.Ordinal)))];
    }

    /// <summary>The type that a claim has by its form alone; null where its form tells none or several.</summary>
    /// <param name="claim">The claim.</param>
    public string? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!_coded[(int)claim.Type]) return null;
        var (type, status, kind) = (claim.Type.ToString().ToLowerInvariant(), claim.Status?.ToString().ToLowerInvariant() ?? "none", claim.Kind ?? "none");
        foreach (var (s, k) in (ReadOnlySpan<(string, string)>)[(status, kind), (status, Any), (Any, kind), (Any, Any)])
        {
            // What is only planned has not happened: it has a type only where the forms name the plan.
            if (s == Any && claim.Status == ClaimStatus.Planned) break;
            if (_names.TryGetValue(Key(type, s, k), out var name)) return name;
        }

        return null;
    }

    /// <summary>The keys that a line of forms stands for: "type status|status kind|kind", with _ for a space in a kind.</summary>
    internal static IEnumerable<string> Keys(string file, string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || !Enum.TryParse<ClaimType>(parts[0], ignoreCase: true, out _)) throw new InvalidDataException($"{file}: “C {line}” is not “C type status kind”.");
        foreach (var status in parts[1].Split('|'))
            foreach (var kind in parts[2].Split('|')) yield return Key(parts[0], status, kind.Replace('_', ' '));
    }

    private static string Key(string type, string status, string kind) => $"{type} {status} {kind}";
}
