using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What was said with the words of the watch list, the latest first.</summary>
internal static class WatchSection
{
    private const string Id = "watch";

    public static ImmutableArray<Block> Build(BriefDesk desk)
    {
        if (desk.Options.Watch.IsEmpty) return [];
        var stems = desk.Live.Select(c => (Claim: c, Stems: ContentWords.Of(c.Evidence.Quote))).ToList();
        var groups = ImmutableArray.CreateBuilder<Block>();
        foreach (var word in desk.Options.Watch)
        {
            var asked = ContentWords.Of(word);
            var lines = desk.Lines(Id, stems.Where(c => !asked.IsEmpty && asked.All(c.Stems.Contains)).Select(c => c.Claim).NewestFirst());
            if (!lines.IsEmpty) groups.Add(new Group(desk.Id("g", Id, word), [Parts.Term(word)], null, desk.Fold(lines)));
        }

        return groups.ToImmutable();
    }
}
