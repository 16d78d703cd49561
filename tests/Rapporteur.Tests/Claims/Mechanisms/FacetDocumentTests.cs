using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The documents on facets and mechanisms keep step with the rules and the tests.</summary>
public class FacetDocumentTests
{
    [Fact]
    public void Every_kind_and_field_is_described()
    {
        var lines = File.ReadAllLines(Repository.File("docs", "formats", "facets.md"));
        foreach (var rules in FacetSet.Load(DataFolder.Shipped, FrameSet.Load(DataFolder.Shipped).Sets).Rules.GroupBy(r => r.Kind))
        {
            var line = Assert.Single(lines, l => l.StartsWith($"| `{rules.Key}` |", StringComparison.Ordinal));
            Assert.All(rules.SelectMany(r => r.Slots).Select(s => s.Name).Where(n => n is not ("polarity" or "modality")).Distinct(), name => Assert.Contains($"`{name}`", line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_test_that_the_table_of_mechanisms_names_is_there_with_its_row()
    {
        foreach (var line in File.ReadAllLines(Repository.File("docs", "mechanisms.md")).Where(l => l.Length > 2 && char.IsAsciiDigit(l[2])))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var names = cells[4].Split(", ").Select(name => name.Trim('`').Split('.')).ToList();
            Assert.NotEmpty(names);
            foreach (var name in names)
            {
                var type = Assert.Single(typeof(FacetDocumentTests).Assembly.GetTypes(), t => t.Name == name[0] && t.Namespace == "Rapporteur.Tests");
                if (name.Length < 2) continue;
                var method = type.GetMethod(name[1]);
                Assert.True(method is not null, $"{type.Name} has no test {name[1]}");
                Assert.Contains(method.GetCustomAttributesData(), a => a.AttributeType == typeof(TraitAttribute) && (string?)a.ConstructorArguments[1].Value == cells[1]);
            }
        }
    }
}
