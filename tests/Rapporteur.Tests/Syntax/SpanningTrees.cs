using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class SpanningTrees
{
    [Fact]
    public void The_tree_found_is_the_best_of_all()
    {
        var random = new SeededNumbers(11);
        for (var round = 0; round < 400; round++)
        {
            var nodes = 2 + (round % 5);
            var scores = Enumerable.Range(0, nodes * nodes).Select(_ => random.Around(3)).ToArray();
            var heads = new int[nodes];
            SpanningTree.Find(scores, heads);
            Assert.True(IsTree(heads));
            Assert.Equal(BestOfAll(scores, nodes), Sum(scores, heads), 1e-4f);
        }
    }

    [Fact]
    public void Only_one_word_hangs_on_the_root_even_where_all_want_to()
    {
        var heads = new int[4];
        SpanningTree.Find([0, 0, 0, 0, 9, 0, 1, 1, 8, 1, 0, 1, 7, 1, 2, 0], heads);
        Assert.Equal([-1, 0, 1, 2], heads);
    }

    private static float BestOfAll(float[] scores, int nodes)
    {
        var best = float.NegativeInfinity;
        var heads = new int[nodes];
        heads[0] = -1;
        void Try(int node)
        {
            if (node == nodes)
            {
                if (IsTree(heads)) best = Math.Max(best, Sum(scores, heads));
                return;
            }

            for (heads[node] = 0; heads[node] < nodes; heads[node]++) Try(node + 1);
        }

        Try(1);
        return best;
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head == 0) != 1) return false;
        for (var node = 1; node < heads.Length; node++)
        {
            var at = node;
            for (var steps = 0; at > 0 && steps < heads.Length; steps++) at = heads[at];
            if (at != 0) return false;
        }

        return true;
    }

    private static float Sum(float[] scores, int[] heads) => Enumerable.Range(1, heads.Length - 1).Sum(node => scores[(node * heads.Length) + heads[node]]);
}
