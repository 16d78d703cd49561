using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Works out the day of publication from the text.</summary>
internal static class PublicationDating
{
    internal static SourceDocument Date(AnnotatedDocument document, List<TimeWord> words, List<TimeMatch> matches, TimeVocabulary vocabulary)
    {
        return document.Source;
    }
}
