using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A sentence to learn triggers from.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Holds">By type, whether the sentence holds a claim of it.</param>
internal sealed record TriggerExample(TriggerWord[] Words, bool[] Holds);
