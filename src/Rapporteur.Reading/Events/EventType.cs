using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A type of event of PLOVER, with the words that tell it.</summary>
/// <param name="Name">Its name, such as <c>SANCTION</c>.</param>
/// <param name="Quad">Its place: <c>verbal-cooperation</c>, <c>material-cooperation</c>, <c>verbal-conflict</c> or <c>material-conflict</c>.</param>
/// <param name="Verbs">Lemmas of verbs.</param>
/// <param name="Nouns">Lemmas of nouns.</param>
/// <param name="Pairs">A verb and a noun that belongs to it, joined by a space.</param>
/// <param name="Forms">Forms of claims that have the type: type, status and kind of the claim, <c>*</c> for any (<c>measure lifted embargo</c>).</param>
public sealed record EventType(string Name, string Quad, ImmutableHashSet<string> Verbs, ImmutableHashSet<string> Nouns, ImmutableHashSet<string> Pairs, ImmutableArray<string> Forms)
{
    /// <summary>Where the types lie below the data folder.</summary>
    public const string File = "events/plover.events";

    /// <summary>Reads the types, in the order of the file. Throws <see cref="InvalidDataException"/> that names the line.</summary>
    /// <param name="data">The data folder.</param>
    public static ImmutableArray<EventType> Load(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var types = ImmutableArray.CreateBuilder<EventType>();
        foreach (var line in data.Lines(File))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (key, value) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
            if (key == "event")
            {
                types.Add(new(value, "", [], [], [], []));
                continue;
            }

            if (types.Count == 0) throw new InvalidDataException($"{File}: “{line}” stands before the first event.");
            types[^1] = key switch
            {
                "quad" => types[^1] with { Quad = value },
                "V" => types[^1] with { Verbs = [.. Split(value, ' ')] },
                "N" => types[^1] with { Nouns = [.. Split(value, ' ')] },
                "P" => types[^1] with { Pairs = [.. Split(value, '|')] },
                "C" => types[^1] with { Forms = types[^1].Forms.AddRange(EventCodes.Keys(File, value)) },
                _ => throw new InvalidDataException($"{File}: “{line}” begins with none of event, quad, C, V, N, P."),
            };
        }

        return types.ToImmutable();
    }

    private static string[] Split(string text, char at) => text.Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
