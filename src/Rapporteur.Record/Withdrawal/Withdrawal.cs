using System.Collections.Immutable;

namespace Rapporteur.Record;

/// <summary>What came of a withdrawal.</summary>
/// <param name="Documents">How many documents went; 0 where none has the name.</param>
/// <param name="Sources">Under which sources they stood, sorted; the record no longer knows them.</param>
public sealed record Withdrawal(int Documents, ImmutableArray<string> Sources);
