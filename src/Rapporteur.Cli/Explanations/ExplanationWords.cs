using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>Says in a sentence how the trial of a frame or a draft ended.</summary>
internal static class ExplanationWords
{
    /// <summary>Why a frame matched or did not.</summary>
    public static string Of(FrameTrial trial, Token token) => trial.Outcome switch
    {
        TrialOutcome.Matched => "matched",
        TrialOutcome.PartOfSpeech => $"asks for {Part(trial.Test)}; the word is {token.Upos}",
        TrialOutcome.Need => $"need {trial.Test}: does not hold",
        TrialOutcome.Not => $"not {trial.Test}: holds",
        TrialOutcome.NoWords => $"{trial.Test}: nothing stands there",
        TrialOutcome.NoValue => $"{trial.Test}: the words name no known actor, or say nothing by themselves",
        TrialOutcome.Incomplete => "what belongs to its type could not be filled in",
        TrialOutcome.NotAsserted => $"the text does not assert it: {Reality(trial.Test)}",
        _ => throw new ArgumentOutOfRangeException(nameof(trial)),
    };

    /// <summary>What became of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="form">The words of a token.</param>
    public static string Of(DraftTrial draft, Func<int, string> form) => draft.Fate switch
    {
        DraftFate.Kept => "kept",
        DraftFate.Best => "kept: below the threshold, but the network is sure of the sentence, and no other draft of the type is likelier",
        DraftFate.Unlikely => "left out: below the threshold",
        DraftFate.Repeated => "left out: an earlier sentence says as much",
        DraftFate.Twin => $"left out: the sentence says it once, and {draft.TwinOf} on “{form(draft.TwinToken!.Value)}” is at least as likely",
        DraftFate.Listed => $"kept: an item of the list that “{form(draft.Opening!.Value)}” opens",
        _ => throw new ArgumentOutOfRangeException(nameof(draft)),
    };

    /// <summary>A number with two digits and its sign.</summary>
    public static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Part(string part) => part switch
    {
        "V" => "a verb",
        "N" => "a noun",
        "A" => "an adjective",
        "R" => "an adverb",
        "X" => "an auxiliary",
        "P" => "a preposition or conjunction",
        _ => "another word",
    };

    private static string Reality(string reality) => reality switch
    {
        "wanted" => "it is what somebody demands, asks for or hopes",
        "meant" => "it is what somebody plans, offers, tries or threatens",
        "refused" => "it is what somebody refuses or has no plan to do",
        "conditional" => "something else depends on it, or it is the aim of something else",
        "doubted" => "it is asked, doubted or only possible",
        "future" => "it is still to come",
        _ => "the words around it do not put it as done",
    };
}
