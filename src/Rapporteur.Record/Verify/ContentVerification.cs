using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Checks every kept content against its hash, and every reference against its content.</summary>
internal static class ContentVerification
{
    /// <summary>Adds what is wrong.</summary>
    /// <param name="contents">The contents.</param>
    /// <param name="found">Where differences go.</param>
    internal static void Of(ContentStore contents, List<Difference> found)
    {
        var references = contents.All().ToLookup(c => c.Hash, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (hash, bytes) in contents.Bodies())
        {
            seen.Add(hash);
            if (ContentHash.Of(bytes) is var hashed && hashed != hash) found.Add(new(DifferenceKind.Content, $"content {hash}", hash, hashed));
            if (!references.Contains(hash)) found.Add(new(DifferenceKind.Content, $"content {hash}", "a reference to it", ""));
            foreach (var (reference, _, salt) in references[hash])
                if (ContentStore.Reference(salt, bytes) is var sealedAs && sealedAs != reference) found.Add(new(DifferenceKind.Content, $"content {reference}", reference, sealedAs));
        }

        foreach (var group in references)
            if (!seen.Contains(group.Key))
                foreach (var (reference, hash, _) in group) found.Add(new(DifferenceKind.Missing, $"content {reference}", hash, ""));
    }
}
