namespace Rapporteur.Reading;

/// <summary>Tells the credit of a picture from a sentence that speaks of whom it names: from the name on, a credit holds nothing but names and the words of credits. Thread-safe.</summary>
/// <param name="captions">Words of captions.</param>
/// <param name="licences">Names of licences.</param>
internal sealed class CreditPhrases(LineCues captions, LineCues licences)
{
    private const string Breaks = ",;:/()[]|\u2013\u2014";

    /// <summary>Whether what stands last in a line is a credit.</summary>
    /// <param name="line">The line.</param>
    public bool EndIn(ReadOnlySpan<char> line)
    {
        for (var end = End(line); end < line.Length; end = End(line)) line = line[end..];
        var credit = false;
        foreach (var range in line.SplitAny(Breaks))
            if (line[range].ContainsAnyExcept(" .")) credit = IsCredit(line[range]);
        return credit;
    }

    /// <summary>Whether a line names a licence as credits do.</summary>
    /// <param name="line">The line.</param>
    public bool NameLicence(ReadOnlySpan<char> line)
    {
        for (var rest = line; !rest.IsEmpty;)
        {
            var end = End(rest);
            var sentence = rest[..end];
            if (licences.Holds("mark", LineCues.Fold(sentence))) return IsCreditFromLicence(sentence);
            rest = rest[end..];
        }

        return false;
    }

    /// <summary>Where the first sentence of a line ends; a full stop behind a single letter is part of a name, and that of "4.0" ends none.</summary>
    /// <param name="line">The line.</param>
    public static int End(ReadOnlySpan<char> line)
    {
        for (var at = 0; line[at..].IndexOf(". ", StringComparison.Ordinal) is var found and >= 0;)
        {
            var stop = at + found;
            if (stop < 2 || char.IsLetterOrDigit(line[stop - 2])) return stop + 1;
            at = stop + 1;
        }

        return line.Length;
    }

    private bool IsCreditFromLicence(ReadOnlySpan<char> sentence)
    {
        var named = false;
        foreach (var range in sentence.SplitAny(Breaks))
        {
            named |= licences.Holds("mark", LineCues.Fold(sentence[range]));
            if (named && !IsCredit(sentence[range])) return false;
        }

        return named;
    }

    private bool IsCredit(ReadOnlySpan<char> part)
    {
        foreach (var range in part.Split(' '))
            if (part[range] is { IsEmpty: false } word && char.IsLower(word[0]) && !captions.Is("credit", LineCues.Fold(word))) return false;
        return true;
    }
}
