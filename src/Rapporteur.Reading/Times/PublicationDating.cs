using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Works out the day of publication from the text.</summary>
internal static class PublicationDating
{
    internal static PublicationDate Infer(SourceDocument source, ImmutableArray<TimeExpression> dates)
    {
        return PublicationDate.None;
    }
}
