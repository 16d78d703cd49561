using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class AlikeTests
{
    [Fact]
    public void Groups_are_those_of_a_comparison_with_all()
    {
        var chance = new Random(7);
        for (var run = 0; run < 60; run++)
        {
            var things = Enumerable.Range(0, 80).Select(_ => Enumerable.Range(0, chance.Next(1, 5)).Select(_ => "w" + chance.Next(12)).Distinct().ToArray()).ToList();
            var expected = new List<List<string[]>>();
            foreach (var thing in things)
            {
                if (expected.Find(g => Same(g[0], thing)) is { } group) group.Add(thing);
                else expected.Add([thing]);
            }

            Assert.Equal(expected, Alike.Group(things, t => new(t, 1), Same));
            Assert.Equal(expected, Alike.Group(things, t => new(t, ContentWords.Least(t.Length, .6)), Same));
        }

        static bool Same(string[] one, string[] other) => one.Intersect(other).Count() >= .6 * one.Union(other).Count();
    }
}
