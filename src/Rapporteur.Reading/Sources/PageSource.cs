using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A page that came over a network or out of an archive, with what is known of it from elsewhere.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Source">What to call it: its address.</param>
public sealed record PageSource(byte[] Bytes, string Source)
{
    /// <summary>What its server calls it, such as <c>text/html; charset=utf-8</c>; null where it does not.</summary>
    public string? ContentType { get; init; }

    /// <summary>Date of publication where the page itself states none, as a feed gives it; its basis is metadata.</summary>
    public Edtf? Published { get; init; }

    /// <summary>Title where the page states none.</summary>
    public string? Title { get; init; }

    /// <summary>Publisher where the page states none.</summary>
    public string? Publisher { get; init; }

    /// <summary>Why its bytes could not be had; null where they are there.</summary>
    internal ReadingError? Fault { get; init; }

    /// <summary>The type of media alone, in lower case; empty where none is named.</summary>
    internal string MediaType => (ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The encoding that the server named; null for none.</summary>
    public string? Charset
    {
        get
        {
            foreach (var part in (ContentType ?? "").Split(';').Skip(1))
                if (part.Trim() is { Length: > 8 } named && named.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)) return named[8..].Trim(' ', '"', '\'') is { Length: > 0 } charset ? charset : null;
            return null;
        }
    }
}
