namespace Rapporteur.Reading;

/// <summary>What a word of the time grammar looks like.</summary>
internal enum TimeWordKind : byte
{
    Word,
    Number,
    Ordinal,
    Decade,
    Mark,
}

/// <summary>One word as the time grammar sees it: letters, digits or one mark; finer than a syntactic token.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit, the full stop of an abbreviation included.</param>
/// <param name="BareEnd">The same without that full stop.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Number">Value of the digits; 0 for words and marks.</param>
/// <param name="Entry">Index of its memberships in the <see cref="TimeVocabulary"/>; -1 when the grammar does not know it.</param>
internal readonly record struct TimeWord(int Start, int End, int BareEnd, TimeWordKind Kind, int Number, int Entry)
{
    internal int Digits => Kind == TimeWordKind.Number ? End - Start : 0;
}
