namespace Rapporteur.Reading;

/// <summary>Tells the roles of those who judge from outside: analysts, scholars, fellows of institutes.</summary>
internal static class ExpertRoles
{
    private static readonly string[] Words = ["analyst", "expert", "professor", "researcher", "scholar", "historian", "commentator", "lecturer", "academic", "economist"];

    /// <summary>Whether a role is an expert's; "fellow" only as its last word, since "a fellow citizen" is none.</summary>
    public static bool Is(string role)
    {
        ReadOnlySpan<char> rest = role;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(' ');
            var word = end < 0 ? rest : rest[..end];
            foreach (var known in Words)
                if (word.StartsWith(known, StringComparison.OrdinalIgnoreCase) && word.Length <= known.Length + 1) return true;
            if (end < 0) return word.StartsWith("fellow", StringComparison.OrdinalIgnoreCase) && word.Length <= "fellows".Length;
            rest = rest[(end + 1)..];
        }

        return false;
    }
}
