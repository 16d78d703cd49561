using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>An explanation as plain lines, from the words up to the claims.</summary>
internal sealed class PlainExplanation(AnnotatedDocument document, int index, ClaimExplanation explanation, TextWriter output, Ink ink, bool all)
{
    private const int MostFeatures = 6;
    private readonly Sentence _sentence = document.Sentences[index];
    private readonly Dictionary<string, string> _names = document.Actors.ToDictionary(actor => actor.Id, actor => actor.Name, StringComparer.Ordinal);

    public void Write()
    {
        output.WriteLine(ink.Head(string.Create(CultureInfo.InvariantCulture, $"Sentence {index + 1} of {document.Sentences.Length}, {EnumSpelling.Of(_sentence.Zone)}, {_sentence.Span.Start}–{_sentence.Span.End}")));
        output.WriteLine("  " + Words(_sentence.Span));
        Part("Words", Tokens());
        Part("Tree", new TreeDrawing(document, explanation.Tokens, _sentence, ink).Lines());
        Part("Times", document.Times.Where(time => time.Span.Overlaps(_sentence.Span)).Select(Time));
        Part("Mentions", document.Mentions.Where(mention => mention.Span.Overlaps(_sentence.Span)).Select(Mention));
        Part("Attributions", document.Attributions.Where(attribution => attribution.Sentence == index || attribution.Content.Any(content => content.Overlaps(_sentence.Span))).SelectMany(Attribution));
        if (_sentence.Zone is ZoneKind.Title or ZoneKind.Caption or ZoneKind.Furniture) Part("Frames", ["none tried: headlines, captions and furniture give no claims"]);
        else Part("Frames", Frames());
        Part("Drafts", explanation.Drafts.SelectMany(Draft));
        Part("Claims", explanation.Claims.Select(Claim));
    }

    private void Part(string title, IEnumerable<string> lines)
    {
        output.WriteLine();
        output.WriteLine(ink.Head(title));
        var none = true;
        foreach (var line in lines)
        {
            output.WriteLine("  " + line);
            none = false;
        }

        if (none) output.WriteLine("  " + ink.Dim("none"));
    }

    private IEnumerable<string> Tokens()
    {
        for (var t = _sentence.FirstToken; t < _sentence.EndToken; t++)
        {
            var (token, parsed) = (explanation.Tokens[t], document.Tokens[t]);
            var head = token.Head < _sentence.FirstToken || token.Head >= _sentence.EndToken ? 0 : token.Head - _sentence.FirstToken + 1;
            var mended = token.Head != parsed.Head || token.Relation != parsed.Relation || token.Upos != parsed.Upos ? "  (mended after parsing)" : "";
            yield return string.Create(CultureInfo.InvariantCulture, $"{t - _sentence.FirstToken + 1,3}  {Cut(Form(t)),-18} {Cut(token.Lemma),-18} {token.Upos,-6} {token.Xpos,-5} {head,3} {token.Relation}{mended}");
        }
    }

    private string Time(TimeExpression time) =>
        $"“{Words(time.Span)}” = {ink.Name(time.Value)} {EnumSpelling.Of(time.Type)}{(time.Relation is { } relation ? $", {relation}" : "")}  {ink.Dim("rule " + time.Rule)}";

    private string Mention(Mention mention)
    {
        var actor = document.Actors.FirstOrDefault(a => a.Id == mention.ActorId);
        var role = actor?.Role is { } office ? $", {PlainReading.Clean(office)}" : "";
        var of = actor?.Of is { } body ? $" of {Name(body)}" : "";
        return $"“{Words(mention.Span)}” → {ink.Name(Name(mention.ActorId))} ({(actor is null ? "unknown" : EnumSpelling.Of(actor.Kind))}{role}{of})  {ink.Dim(EnumSpelling.Of(mention.Kind))}";
    }

