using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A sentence made ready to train a graph-based parser.</summary>
/// <param name="Treebank">Number of its treebank.</param>
/// <param name="Words">Words.</param>
/// <param name="Tags">Right tags.</param>
/// <param name="Heads">Right heads, -1 for the root.</param>
/// <param name="Relations">Right relations.</param>
internal sealed record GraphSentence(int Treebank, GraphWord[] Words, int[] Tags, int[] Heads, int[] Relations);
