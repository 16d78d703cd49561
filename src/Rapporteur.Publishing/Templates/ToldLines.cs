using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What a brief has told already. A short brief says a thing once: not the same thread again, not another claim of the same actor from the same sentence, not the same subject of the same actor in other words.</summary>
internal sealed class ToldLines
{
    private readonly HashSet<string> _threads = new(StringComparer.Ordinal);
    private readonly HashSet<(string Text, TextSpan Sentence, string? By)> _sentences = [];
    private readonly List<(string? By, ClaimType Type, ImmutableArray<string> Words)> _subjects = [];

    /// <summary>Whether a line says something new; remembers it if so.</summary>
    public bool Take(Candidate line)
    {
        if (line.Facet is { } facet) return _sentences.Add((facet.Document.TextId, facet.Evidence.Span, "facet " + facet.Facet.Kind));
        if (_threads.Contains(line.Key)) return false;
        if (!line.IsThread && line.Claims[0] is { Claim.What: { } said } first && _sentences.Contains((first.Document.TextId, said, null))) return false;
        if (!line.IsThread && (_sentences.Contains(Sentence(line.Claims[0])) || IsSaid(line.Claims[0]))) return false;
        _threads.Add(line.Key);
        foreach (var claim in !line.TellsAll ? [] : line.IsThread ? line.Claims : line.Claims[..1])
        {
            _sentences.Add(Sentence(claim));
            if (claim.Claim.What is { IsEmpty: false } what) _sentences.Add((claim.Document.TextId, what, null));
            // Whoever says that an actor does something is heard with it.
            if (claim.Claim.Holder is { } holder) _sentences.Add((claim.Document.TextId, claim.Evidence.Span, holder));
            if (Subject(claim) is { IsEmpty: false } words) _subjects.Add((claim.Claim.By, claim.Claim.Type, words));
        }

        return true;
    }

    private bool IsSaid(RecordedClaim claim) =>
        Subject(claim) is { IsEmpty: false } words && _subjects.Exists(s => s.By == claim.Claim.By && s.Type == claim.Claim.Type && TellingWords.Overlap(s.Words, words));

    private static (string Text, TextSpan Sentence, string? By) Sentence(RecordedClaim claim) => (claim.Document.TextId, claim.Evidence.Span, claim.Claim.By);

    private static ImmutableArray<string> Subject(RecordedClaim claim) =>
        claim.Words(claim.Claim.What) is { } what ? TellingWords.Of(what) : claim.Claim.Content is [var first, ..] ? TellingWords.Of(first.Slice(claim.Document.Text)) : [];
}
