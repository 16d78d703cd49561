using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>The sentences of a document with the numbers by which they are explained.</summary>
internal static class SentenceList
{
    /// <summary>Writes one line a sentence.</summary>
    public static void Write(AnnotatedDocument document, TextWriter output, bool json)
    {
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (json) output.Write(JsonText.Of(writer => WriteJson(writer, document, i)) + "\n");
            else output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,5}  {(sentence.Zone == ZoneKind.Body ? "" : $"[{EnumSpelling.Of(sentence.Zone)}] ")}{PlainReading.Clean(Plain(sentence.Span.Slice(document.Text)))}"));
        }
    }

    /// <summary>Writes the sentence as an object.</summary>
    public static void WriteJson(Utf8JsonWriter json, AnnotatedDocument document, int index)
    {
        var sentence = document.Sentences[index];
        json.WriteStartObject();
        json.WriteNumber("number", index + 1);
        json.WriteNumber("start", sentence.Span.Start);
        json.WriteNumber("end", sentence.Span.End);
        json.WriteString("zone", EnumSpelling.Of(sentence.Zone));
        json.WriteString("text", sentence.Span.Slice(document.Text));
        json.WriteEndObject();
    }

    /// <summary>The words with single spaces.</summary>
    public static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
