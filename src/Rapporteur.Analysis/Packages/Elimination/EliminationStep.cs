namespace Rapporteur.Analysis;

/// <summary>An issue that is settled last of all that hang together with it: for every way to settle the others it is known what is best for it.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Others">Issues not yet eliminated that it hangs together with, directly or through others; sorted.</param>
/// <param name="Children">Earlier steps whose table is looked up here.</param>
internal sealed record EliminationStep(int Issue, int[] Others, List<int> Children);
