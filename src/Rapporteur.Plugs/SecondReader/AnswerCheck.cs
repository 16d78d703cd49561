using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Plugs;

/// <summary>Turns answers for one document into claims; refuses and counts what the text does not bear out.</summary>
internal sealed class AnswerCheck
{
    private const int MostClaims = 200;
    private readonly ClaimCheck _check;
    private readonly HashSet<(ClaimType, TextSpan, string?, TextSpan?)> _known = [];

    public AnswerCheck(AnnotatedDocument document, string origin) => _check = new(document, origin);

    /// <summary>What was taken, in the order of the answers.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>What was not.</summary>
    public Refusals Refusals { get; } = new();

    /// <summary>Takes one answer; false where it is not <c>{"claims": […]}</c>. Words around the object, as of a code block, are passed over.</summary>
    public bool Take(string answer, Passage passage)
    {
        var (first, last) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (first < 0 || last < first) return false;
        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(first, last + 1 - first), new() { MaxDepth = 16 });
            if (!json.RootElement.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array) return false;
            var count = 0;
            foreach (var claim in claims.EnumerateArray())
            {
                if (++count > MostClaims) Refusals.Add(Refusal.TooMany);
                else Take(claim, passage);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Take(JsonElement said, Passage passage)
    {
        try
        {
            var claim = _check.Claim(said, passage.Span);
            if (_known.Add((claim.Type, claim.Trigger, claim.By, claim.What))) Claims.Add(claim with { Id = Key(claim) });
            else Refusals.Add(Refusal.Duplicate);
        }
        catch (RefusedException refused)
        {
            Refusals.Add(refused.Refusal);
        }
        catch (InvalidOperationException)
        {
            // A string that is no Unicode text.
            Refusals.Add(Refusal.Malformed);
        }
    }

    // Twins that differ only in who acts are told apart by it, as the first reader does.
    private string Key(Claim claim) =>
        Claims.Exists(c => c.Id == claim.Id) ? _check.Key(claim, claim.By) : claim.Id;
}

/// <summary>Leaves the check of one claim at its first fault.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception
{
    public Refusal Refusal { get; } = refusal;
}
