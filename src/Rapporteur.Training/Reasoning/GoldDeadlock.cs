using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>A deadlock as a good analyst sees it.</summary>
/// <param name="Kind">Its kind in the words of the annotation.</param>
/// <param name="Conditions">For each of its stated conditions the ids of the claims that state it.</param>
/// <param name="Breaks">How many ways out the analyst names.</param>
internal sealed record GoldDeadlock(string Kind, ImmutableArray<ImmutableHashSet<string>> Conditions, int Breaks)
{
    /// <summary>Reads the deadlocks of <c>threads-seeds.json</c>.</summary>
    internal static ImmutableArray<GoldDeadlock> Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var conditions = json.RootElement.GetProperty("conditions").EnumerateArray().ToDictionary(
            c => c.GetProperty("id").GetString()!,
            c => c.GetProperty("claims").EnumerateArray().Select(p => GoldDossier.ClaimId(p[0].GetString()!, p[1].GetString()!)).ToImmutableHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        return
        [
            .. json.RootElement.GetProperty("deadlocks").EnumerateArray().Select(d => new GoldDeadlock(
                d.GetProperty("kind").GetString()!,
                [.. d.GetProperty("conditions").EnumerateArray().Select(c => conditions[c.GetString()!]).Where(c => !c.IsEmpty)],
                d.GetProperty("breaks").GetArrayLength())),
        ];
    }

    /// <summary>On how many of its stated conditions a deadlock rests that has these claims.</summary>
    internal int Shared(IReadOnlySet<string> claims) => Conditions.Count(c => c.Any(claims.Contains));

    /// <summary>Whether the kinds agree. A promise that is itself a part of what its trigger waits for is a circle here, a blocked trigger there.</summary>
    internal bool SameKind(Deadlock found) => (Kind, found.Kind) switch
    {
        ("cycle", DeadlockKind.Circle) or ("empty option set", DeadlockKind.EmptyOptions) or ("blocked trigger", DeadlockKind.BlockedTrigger) => true,
        ("blocked trigger", DeadlockKind.Circle) => !found.Pledges.IsEmpty,
        _ => false,
    };
}
