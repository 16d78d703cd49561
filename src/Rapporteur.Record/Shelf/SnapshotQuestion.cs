using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which snapshot is asked for.</summary>
/// <param name="AsOf">The day in valid time; null for the last known day of publication.</param>
/// <param name="KnownOn">Last day of recorded time; null for everything.</param>
/// <param name="Limit">Strictest marking.</param>
/// <param name="Dossier">What was said beforehand; null for nothing.</param>
internal sealed record SnapshotQuestion(DateOnly? AsOf, DateOnly? KnownOn, Marking Limit, Dossier? Dossier)
{
    /// <summary>After every day.</summary>
    internal const string Always = "9999-12-31";

    /// <summary>What unmarked documents count as.</summary>
    internal Marking Unmarked => Dossier?.Marking ?? Marking.Unmarked;

    internal string AsOfSpelled => AsOf is { } day ? Projections.Day(day) : "";

    internal string KnownOnSpelled => KnownOn is { } day ? Projections.Day(day) : "";

    /// <summary>What of the dossier a fold looks at, as JSON; empty where there is none.</summary>
    internal string DossierSpelled
    {
        get
        {
            if (Dossier is not { } dossier) return "";
            return Encoding.UTF8.GetString(StoredJson.Object(json =>
            {
                json.WriteString("marking", EnumSpelling.Of(dossier.Marking));
                if (dossier.MinimumCoverage is { } least) json.WriteNumber("minimumCoverage", least);
                json.WriteStartArray("parties");
                foreach (var party in dossier.Parties)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(party.Name);
                    foreach (var alias in party.Aliases) json.WriteStringValue(alias);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }));
        }
    }

    /// <summary>The question of a row. Throws <see cref="FormatException"/> or <see cref="JsonException"/> where it cannot be understood.</summary>
    internal static SnapshotQuestion Parse(string asOf, string knownOn, long limit, string dossier) => new(Day(asOf), Day(knownOn), (Marking)limit, dossier.Length == 0 ? null : ReadDossier(dossier));

    /// <summary>Up to which day of publication readings matter; a re-dated document or an alias may reach over it.</summary>
    internal string Through(IEnumerable<Ruling> rulings) =>
        AsOf is { } day && Dossier is null && !RulingBook.Of(rulings).All("date").Any() ? Projections.Day(day) : Always;

    private static DateOnly? Day(string spelled) => spelled.Length == 0 ? null : DateOnly.ParseExact(spelled, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dossier ReadDossier(string spelled)
    {
        using var json = JsonDocument.Parse(spelled);
        var root = json.RootElement;
        return new()
        {
            Marking = EnumSpelling.TryParse<Marking>(root.GetProperty("marking").GetString(), out var marking) ? marking : throw new FormatException("No marking."),
            MinimumCoverage = root.TryGetProperty("minimumCoverage", out var least) ? least.GetInt32() : null,
            Parties = [.. root.GetProperty("parties").EnumerateArray().Select(p => new DossierParty(p[0].GetString()!, [.. p.EnumerateArray().Skip(1).Select(a => a.GetString()!)]))],
        };
    }
}
