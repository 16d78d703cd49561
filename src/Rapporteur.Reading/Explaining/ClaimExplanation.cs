using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Why the claims of one sentence came out, and why others did not.</summary>
/// <param name="Tokens">All tokens of the document as the frames saw them; a few heads and tags are mended after parsing.</param>
/// <param name="Frames">Every frame that a word of the sentence evoked, in the order in which they were tried.</param>
/// <param name="Drafts">What the matching frames gave, in order.</param>
/// <param name="Claims">The claims that the sentence gave in the end, those of attributions included.</param>
public sealed record ClaimExplanation(ImmutableArray<Token> Tokens, ImmutableArray<FrameTrial> Frames, ImmutableArray<DraftTrial> Drafts, ImmutableArray<Claim> Claims);

/// <summary>How the trial of a frame at a word ended.</summary>
public enum TrialOutcome
{
    /// <summary>It matched; there is a draft.</summary>
    Matched,
    /// <summary>The word is of another part of speech than the frame asks for.</summary>
    PartOfSpeech,
    /// <summary>Something that the frame needs does not hold.</summary>
    Need,
    /// <summary>Something that the frame excludes holds.</summary>
    Not,
    /// <summary>No words stand where a required role is looked for.</summary>
    NoWords,
    /// <summary>The words of a required role name no actor, or say nothing by themselves.</summary>
    NoValue,
    /// <summary>What belongs to claims of the type could not be filled in.</summary>
    Incomplete,
    /// <summary>The text does not assert the act.</summary>
    NotAsserted,
}

/// <summary>One frame tried at one word.</summary>
/// <param name="Frame">Id of the frame.</param>
/// <param name="Token">Index of the word in <see cref="AnnotatedDocument.Tokens"/>.</param>
/// <param name="OnAnyWord">Whether every word of its part of speech evokes the frame.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Test">The test or role that failed, as the frame's file spells it, or how the text puts the act; empty where there is none.</param>
public sealed record FrameTrial(string Frame, int Token, bool OnAnyWord, TrialOutcome Outcome, string Test);

/// <summary>What became of a draft.</summary>
public enum DraftFate
{
    /// <summary>It became one claim or more.</summary>
    Kept,
    /// <summary>Its probability lies below the threshold of its type.</summary>
    Unlikely,
    /// <summary>The same thing said twice in one sentence; the likelier draft was kept.</summary>
    Twin,
    /// <summary>Left out: an earlier sentence says as much.</summary>
    Repeated,
    /// <summary>It became a claim as an item of the list that another draft opens.</summary>
    Listed,
    /// <summary>Its probability lies below the threshold of its type, but the network is sure that the sentence tells the type, and no other draft of it is likelier.</summary>
    Best,
}

/// <summary>What one frame gave, and what became of it.</summary>
public sealed record DraftTrial
{
    /// <summary>Id of the frame.</summary>
    public required string Frame { get; init; }

    /// <summary>Index of the word that evokes it in <see cref="AnnotatedDocument.Tokens"/>.</summary>
    public required int Token { get; init; }

    /// <summary>The claims that it would give with all roles filled: one for each actor who acts.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>How sure the frame is before the scorer looks, in (0, 1).</summary>
    public required double Prior { get; init; }

    /// <summary>Probability by the scorer, in (0, 1); the prior where no scorer ships.</summary>
    public required double Probability { get; init; }

    /// <summary>Least probability of a claim of its type; 0 where no scorer ships.</summary>
    public required double Threshold { get; init; }

    /// <summary>What the scorer saw, weightiest first; features never seen in training are left out.</summary>
    public required ImmutableArray<WeighedFeature> Features { get; init; }

    /// <summary>What became of it.</summary>
    public required DraftFate Fate { get; init; }

    /// <summary>Id of the frame whose draft was kept in its place; null unless it is a twin.</summary>
    public string? TwinOf { get; init; }

    /// <summary>Index of the word that evokes the draft that was kept in its place; null unless it is a twin.</summary>
    public int? TwinToken { get; init; }

    /// <summary>Index of the word that evokes the draft before the colon of whose list this is an item; null for others.</summary>
    public int? Opening { get; init; }

    /// <summary>Actors who were left out of the meeting or named as taking part after all, as the words around make likely; empty where the rules' choice stands.</summary>
    public ImmutableArray<SettledParticipant> Participants { get; init; } = [];
}

/// <summary>An actor whom the judge of participants left out or named.</summary>
/// <param name="Actor">Id of the actor.</param>
/// <param name="Probability">How likely the actor takes part, in (0, 1).</param>
/// <param name="Named">Whether it was named after all; otherwise it was left out.</param>
public sealed record SettledParticipant(string Actor, double Probability, bool Named);

/// <summary>A feature of a draft.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Weight">What it adds to the log-odds of a claim; negative speaks against.</param>
public sealed record WeighedFeature(string Words, double Weight);
