using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the judge of sides on annotated articles that were read up to their attributions: of every draft that meets an annotated claim, which of the actors around it the annotation has in each role.</summary>
internal sealed class SideTrainer
{
    private const double Half = 0.5, Decay = 6;
    private const int Epochs = 20;

    private readonly ClaimAnnotator _annotator;
    private readonly ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> _all;
    private readonly ImmutableArray<(ulong[] Features, ClaimType Type, bool Acts, bool TakesPart)>[] _examples;
    private readonly int _articles, _parts;

    /// <summary>Takes what is learned from.</summary>
    /// <param name="annotator">The reader whose drafts are judged.</param>
    /// <param name="articles">Annotated articles with what was read in each.</param>
    /// <param name="further">Further ones.</param>
    /// <param name="parts">Number of parts for cross-validation, at least 2; articles are dealt out in turn.</param>
    public SideTrainer(ClaimAnnotator annotator, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> articles, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> further, int parts = 7)
    {
        (_annotator, _all, _articles, _parts) = (annotator, articles.AddRange(further), articles.Length, parts);
        _examples = [.. _all.Select(article => Examples(article.Gold, article.Read))];
    }

    /// <summary>Weights learned from every article.</summary>
    public SideWeights Train() => Train(-1);

    /// <summary>What readers that have not seen the articles' sides read in them, and what the rules alone read.</summary>
    /// <param name="further">Whether in the further articles.</param>
    public (ClaimScore Rules, ClaimScore Judged) CrossValidate(bool further)
    {
        var readers = Enumerable.Range(0, _parts).Select(part => _annotator.With(Train(part))).ToArray();
        var (rules, judged, alone) = (new ClaimScore(), new ClaimScore(), _annotator.With(null));
        for (var i = further ? _articles : 0; i < (further ? _all.Length : _articles); i++)
        {
            rules.Add(_all[i].Gold.Reading, ClaimTrainer.Reading(alone.Annotate(_all[i].Read)));
            judged.Add(_all[i].Gold.Reading, ClaimTrainer.Reading(readers[i % _parts].Annotate(_all[i].Read)));
        }

        return (rules, judged);
    }

    private SideWeights Train(int part)
    {
        var examples = _examples.Where((_, i) => i % _parts != part || part < 0).SelectMany(e => e).ToArray();
        return SideWeights.Of([
            LogisticTrainer.Train([.. examples.Select(e => (e.Features, Half, e.Acts))], Epochs, decay: Decay),
            LogisticTrainer.Train([.. examples.Where(e => e.Type == ClaimType.Meeting).Select(e => (e.Features, Half, e.TakesPart))], Epochs, decay: Decay)]);
    }

    private ImmutableArray<(ulong[] Features, ClaimType Type, bool Acts, bool TakesPart)> Examples(GoldArticle gold, AnnotatedDocument read)
    {
        var cases = _annotator.Sides(read).ToArray();
        var reading = ClaimTrainer.Reading(read) with { Claims = [.. cases.SelectMany(c => c.Claims)] };
        var met = new ClaimScore().Add(gold.Reading, reading);
        var same = new DocumentPair(gold.Reading, reading).Aligned.ToDictionary(pair => pair.Gold, pair => pair.Read, StringComparer.Ordinal);
        same[Actor.Narrator] = Actor.Narrator;
        var owners = cases.SelectMany((c, i) => Enumerable.Repeat(i, c.Claims.Length)).ToArray();
        var claims = Enumerable.Range(0, met.Length).Where(i => met[i] >= 0).ToLookup(i => owners[met[i]], i => gold.Reading.Claims[i]);
        return [.. claims.OrderBy(claim => claim.Key).SelectMany(found =>
        {
            var acts = found.Where(claim => claim.By is not null && same.ContainsKey(claim.By)).Select(claim => same[claim.By!]).ToHashSet(StringComparer.Ordinal);
            var takesPart = found.SelectMany(claim => claim.Participants).Where(same.ContainsKey).Select(actor => same[actor]).ToHashSet(StringComparer.Ordinal);
            return cases[found.Key].Actors.Select(actor => (actor.Features, found.First().Type, acts.Contains(actor.Actor), takesPart.Contains(actor.Actor)));
        })];
    }
}
