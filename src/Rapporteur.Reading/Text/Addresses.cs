namespace Rapporteur.Reading;

/// <summary>Internet and e-mail addresses, which stay one token.</summary>
internal static class Addresses
{
    /// <summary>A quick look: might the chunk be an address with punctuation still at its end?</summary>
    public static bool LooksLikeOne(ReadOnlySpan<char> chunk) => HasScheme(chunk);

    /// <summary>Whether the whole chunk is an address.</summary>
    public static bool IsOne(ReadOnlySpan<char> chunk, TextLexicon lexicon)
    {
        if (chunk.Length < 4) return false;
        if (HasScheme(chunk)) return true;
        var at = chunk.IndexOf('@');
        if (at == 0) return IsHandle(chunk[1..]);
        var host = at > 0 ? chunk[(at + 1)..] : chunk;
        if (at > 0 && !IsLocalPart(chunk[..at])) return false;
        var slash = host.IndexOf('/');
        if (slash >= 0) host = host[..slash];
        var dot = host.LastIndexOf('.');
        if (dot < 2 || !lexicon.DomainEndings.Contains(host[(dot + 1)..])) return false;
        foreach (var c in host[..dot])
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_')) return false;
        return char.IsLetterOrDigit(host[0]);
    }

    private static bool HasScheme(ReadOnlySpan<char> chunk) =>
        chunk.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
        || chunk.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("t.me/", StringComparison.Ordinal);

    private static bool IsHandle(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_') return false;
        return true;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_' or '+')) return false;
        return true;
    }
}
