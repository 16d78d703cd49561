using System.Globalization;

namespace Rapporteur.Plugs;

/// <summary>Why a claim of a second reader was not taken.</summary>
public enum Refusal
{
    /// <summary>It is no JSON object with type, evidence and trigger, or a field holds something of another sort.</summary>
    Malformed,
    /// <summary>There is no such type of claim.</summary>
    UnknownType,
    /// <summary>Its evidence does not stand in the passage word for word.</summary>
    EvidenceNotInText,
    /// <summary>Its evidence runs over more than three sentences.</summary>
    EvidenceTooLong,
    /// <summary>Its trigger does not stand in its evidence.</summary>
    TriggerNotInEvidence,
    /// <summary>The words of a field do not stand in the sentences of its evidence.</summary>
    FieldNotInEvidence,
    /// <summary>A field without which its type says nothing is missing.</summary>
    FieldMissing,
    /// <summary>An actor does not stand in the text.</summary>
    ActorNotInText,
    /// <summary>The words for an actor stand in the text, but no known actor does there.</summary>
    ActorUnknown,
    /// <summary>A status, form, polarity or modality is none of the known ones.</summary>
    UnknownValue,
    /// <summary>It says what another of its claims says.</summary>
    Duplicate,
    /// <summary>There are more claims than a passage can hold.</summary>
    TooMany,
}

/// <summary>Counts refusals of one document.</summary>
internal sealed class Refusals
{
    private readonly int[] _counts = new int[Enum.GetValues<Refusal>().Length];

    public int Total => _counts.Sum();

    public int this[Refusal refusal] => _counts[(int)refusal];

    public void Add(Refusal refusal) => _counts[(int)refusal]++;

    /// <summary>The reasons with their numbers, in their order; empty where nothing was refused.</summary>
    public string Words() => string.Join(", ", Enum.GetValues<Refusal>().Where(r => this[r] > 0)
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{Domain.EnumSpelling.Of(r)} {this[r]}")));
}
