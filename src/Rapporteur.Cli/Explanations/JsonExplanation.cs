using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>An explanation as one JSON object. Tokens count from 1 within the sentence; a head of 0 is the root. Spans are offsets into the document's text.</summary>
internal static class JsonExplanation
{
    public static void Write(AnnotatedDocument document, int index, ClaimExplanation explanation, TextWriter output) =>
        output.Write(JsonText.Of(json => Write(json, document, index, explanation)) + "\n");

    private static void Write(Utf8JsonWriter json, AnnotatedDocument document, int index, ClaimExplanation explanation)
    {
        var sentence = document.Sentences[index];
        json.WriteStartObject();
        json.WriteString("source", document.Source.Source);
        json.WriteString("textId", document.Source.TextId);
        json.WritePropertyName("sentence");
        SentenceList.WriteJson(json, document, index);
        json.Objects("tokens", Enumerable.Range(sentence.FirstToken, sentence.TokenCount), t =>
        {
            var token = explanation.Tokens[t];
            json.WriteNumber("number", t - sentence.FirstToken + 1);
            Span(json, token.Span);
            json.WriteString("form", document.Form(t));
            json.WriteString("lemma", token.Lemma);
            json.WriteString("upos", token.Upos);
            json.WriteString("xpos", token.Xpos);
            json.WriteNumber("head", token.Head < sentence.FirstToken || token.Head >= sentence.EndToken ? 0 : token.Head - sentence.FirstToken + 1);
            json.WriteString("relation", token.Relation);
        });
        json.Objects("times", document.Times.Where(time => time.Span.Overlaps(sentence.Span)), time =>
        {
            Span(json, time.Span);
            json.WriteString("value", time.Value);
            json.WriteString("type", EnumSpelling.Of(time.Type));
            json.WriteString("relation", time.Relation);
            json.WriteString("rule", time.Rule);
        });
        json.Objects("mentions", document.Mentions.Where(mention => mention.Span.Overlaps(sentence.Span)), mention =>
        {
            var actor = document.Actors.FirstOrDefault(a => a.Id == mention.ActorId);
            Span(json, mention.Span);
            json.WriteString("kind", EnumSpelling.Of(mention.Kind));
            json.WriteString("actor", mention.ActorId);
            json.WriteString("name", actor?.Name);
            json.WriteString("role", actor?.Role);
            json.WriteString("of", actor?.Of);
        });
        json.Objects("attributions", document.Attributions.Where(a => a.Sentence == index || a.Content.Any(c => c.Overlaps(sentence.Span))), a => Attribution(json, a));
        json.Objects("frames", explanation.Frames, trial =>
        {
            json.WriteString("frame", trial.Frame);
            json.WriteNumber("token", trial.Token - sentence.FirstToken + 1);
            json.WriteBoolean("onAnyWord", trial.OnAnyWord);
            json.WriteString("outcome", EnumSpelling.Of(trial.Outcome));
            json.WriteString("test", trial.Test);
            json.WriteString("words", ExplanationWords.Of(trial, explanation.Tokens[trial.Token]));
        });
        json.Objects("drafts", explanation.Drafts, draft => Draft(json, document, draft, sentence));
        json.WriteStartArray("claims");
        foreach (var claim in explanation.Claims) ReadingWriter.WriteClaim(json, claim);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Attribution(Utf8JsonWriter json, Attribution attribution)
    {
        json.WriteString("source", attribution.Source);
        json.WriteStartArray("joint");
        foreach (var joint in attribution.Joint) json.WriteStringValue(joint);
        json.WriteEndArray();
        json.WriteStartObject("cue");
        Span(json, attribution.Cue);
        json.WriteEndObject();
        json.Objects("content", attribution.Content, span => Span(json, span));
        json.WriteString("quoted", EnumSpelling.Of(attribution.Quoted));
        json.WriteString("class", EnumSpelling.Of(attribution.Class));
        json.WriteString("factuality", EnumSpelling.Of(attribution.Factuality));
        json.WriteString("medium", attribution.Medium);
        json.WriteString("rule", attribution.Rule);
    }

    private static void Draft(Utf8JsonWriter json, AnnotatedDocument document, DraftTrial draft, Sentence sentence)
    {
        json.WriteString("frame", draft.Frame);
        json.WriteNumber("token", draft.Token - sentence.FirstToken + 1);
        json.WriteString("fate", EnumSpelling.Of(draft.Fate));
        json.WriteString("twinOf", draft.TwinOf);
        if (draft.TwinToken is { } twin) json.WriteNumber("twinToken", twin - sentence.FirstToken + 1);
        if (draft.Opening is { } opening)
        {
            json.WriteStartObject("opening");
            Span(json, document.Tokens[opening].Span);
            json.WriteEndObject();
        }

        json.WriteNumber("prior", draft.Prior);
        json.WriteNumber("probability", draft.Probability);
        json.WriteNumber("threshold", draft.Threshold);
        json.Objects("participants", draft.Participants, actor =>
        {
            json.WriteString("actor", actor.Actor);
            json.WriteNumber("probability", actor.Probability);
            json.WriteBoolean("named", actor.Named);
        });
        json.Objects("features", draft.Features, feature =>
        {
            json.WriteString("words", feature.Words);
            json.WriteNumber("weight", feature.Weight);
        });
        json.WriteStartArray("claims");
        foreach (var claim in draft.Claims) ReadingWriter.WriteClaim(json, claim);
        json.WriteEndArray();
    }

    private static void Span(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }
}
