using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>How a field of a claim is compared.</summary>
internal enum FieldKind
{
    Actor,
    Span,
    Word,
    Date,
}

/// <summary>One filled field of a claim.</summary>
internal readonly record struct ScoreField(string Name, FieldKind Kind, string? Value, IReadOnlyList<TextSpan> Spans);

/// <summary>The fields that count, in the order in which they are compared; each actor of a list counts once.</summary>
internal static class ScoreFields
{
    public static IEnumerable<ScoreField> Of(Claim claim)
    {
        if (!string.IsNullOrEmpty(claim.By)) yield return Actor("by", claim.By);
        if (!string.IsNullOrEmpty(claim.Holder)) yield return Actor("holder", claim.Holder);
        foreach (var actor in claim.To) yield return Actor("to", actor);
        foreach (var actor in claim.Participants) yield return Actor("participants", actor);
        foreach (var actor in claim.About) yield return Actor("about", actor);
        if (claim.Cue is { } cue) yield return Span("cue", [cue]);
        if (claim.Content.Length > 0) yield return Span("content", claim.Content);
        if (claim.What is { } what) yield return Span("what", [what]);
        if (claim.If is { } first) yield return Span("if", [first]);
        if (claim.Then is { } then) yield return Span("then", [then]);
        if (claim.Consequence is { } consequence) yield return Span("consequence", [consequence]);
        if (claim.Quoted is { } quoted) yield return Word("quoted", quoted.ToString());
        if (claim.Status is { } status) yield return Word("status", status.ToString());
        if (claim.Form is { } form) yield return Word("form", form.ToString());
        if (claim.Polarity != Polarity.Positive) yield return Word("polarity", claim.Polarity.ToString());
        if (claim.Modality != Modality.Certain) yield return Word("modality", claim.Modality.ToString());
        if (claim.Due is { } due) yield return new("due", FieldKind.Date, DateBounds.Of(due.Value), []);
        if (claim.When is { } when) yield return new("when", FieldKind.Date, DateBounds.Of(when.Value), []);
    }

    private static ScoreField Actor(string name, string id) => new(name, FieldKind.Actor, id, []);

    private static ScoreField Span(string name, IReadOnlyList<TextSpan> spans) => new(name, FieldKind.Span, null, spans);

    private static ScoreField Word(string name, string value) => new(name, FieldKind.Word, value, []);
}
