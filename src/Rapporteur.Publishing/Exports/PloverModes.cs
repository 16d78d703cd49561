using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Modes of events by PLOVER (manual of 2021), where the kind of a measure or incident, or form or format of a meeting, says one plainly; from <c>data/publishing/plover-modes.txt</c>.</summary>
internal static class PloverModes
{
    private static readonly FrozenDictionary<(string Event, string Kind), string> Modes = Load();

    /// <summary>Modes of a claim's event, in the order kind, form, format; empty where none is plain.</summary>
    public static IEnumerable<string> Of(Claim claim)
    {
        if (claim.Event is not { } type) return [];
        string?[] kinds = [claim.Kind, ClaimCells.Code(claim.Form), ClaimCells.Code(claim.Format)];
        return kinds.OfType<string>().Select(k => Modes.GetValueOrDefault((type, k))).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static FrozenDictionary<(string, string), string> Load()
    {
        using var stream = typeof(PloverModes).Assembly.GetManifestResourceStream("plover-modes.txt")
            ?? throw new InvalidOperationException("The assembly lacks its modes of events; data/publishing/plover-modes.txt was not there when it was built.");
        using var reader = new StreamReader(stream);
        var modes = new Dictionary<(string, string), string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(' ') is not [var type, var kinds, var mode]) throw new InvalidDataException($"plover-modes.txt: “{line}” is not event, kinds, mode.");
            foreach (var kind in kinds.Split('|')) modes.Add((type, kind), mode);
        }

        return modes.ToFrozenDictionary();
    }
}
