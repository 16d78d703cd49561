namespace Rapporteur.Domain;

/// <summary>Where an entry stands in its ledger, who made it and when.</summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Previous">Hash of the entry before; empty for the first.</param>
/// <param name="Recorded">When the program wrote it, by its clock, in whole milliseconds.</param>
/// <param name="Day">The day that it is of: what is compared with the day on which a question closes.</param>
/// <param name="By">Who, as he or she wants to be named.</param>
public sealed record EntryHead(long Sequence, string Previous, DateTimeOffset Recorded, DateOnly Day, string By);

/// <summary>One line of a ledger of questions: nothing in it is ever changed.</summary>
/// <param name="Head">Where it stands, who and when.</param>
/// <param name="Question">Id of the question.</param>
public abstract record QuestionEntry(EntryHead Head, string Question);

/// <summary>A question was asked.</summary>
/// <param name="Head">Where it stands, who and when.</param>
/// <param name="Question">Id that it has from now on.</param>
/// <param name="Text">The question.</param>
/// <param name="Rule">By what it will be resolved: the source that counts, and what counts as yes.</param>
/// <param name="Closes">Last day on which it can be forecast.</param>
/// <param name="Type">What answers it.</param>
public sealed record QuestionAsked(EntryHead Head, string Question, string Text, string Rule, DateOnly Closes, QuestionType Type) : QuestionEntry(Head, Question);

/// <summary>A forecast was given.</summary>
/// <param name="Head">Where it stands, who and when.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Forecast">The forecast.</param>
/// <param name="Basis">What it rests on; null where nobody said.</param>
public sealed record ForecastGiven(EntryHead Head, string Question, QuestionForecast Forecast, string? Basis) : QuestionEntry(Head, Question);

/// <summary>A question was resolved. Of several resolutions the last counts.</summary>
/// <param name="Head">Where it stands, who and when.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Outcome">1 for yes and 0 for no, a number, the number of a day; null where the question is void.</param>
/// <param name="Evidence">What shows it; null where nobody said.</param>
public sealed record QuestionResolved(EntryHead Head, string Question, double? Outcome, string? Evidence) : QuestionEntry(Head, Question);