    private IEnumerable<string> Attribution(Attribution attribution)
    {
        var joint = attribution.Joint.IsEmpty ? "" : " and " + string.Join(", ", attribution.Joint.Select(Name));
        var content = attribution.Content.IsEmpty ? "nothing" : string.Join(" … ", attribution.Content.Select(span => $"“{Words(span)}”"));
        yield return $"“{Words(attribution.Cue)}”: {ink.Name(attribution.Source is { } source ? Name(source) + joint : "source left open")}  {ink.Dim($"rule {attribution.Rule}, {EnumSpelling.Of(attribution.Class)}, {EnumSpelling.Of(attribution.Factuality)}")}";
        yield return $"    {EnumSpelling.Of(attribution.Quoted)}: {content}";
        if (!attribution.To.IsEmpty) yield return $"    to {string.Join(", ", attribution.To.Select(Name))}";
        if (attribution.Medium is { } medium) yield return $"    in {PlainReading.Clean(medium)}";
        if (attribution.Within is { } within) yield return $"    inside what is attributed by “{Words(document.Attributions[within].Cue)}”";
        if (attribution.Class == CueClass.Stance) yield return "    no statement: an attitude, not words";
        else if (!document.Claims.Any(claim => claim.Type == ClaimType.Statement && claim.Cue == attribution.Cue)) yield return "    no statement: the source is open, or it stands in a headline or caption";
    }

    private IEnumerable<string> Frames()
    {
        var hidden = 0;
        foreach (var word in explanation.Frames.GroupBy(trial => trial.Token).OrderBy(group => group.Key))
        {
            var shown = word.Where(trial => all || !trial.OnAnyWord || trial.Outcome is TrialOutcome.Matched or TrialOutcome.NotAsserted).ToList();
            hidden += word.Count() - shown.Count;
            if (shown.Count == 0) continue;
            yield return $"“{Form(word.Key)}” {ink.Dim(string.Create(CultureInfo.InvariantCulture, $"{word.Key - _sentence.FirstToken + 1}"))}";
            foreach (var trial in shown)
            {
                var why = ExplanationWords.Of(trial, explanation.Tokens[trial.Token]);
                yield return $"    {trial.Frame,-24} {(trial.Outcome == TrialOutcome.Matched ? ink.Good(why) : why)}";
            }
        }

        if (hidden > 0) yield return ink.Dim(string.Create(CultureInfo.InvariantCulture, $"and {hidden} trials of frames that any word evokes, none matched (--all shows them)"));
    }

    private IEnumerable<string> Draft(DraftTrial draft)
    {
        yield return $"{ink.Name(draft.Frame)} on “{Form(draft.Token)}”: {(draft.Fate is DraftFate.Kept or DraftFate.Listed or DraftFate.Best ? ink.Good(ExplanationWords.Of(draft, Form)) : ink.Bad(ExplanationWords.Of(draft, Form)))}";
        foreach (var claim in draft.Claims) yield return "    " + PlainReading.Line(claim, _names, document.Text);
        foreach (var actor in draft.Participants) yield return string.Create(CultureInfo.InvariantCulture, $"    {ink.Name(Name(actor.Actor))} {(actor.Named ? "named as taking part after all" : "left out of those taking part")}: probability {actor.Probability:0.000}");
        yield return string.Create(CultureInfo.InvariantCulture, $"    probability {draft.Probability:0.000}, threshold {draft.Threshold:0.000}; the frame alone {draft.Prior:0.00} (log-odds {ExplanationWords.Signed(Math.Log(draft.Prior / (1 - draft.Prior)))})");
        var shown = all ? draft.Features.Length : Math.Min(MostFeatures, draft.Features.Count(feature => Math.Abs(feature.Weight) >= 0.005));
        foreach (var feature in draft.Features.Take(shown)) yield return $"      {ExplanationWords.Signed(feature.Weight)}  {PlainReading.Clean(feature.Words)}";
        if (shown < draft.Features.Length) yield return ink.Dim(string.Create(CultureInfo.InvariantCulture, $"      {ExplanationWords.Signed(draft.Features.Skip(shown).Sum(f => f.Weight))}  {draft.Features.Length - shown} lighter features together (--all shows them)"));
    }

    private string Claim(Claim claim) =>
        PlainReading.Line(claim, _names, document.Text) + "  " + ink.Dim(string.Create(CultureInfo.InvariantCulture, $"{claim.Rule}, confidence {claim.Confidence:0.00}, voice {EnumSpelling.Of(claim.Voice)}{(claim.Event is { } told ? ", event " + told : "")}, id {claim.Id}"));

    private string Name(string id) => id == Actor.Narrator ? "the reporter" : PlainReading.Clean(_names.GetValueOrDefault(id, id));

    private string Form(int token) => PlainReading.Clean(document.Form(token).ToString());

    private string Words(TextSpan span) => PlainReading.Clean(SentenceList.Plain(span.Slice(document.Text)));

    private static string Cut(string word) => word.Length <= 18 ? word : word[..17] + "…";
}
