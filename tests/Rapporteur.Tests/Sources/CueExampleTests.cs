using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Executes the examples of the lists under data/sources, each line put into a small article.</summary>
public sealed class CueExampleTests
{
    private const string Lead = "The envoys of both countries came back to the capital on Friday and said that the talks would go on for some weeks yet.";
    private const string Middle = "Neither side has given way on the town and its bridge, which both have claimed since the truce of last spring was signed.";

    public static TheoryData<string, string> Examples
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (file, kind) in new[] { ("furniture", "Furniture"), ("captions", "Caption"), ("headings", "Summary") })
                foreach (var example in LineCues.Load(DataFolder.Shipped, $"sources/{file}.txt").Examples) rows.Add(kind, example);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_a_list_is_judged_as_it_says(string kind, string example)
    {
        var space = example.IndexOf(' ', StringComparison.Ordinal);
        var (place, line) = (example[1..space], example[(space + 1)..]);
        var title = "Envoys return to the capital";
        var text = place switch
        {
            "head" => $"{line}\n\n{title}\n\n{Lead}\n\n{Middle}\n",
            "tail" => $"{title}\n\n{Lead}\n\n{Middle}\n\n{line}\n",
            _ => $"{title}\n\n{Lead}\n\n{line}\n\n{Middle}\n",
        };
        var at = text.IndexOf(line, StringComparison.Ordinal);
        var document = new SourceDocument { Id = "", TextId = "", Source = "", Text = text, Zones = ZoneFinder.Shipped.Find(text) };
        Assert.Equal(example[0] == '+' ? kind : nameof(ZoneKind.Body), document.ZoneAt(at).ToString());
        Assert.Equal(ZoneKind.Body, document.ZoneAt(text.IndexOf(Lead, StringComparison.Ordinal)));
        Assert.Equal(ZoneKind.Body, document.ZoneAt(text.IndexOf(Middle, StringComparison.Ordinal)));
        Assert.Equal(ZoneKind.Title, document.ZoneAt(text.IndexOf(title, StringComparison.Ordinal)));
    }
}
