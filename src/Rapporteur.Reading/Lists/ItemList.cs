using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>A list that a sentence with a colon at its end introduces.</summary>
/// <param name="Intro">Index of that sentence in <see cref="AnnotatedDocument.Sentences"/>.</param>
/// <param name="Items">Its items, in text order.</param>
internal readonly record struct ItemList(int Intro, ImmutableArray<ListItem> Items);

/// <summary>An item of a list: one line, which may hold several sentences.</summary>
/// <param name="FirstSentence">Index of its first sentence.</param>
/// <param name="EndSentence">One past its last sentence.</param>
/// <param name="FirstToken">Its first token behind number and label ("2.", "Second step:").</param>
/// <param name="EndToken">One past its last token.</param>
internal readonly record struct ListItem(int FirstSentence, int EndSentence, int FirstToken, int EndToken);
