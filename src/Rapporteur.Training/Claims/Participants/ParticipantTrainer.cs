using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the judge of participants on annotated articles that were read up to their attributions: of every draft that meets an annotated meeting, which of the actors around it the annotation has taking part.</summary>
internal sealed class ParticipantTrainer
{
    private const double Half = 0.5, Decay = 6;
    private const int Epochs = 20;

    private readonly ClaimAnnotator _annotator;
    private readonly ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> _all;
    private readonly ImmutableArray<(ulong[] Features, double Prior, bool Right)>[] _examples;
    private readonly int _articles, _parts;

    /// <summary>Takes what is learned from.</summary>
    /// <param name="annotator">The reader whose meetings are judged.</param>
    /// <param name="articles">Annotated articles with what was read in each.</param>
    /// <param name="further">Further ones.</param>
    /// <param name="parts">Number of parts for cross-validation, at least 2; articles are dealt out in turn.</param>
    public ParticipantTrainer(ClaimAnnotator annotator, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> articles, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> further, int parts = 7)
    {
        (_annotator, _all, _articles, _parts) = (annotator, articles.AddRange(further), articles.Length, parts);
        _examples = [.. _all.Select(article => Examples(article.Gold, article.Read))];
    }

    /// <summary>Weights learned from every article.</summary>
    public ParticipantWeights Train() => Train(-1);

    /// <summary>What the rules alone read, and what readers read whose judges have not seen the articles.</summary>
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

    private ParticipantWeights Train(int part) =>
        new(LogisticTrainer.Train([.. _examples.Where((_, i) => i % _parts != part || part < 0).SelectMany(e => e)], Epochs, decay: Decay));

    private ImmutableArray<(ulong[] Features, double Prior, bool Right)> Examples(GoldArticle gold, AnnotatedDocument read)
    {
        var cases = _annotator.Meetings(read).ToArray();
        var reading = ClaimTrainer.Reading(read) with { Claims = [.. cases.SelectMany(c => c.Claims)] };
        var met = new ClaimScore().Add(gold.Reading, reading);
        var same = new DocumentPair(gold.Reading, reading).Aligned.ToDictionary(pair => pair.Gold, pair => pair.Read, StringComparer.Ordinal);
        var owners = cases.SelectMany((c, i) => Enumerable.Repeat(i, c.Claims.Length)).ToArray();
        var claims = Enumerable.Range(0, met.Length).Where(i => met[i] >= 0).ToLookup(i => owners[met[i]], i => gold.Reading.Claims[i]);
        return [.. claims.OrderBy(found => found.Key).SelectMany(found =>
        {
            var takesPart = found.SelectMany(claim => claim.Participants).Where(same.ContainsKey).Select(actor => same[actor]).ToHashSet(StringComparer.Ordinal);
            return cases[found.Key].Actors.Select(actor => (actor.Features, Half, takesPart.Contains(actor.Actor)));
        })];
    }
}
