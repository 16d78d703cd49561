using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>A snapshot as one text, every field of every part: two with equal texts cannot be told apart.</summary>
internal static class SnapshotState
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, MaxDepth = 64 };

    public static string Of(RecordSnapshot snapshot)
    {
        var claims = new Dictionary<RecordedClaim, int>(ReferenceEqualityComparer.Instance);
        foreach (var claim in snapshot.Claims) claims.Add(claim, claims.Count);
        string At(IEnumerable<RecordedClaim> of) => string.Join(' ', of.Select(c => claims[c]));
        return string.Join('\n', new[] { $"{snapshot.AsOf}" }
            .Concat(snapshot.Documents.Select(Json)).Concat(snapshot.Duplicates.Select(Json)).Concat(snapshot.Actors.Values.Select(Json)).Concat(snapshot.Actors.Keys)
            .Concat(snapshot.Claims.Select(Json)).Concat(snapshot.SecondReading.Select(Json)).Concat(snapshot.Facets.Select(Json))
            .Concat(snapshot.Meetings.Select(m => $"{Json(m)} {string.Join(';', m.Lanes.Select(l => At(l.Claims)))}"))
            .Concat(snapshot.Deadlines.Select(Json)).Concat(snapshot.Measures.Select(Json)).Concat(snapshot.Commitments.Select(Json)).Concat(snapshot.Demands.Select(Json)).Concat(snapshot.Guarantees.Select(Json))
            .Concat(snapshot.Threads().Select(t => $"{At(t.Claims)} | {At(t.Companions)}"))
            .Concat(snapshot.Positions.Select(p => $"{Json(p)} {claims[p.Claim]}"))
            .Concat(snapshot.Disputes.Select(d => $"{Json(d)} {At(d.One)} | {At(d.Other)}"))
            .Concat(snapshot.Rulings.Select(Json)));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize<object>(value!, Options);
}
