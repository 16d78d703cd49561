namespace Rapporteur.Reading;

/// <summary>Finds the words between quotation marks, sentence by sentence.</summary>
internal static class QuotedTokens
{
    /// <summary>For each token, whether it stands between quotation marks.</summary>
    public static bool[] Of(AnnotatedDocument document)
    {
        var quoted = new bool[document.Tokens.Length];
        foreach (var sentence in document.Sentences)
        {
            var open = false;
            for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                var form = document.Form(t);
                if (form is "“" or "``") open = true;
                else if (form is "”" or "''") open = false;
                else if (form is "\"") open = !open;
                else quoted[t] = open;
            }
        }

        return quoted;
    }
}
