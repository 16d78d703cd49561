using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>A thread or one side of a dispute, as annotated.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Kind of the thread; class of the dispute.</param>
/// <param name="State">State of the thread; empty for disputes.</param>
/// <param name="Claims">Ids of its claims (<see cref="GoldDossier.ClaimId"/>); of a dispute those of all sides.</param>
/// <param name="Sides">Dispute: claims by side; empty for threads.</param>
public sealed record GoldThread(string Id, string Kind, string State, ImmutableArray<string> Claims, ImmutableArray<ImmutableArray<string>> Sides);

/// <summary>Annotated articles of one process with the threads and disputes that a good analyst sees in them (<c>threads-seeds.json</c>).</summary>
/// <param name="AsOf">The day for which the states hold.</param>
/// <param name="Readings">The articles; claim ids are those of <see cref="ClaimId"/>.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Disputes">Disputes.</param>
/// <param name="Deadlines">Deadlines with their states; the id is the due date.</param>
public sealed record GoldDossier(DateOnly AsOf, ImmutableArray<DocumentReading> Readings, ImmutableArray<GoldThread> Threads, ImmutableArray<GoldThread> Disputes, ImmutableArray<GoldThread> Deadlines)
{
    /// <summary>Id of a claim among several articles.</summary>
    /// <param name="article">Id of the article.</param>
    /// <param name="claim">Id of the claim in it.</param>
    public static string ClaimId(string article, string claim) => $"{article}:{claim}";

    /// <summary>Reads the dossier and the articles that it names.</summary>
    /// <param name="file">The annotation of the threads.</param>
    /// <param name="folder">Folder that holds <c>articles</c> and <c>text</c>.</param>
    public static GoldDossier Load(string file, string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        ImmutableArray<GoldThread> threads = [.. root.GetProperty("threads").EnumerateArray().Select(t => new GoldThread(Text(t, "id"), Text(t, "kind"), Text(t, "state"), Claims(t), []))];
        ImmutableArray<GoldThread> disputes = [.. root.GetProperty("disputes").EnumerateArray().Select(ReadDispute)];
        ImmutableArray<GoldThread> deadlines = [.. root.GetProperty("deadlines").EnumerateArray().Select(t => new GoldThread(Text(t, "due"), "deadline", Text(t, "state"), Claims(t), []))];
        var articles = threads.SelectMany(t => t.Claims).Select(c => c[..c.LastIndexOf(':')]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(
            DateOnly.ParseExact(Text(root, "as_of"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            [.. articles.Select(a => Joined(GoldFolder.LoadArticle(Path.Combine(folder, "articles", a + ".json"), Path.Combine(folder, "text"))))],
            threads, disputes, deadlines);
    }

    private static GoldThread ReadDispute(JsonElement dispute)
    {
        ImmutableArray<ImmutableArray<string>> sides = [.. dispute.GetProperty("sides").EnumerateArray().Select(Claims)];
        return new(Text(dispute, "id"), Text(dispute, "class"), "", [.. sides.SelectMany(s => s)], sides);
    }

    private static ImmutableArray<string> Claims(JsonElement owner) => [.. owner.GetProperty("claims").EnumerateArray().Select(c => ClaimId(c[0].GetString()!, c[1].GetString()!))];

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? "";

    // Claims get ids that hold over articles, and actors belong to actors: the annotators wrote names, some of which are in no list.
    private static DocumentReading Joined(GoldArticle article)
    {
        var reading = article.Reading;
        var actors = reading.Actors.ToList();
        foreach (var name in reading.Actors.Select(a => a.Of).OfType<string>().Distinct(StringComparer.Ordinal))
            if (actors.All(a => a.Id != name && a.Name != name)) actors.Add(new() { Id = "of " + name, Name = name, Kind = ActorKind.State });
        return reading with
        {
            Actors = [.. actors.Select(a => a with { Of = a.Of is null ? null : actors.First(o => o.Id == a.Of || o.Name == a.Of).Id })],
            Claims = [.. reading.Claims.Select(c => c with { Id = ClaimId(article.Id, c.Id) })],
        };
    }
}
