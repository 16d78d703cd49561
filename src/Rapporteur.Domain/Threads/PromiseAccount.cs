namespace Rapporteur.Domain;

/// <summary>What became of a promise, by a text.</summary>
public enum PromiseOutcome
{
    /// <summary>It was kept.</summary>
    Kept,
    /// <summary>It was broken or not kept.</summary>
    Broken,
    /// <summary>It is put in doubt.</summary>
    InDoubt,
}

/// <summary>What somebody says became of a promise.</summary>
/// <param name="Party">Key of the party whose account it is; <see cref="Actor.Narrator"/> for the reporters' own voice.</param>
/// <param name="Outcome">What became of it, by this account.</param>
/// <param name="Ground">A claim of the sentence that says so.</param>
public sealed record PromiseAccount(string Party, PromiseOutcome Outcome, RecordedClaim Ground);
