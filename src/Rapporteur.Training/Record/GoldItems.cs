using System.Collections.Immutable;
using System.Text.Json;

namespace Rapporteur.Training;

/// <summary>A position, condition, deadline, thread or deadlock of the annotation that a record should hold.</summary>
/// <param name="Id">Its id; for those that the annotation does not number, the letter of their group and their place, from 1.</param>
/// <param name="Name">What to call it in a list.</param>
/// <param name="Who">Names of whose it is: actor, holder or setter; empty where none is named.</param>
/// <param name="Value">Firmness of a position, state of a thread or deadline; empty for others.</param>
/// <param name="Claims">Ids of its claims (<see cref="GoldDossier.ClaimId"/>).</param>
/// <param name="Group">Issue of a position, due date of a deadline, kind of a thread; empty for others.</param>
internal sealed record GoldItem(string Id, string Name, string Who, string Value, ImmutableArray<string> Claims, string Group = "")
{
    /// <summary>State of each party's account of a meeting.</summary>
    internal ImmutableSortedDictionary<string, string> Lanes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>What an analyst keeps of the annotated articles, beside threads and disputes (<see cref="GoldDossier"/>).</summary>
/// <param name="Positions">Positions, numbered <c>p1</c>, <c>p2</c>, …</param>
/// <param name="Conditions">Conditions.</param>
/// <param name="Deadlines">Deadlines with their states, numbered <c>l1</c>, <c>l2</c>, …</param>
/// <param name="Threads">Threads of every kind.</param>
/// <param name="Deadlocks">Deadlocks in the order of the file.</param>
internal sealed record GoldItems(ImmutableArray<GoldItem> Positions, ImmutableArray<GoldItem> Conditions, ImmutableArray<GoldItem> Deadlines, ImmutableArray<GoldItem> Threads, ImmutableArray<GoldDeadlock> Deadlocks)
{
    /// <summary>Reads <c>threads-seeds.json</c>.</summary>
    internal static GoldItems Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        return new(
            [.. root.GetProperty("positions").EnumerateArray().Select((p, i) => new GoldItem($"p{i + 1}", $"{Text(p, "actor")}, {Text(p, "issue")}: {Text(p, "option")}", Text(p, "actor"), Text(p, "firmness"), Claims(p), Text(p, "issue")))],
            [.. root.GetProperty("conditions").EnumerateArray().Select(c => new GoldItem(Text(c, "id"), $"{Text(c, "then")}, after {Text(c, "before")}", c.GetProperty("stated").GetBoolean() ? Text(c, "holder") : "", "", Claims(c), Text(c, "before")))],
            [.. root.GetProperty("deadlines").EnumerateArray().Select((d, i) => new GoldItem($"l{i + 1}", $"{Text(d, "setter")}: {Text(d, "act")} by {Text(d, "due")}", Text(d, "setter"), Text(d, "state"), Claims(d), Text(d, "due")))],
            [.. root.GetProperty("threads").EnumerateArray().Select(t => new GoldItem(Text(t, "id"), Text(t, "name"), "", Text(t, "state"), Claims(t), Text(t, "kind")) { Lanes = Lanes(t) })],
            GoldDeadlock.Load(file));
    }

    private static ImmutableSortedDictionary<string, string> Lanes(JsonElement thread) =>
        thread.GetProperty("lanes").EnumerateObject().ToImmutableSortedDictionary(l => l.Name, l => l.Value.GetString() ?? "", StringComparer.Ordinal);

    private static ImmutableArray<string> Claims(JsonElement owner) => [.. owner.GetProperty("claims").EnumerateArray().Select(c => GoldDossier.ClaimId(c[0].GetString()!, c[1].GetString()!))];

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? "";
}
