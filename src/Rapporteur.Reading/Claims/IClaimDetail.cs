using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in the fields that only one type of claim has.</summary>
internal interface IClaimDetail
{
    ClaimType Type { get; }

    /// <summary>The completed draft; null where it turns out to be no claim of the type.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">What the frame gave.</param>
    /// <param name="earlier">Drafts of the document before this one.</param>
    ClaimDraft? Complete(ClaimScene scene, ClaimDraft draft, EarlierDrafts earlier);
}
