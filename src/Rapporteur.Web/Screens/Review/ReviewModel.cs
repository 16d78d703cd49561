using System.Collections.Immutable;

namespace Rapporteur.Web;

/// <summary>Documents to review.</summary>
/// <param name="Entries">One page of them, those with most to do first.</param>
/// <param name="Doubtful">How many claims are doubtful in all.</param>
public sealed record ReviewListModel(Paged<ReviewRow> Entries, int Doubtful);

/// <summary>A document to review.</summary>
/// <param name="Source">The document.</param>
/// <param name="Doubtful">How many of its claims are doubtful.</param>
/// <param name="Ruled">On how many somebody ruled.</param>
/// <param name="Unsettled">On how many rulings contradict each other or a later reading.</param>
public sealed record ReviewRow(SourceItem Source, int Doubtful, int Ruled, int Unsettled);

/// <summary>A claim beside its text.</summary>
/// <param name="Number">Its place in the text, from 1.</param>
/// <param name="Claim">The claim.</param>
/// <param name="State">open, doubtful, accepted, corrected, added, rejected, conflict or disagrees.</param>
/// <param name="Seen">Mark of the rulings that stand on it, which a form has to carry.</param>
/// <param name="Rulings">Rulings that stand on it.</param>
/// <param name="Differs">Fields in which a later reading differs from the ruling.</param>
/// <param name="Next">The claim to look at after this one.</param>
public sealed record ReviewClaim(int Number, ClaimItem Claim, string State, string Seen, ImmutableArray<RulingItem> Rulings, ImmutableArray<string> Differs, string? Next);

/// <summary>A document with its claims.</summary>
/// <param name="Source">The document.</param>
/// <param name="Text">Its text, to the letter.</param>
/// <param name="Claims">Its claims in the order asked for.</param>
/// <param name="Order">doubt: those in doubt first; text: as they stand in the text.</param>
/// <param name="Open">How many wait for somebody.</param>
/// <param name="Previous">Address of the document before it among those to review; null where there is none.</param>
/// <param name="Next">Address of the one after it.</param>
/// <param name="Seen">Marks of the rulings on its date and its grade.</param>
public sealed record ReviewModel(SourceItem Source, string Text, ImmutableArray<ReviewClaim> Claims, string Order, int Open, string? Previous, string? Next, DocumentSeen Seen);

/// <summary>Marks of the rulings on a document.</summary>
/// <param name="Date">On its date.</param>
/// <param name="Grade">On its grade.</param>
public sealed record DocumentSeen(string Date, string Grade);

/// <summary>A claim to correct, or one to add.</summary>
/// <param name="Source">The document.</param>
/// <param name="Claim">The claim; null for one to add.</param>
/// <param name="Type">Its type.</param>
/// <param name="Words">For one to add: the words that say it.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Seen">Mark of the rulings that stand on it.</param>
/// <param name="Actors">Names of the document's actors, to choose from.</param>
/// <param name="Wrong">What was wrong with the last try; null for the first.</param>
public sealed record ClaimFormModel(SourceItem Source, ClaimItem? Claim, string Type, string Words, ImmutableArray<ClaimField> Fields, string Seen, ImmutableArray<string> Actors, string? Wrong);

/// <summary>Somebody ruled while another looked: both are shown, and nothing was written.</summary>
/// <param name="Source">The document.</param>
/// <param name="Wanted">What was wanted.</param>
/// <param name="Rulings">What was ruled meanwhile; empty where a ruling was taken back.</param>
/// <param name="Action">Where to send the form to rule all the same.</param>
/// <param name="Form">What it holds, with the mark of what was ruled meanwhile.</param>
/// <param name="Back">Where to leave it as it is.</param>
public sealed record MeanwhileModel(SourceItem Source, string Wanted, ImmutableArray<RulingItem> Rulings, string Action, ImmutableArray<(string Name, string Value)> Form, string Back);
