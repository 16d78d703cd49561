using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads the claims of every type beside statements, from frames matched on dependencies. Keeps the claims that are there already. Thread-safe.</summary>
/// <param name="frames">The frames.</param>
public sealed class ClaimAnnotator(FrameSet frames) : IAnnotator
{
    private static readonly ImmutableDictionary<ClaimType, IClaimDetail> Details =
        new IClaimDetail[] { new MeetingDetail(), new MeasureDetail(), new IncidentDetail(), new DeadlineDetail(), new ConditionDetail(), new AssessmentDetail() }
            .ToImmutableDictionary(detail => detail.Type);

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires { get; } = [Annotation.Tokens, Annotation.Syntax, Annotation.Times, Annotation.Actors, Annotation.Attributions];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides { get; } = [Annotation.Claims];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var scene = new ClaimScene(document, frames.Sets);
        var drafts = new List<ClaimDraft>();
        foreach (var sentence in document.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            if (sentence.Zone is ZoneKind.Furniture or ZoneKind.Title or ZoneKind.Caption) continue;
            Read(scene, sentence, drafts);
        }

        var claims = ClaimForms.Build(scene, drafts);
        return document with { Claims = ClaimForms.Sort(document.Claims.AddRange(claims)) };
    }

    private void Read(ClaimScene scene, Sentence sentence, List<ClaimDraft> drafts)
    {
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            foreach (var (part, frame) in frames.Of(scene.Tokens[token].Lemma))
            {
                if (!FrameSet.Fits(part, scene.Tokens[token]) || FrameMatcher.Match(scene, frame, token) is not { } draft) continue;
                if (Details.TryGetValue(draft.Type, out var detail))
                {
                    if (detail.Complete(scene, draft, drafts) is not { } completed) continue;
                    draft = completed;
                }

                drafts.Add(ClaimVoices.Settle(scene, draft));
            }
        }
    }
}
