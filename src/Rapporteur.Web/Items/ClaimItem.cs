using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>A label beside a claim.</summary>
/// <param name="Kind">What it tells: <c>voice</c>, <c>hedge</c>, <c>ruling</c> …</param>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What is shown.</param>
public sealed record ItemLabel(string Kind, string Code, string Text);

/// <summary>A claim as lists show it: told in a line, with the sentence that says it and where that stands.</summary>
/// <param name="Id">Key of the claim.</param>
/// <param name="Type">Its type.</param>
/// <param name="Told">The claim in one line.</param>
/// <param name="Labels">Hedge, voice, ruling.</param>
/// <param name="Quote">The sentence that says it, to the letter.</param>
/// <param name="Cite">Publisher and day.</param>
/// <param name="Published">Day of publication; null where unknown.</param>
/// <param name="TextId">Hash of the text.</param>
/// <param name="Start">Where the sentence begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Confidence">How sure the reader is, in [0, 1].</param>
/// <param name="Address">Address of the source with the span marked.</param>
public sealed record ClaimItem(string Id, string Type, string Told, ImmutableArray<ItemLabel> Labels, string Quote, string Cite, string? Published, string TextId, int Start, int End, double Confidence, string Address)
{
    /// <summary>A claim of a record.</summary>
    public static ClaimItem Of(RecordedClaim claim, RecordView view) => new(
        claim.Claim.Id,
        EnumSpelling.Of(claim.Claim.Type),
        view.Listing.Told(claim),
        [.. ClaimPhrase.Badges(claim).Select(b => new ItemLabel(Words.Code(b.Kind), b.Code, b.Text))],
        claim.Evidence.Quote,
        PassageMaker.Label(claim.Document, null),
        claim.Reported?.Value,
        claim.Document.TextId,
        claim.Evidence.Span.Start,
        claim.Evidence.Span.End,
        Math.Round(claim.Claim.Confidence, 3),
        AddressOf(claim.Document.TextId, claim.Evidence.Span.Start, claim.Claim.Id));

    /// <summary>Address of a place in a source, with the words of a claim marked.</summary>
    public static string AddressOf(string textId, int start, string claim) => string.Create(CultureInfo.InvariantCulture, $"{SourceAddress(textId)}?claim={Uri.EscapeDataString(claim)}#s{start}");

    /// <summary>Address of a source.</summary>
    public static string SourceAddress(string textId) => "/source/" + Digits(textId);

    /// <summary>Address of the review of a source.</summary>
    public static string ReviewAddress(string textId) => "/review/" + Digits(textId);

    /// <summary>The hash of a text as it stands in addresses: its first 32 digits.</summary>
    public static string Digits(string textId) => textId.StartsWith("sha256:", StringComparison.Ordinal) && textId.Length >= 39 ? textId["sha256:".Length..][..32] : textId;
}
