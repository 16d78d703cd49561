using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>How two numbers of a table go together when they are drawn.</summary>
/// <param name="One">A number.</param>
/// <param name="Other">Another number.</param>
/// <param name="Rank">Their rank correlation (Spearman's), between −1 and 1.</param>
public sealed record NumberCorrelation(TableNumber One, TableNumber Other, double Rank);

/// <summary>Some numbers of a table, as an analyst names them.</summary>
/// <param name="Quantity">Which kind of number.</param>
/// <param name="Who">A stakeholder, a group, or <c>*</c> for everybody.</param>
/// <param name="Issue">The issue; null for every one.</param>
public sealed record NumberSet(TableQuantity Quantity, string Who, string? Issue)
{
    /// <summary>Reads <c>capability:WHO</c>, <c>position:WHO</c> or <c>salience:WHO@ISSUE</c>.</summary>
    /// <param name="text">The text; blanks around names do not count.</param>
    /// <param name="set">What it says.</param>
    public static bool TryParse(string text, out NumberSet? set)
    {
        ArgumentNullException.ThrowIfNull(text);
        set = null;
        if (text.Split(':', 2, StringSplitOptions.TrimEntries) is not [var kind, var rest]) return false;
        foreach (var quantity in Enum.GetValues<TableQuantity>())
        {
            if (!kind.Equals(EnumSpelling.Of(quantity), StringComparison.OrdinalIgnoreCase)) continue;
            var at = quantity == TableQuantity.Capability ? -1 : rest.LastIndexOf('@');
            var (who, issue) = at < 0 ? (rest, null) : (rest[..at].Trim(), rest[(at + 1)..].Trim());
            if (who.Length > 0 && issue is not "") set = new(quantity, who, issue);
        }

        return set is not null;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => $"{EnumSpelling.Of(Quantity)}:{Who}{(Issue is null ? "" : $"@{Issue}")}";
}

/// <summary>That numbers of a table go together: each of one set with each of another, or all of one set with each other.</summary>
/// <param name="One">The set.</param>
/// <param name="Other">The other set; null for the pairs within the one.</param>
/// <param name="Rank">Their rank correlation (Spearman's), between −1 and 1.</param>
public sealed record CorrelationStatement(NumberSet One, NumberSet? Other, double Rank)
{
    /// <summary>Reads <c>capability:A~capability:B=0.6</c>, or <c>capability:*=0.5</c> for all pairs of a set.</summary>
    /// <param name="text">The text.</param>
    /// <param name="statement">What it says.</param>
    /// <returns>Whether it names one set or two and a number between −1 and 1, the ends left out.</returns>
    public static bool TryParse(string text, out CorrelationStatement? statement)
    {
        ArgumentNullException.ThrowIfNull(text);
        statement = null;
        var at = text.LastIndexOf('=');
        if (at < 0 || !double.TryParse(text[(at + 1)..].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rank) || !(Math.Abs(rank) < 1)) return false;
        var sides = text[..at].Split('~');
        if (sides.Length > 2 || !NumberSet.TryParse(sides[0], out var one)) return false;
        NumberSet? other = null;
        if (sides.Length == 2 && !NumberSet.TryParse(sides[1], out other)) return false;
        statement = new(one!, other, rank);
        return true;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{One}{(Other is null ? "" : $"~{Other}")}={Rank}");
}
