using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Carries the reason why one source cannot be read to the edge where it becomes a <see cref="SourceResult"/>.</summary>
internal sealed class UnreadableSourceException(string code, string message) : Exception(message)
{
    public ReadingError Error { get; } = new(code, message);
}
