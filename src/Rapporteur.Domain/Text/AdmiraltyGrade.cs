namespace Rapporteur.Domain;

/// <summary>How a person grades a document by the Admiralty code (NATO AJP-2.1): the source from A (completely reliable) to F (cannot be judged), what it
/// tells from 1 (confirmed by others) to 6 (cannot be judged). The two are judged apart.</summary>
/// <param name="Source">A letter from <c>A</c> to <c>F</c>.</param>
/// <param name="Information">A digit from 1 to 6.</param>
public readonly record struct AdmiraltyGrade(char Source, int Information)
{
    /// <summary>Reads a spelling such as <c>B2</c> or <c>b2</c>; null for any other.</summary>
    /// <param name="spelling">Letter and digit.</param>
    public static AdmiraltyGrade? Parse(string? spelling) =>
        spelling?.Trim() is { Length: 2 } grade && char.ToUpperInvariant(grade[0]) is >= 'A' and <= 'F' and var source && grade[1] is >= '1' and <= '6'
            ? new(source, grade[1] - '0')
            : null;

    /// <summary>Letter and digit, such as <c>B2</c>.</summary>
    public override string ToString() => string.Create(2, this, (at, grade) => (at[0], at[1]) = (grade.Source, (char)('0' + grade.Information)));
}
