using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Names the fields in which two claims differ.</summary>
public static class ClaimDifference
{
    /// <summary>Fields that say something of the world, by the names of the interchange format, in its order. Confidence, rule, origin and what is derived are left out.</summary>
    /// <param name="one">A claim.</param>
    /// <param name="other">Another, whose actor fields hold ids of the same kind.</param>
    public static ImmutableArray<string> Fields(Claim one, Claim other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var fields = ImmutableArray.CreateBuilder<string>();
        void Check(bool equal, string name)
        {
            if (!equal) fields.Add(name);
        }

        Check(one.Type == other.Type, "type");
        Check(one.By == other.By, "by");
        Check(one.Holder == other.Holder, "holder");
        Check(Equal(one.To, other.To), "to");
        Check(Equal(one.Participants, other.Participants), "participants");
        Check(Equal(one.About, other.About), "about");
        Check(one.Cue == other.Cue, "cue");
        Check(one.Content.AsSpan().SequenceEqual(other.Content.AsSpan()), "content");
        Check(one.Quoted == other.Quoted, "quoted");
        Check(one.Form == other.Form, "form");
        Check(one.Level == other.Level, "level");
        Check(one.Format == other.Format, "format");
        Check(one.Status == other.Status, "status");
        Check(one.Kind == other.Kind, "kind");
        Check(one.What == other.What, "what");
        Check(one.If == other.If, "if");
        Check(one.Then == other.Then, "then");
        Check(one.Consequence == other.Consequence, "consequence");
        Check(one.Due?.Value == other.Due?.Value, "due");
        Check(one.Time == other.Time, "time");
        Check(one.When?.Value == other.When?.Value, "when");
        Check(one.Where == other.Where, "where");
        Check(one.Quantities.AsSpan().SequenceEqual(other.Quantities.AsSpan()), "quantities");
        Check(one.Polarity == other.Polarity, "polarity");
        Check(one.Modality == other.Modality, "modality");
        Check(one.Voice == other.Voice, "voice");
        return fields.ToImmutable();
    }

    // Who does something together has no order.
    private static bool Equal(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.Length == other.Length && one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
