using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Plugs;

/// <summary>Reads <c>feeds.yaml</c> (<c>docs/formats/feeds.md</c>). Every mistake is named with its line.</summary>
public sealed class FollowListReader
{
    private static readonly string[] Known = ["contact", "every", "delay", "timeout", "max-bytes", "marking", "private-hosts", "seed", "feeds", "pages"];
    private static readonly string[] KnownOfFeed = ["url", "name", "every", "marking", "text", "most"];

    private readonly List<string> _mistakes = [];

    private FollowListReader()
    {
    }

    /// <summary>Reads the file; throws <see cref="FormatException"/> with a line for each mistake.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="version">Version of the program, for its name.</param>
    public static FollowList Read(string yaml, string version)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var reader = new FollowListReader();
        var list = reader.List(yaml, version);
        return reader._mistakes.Count == 0 ? list! : throw new FormatException(string.Join('\n', reader._mistakes));
    }

    private FollowList? List(string yaml, string version)
    {
        YamlMappingNode? root = null;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode as YamlMappingNode : null;
        }
        catch (YamlException wrong)
        {
            _mistakes.Add($"line {wrong.Start.Line}: it is no YAML: {wrong.Message}");
            return null;
        }

        if (root is null)
        {
            _mistakes.Add("line 1: here stand fields with a colon, 'feeds' above all.");
            return null;
        }

        var fields = Fields(root, Known);
        var hosts = Texts(fields, "private-hosts");
        var limits = new FetchLimits
        {
            PrivateHosts = hosts,
            Delay = TimeSpan.FromSeconds(Number(fields, "delay", 5, 0, 3600)),
            Timeout = TimeSpan.FromSeconds(Number(fields, "timeout", 60, 1, 600)),
            MaxBytes = Number(fields, "max-bytes", 10 << 20, 1000, 100 << 20),
            UserAgent = $"{PoliteFetcher.Product}/{version}" + (Text(fields, "contact") is { } contact ? $" ({Contact(fields["contact"], contact)})" : ""),
        };
        var (every, marking) = (Number(fields, "every", 30, 1, 10_080), Label(fields, "marking", Marking.Unmarked));
        var feeds = ImmutableArray.CreateBuilder<FollowedFeed>();
        foreach (var item in Items(fields, "feeds")) Feed(item, false, every, marking, hosts, feeds);
        foreach (var item in Items(fields, "pages")) Feed(item, true, every, marking, hosts, feeds);
        if (feeds.Count == 0 && _mistakes.Count == 0) Wrong(root, "there is no feed and no page; name one under 'feeds:' or 'pages:'.");
        return new FollowList { Feeds = feeds.DrainToImmutable(), Limits = limits, Seed = Number(fields, "seed", 1, 0, int.MaxValue) };
    }

    private void Feed(YamlNode item, bool isPage, int every, Marking marking, ImmutableArray<string> hosts, ImmutableArray<FollowedFeed>.Builder feeds)
    {
        var fields = item switch
        {
            YamlScalarNode alone => new(StringComparer.Ordinal) { ["url"] = alone },
            YamlMappingNode mapping => Fields(mapping, KnownOfFeed),
            _ => new Dictionary<string, YamlNode>(StringComparer.Ordinal),
        };
        if (Text(fields, "url") is not { } written)
        {
            Wrong(item, "here stands an address, or fields with 'url'.");
            return;
        }

        if (!Uri.TryCreate(written, UriKind.Absolute, out var address))
        {
            Wrong(item, $"'{written}' is no address; write one that begins with https:// or http://.");
            return;
        }

        if (!hosts.Contains(address.IdnHost.Trim('[', ']'), StringComparer.OrdinalIgnoreCase) && PublicAddresses.FaultOf(address) is { } fault)
            Wrong(item, $"{written}: {fault} A host of your own network is named under 'private-hosts:'.");
        if (feeds.Any(f => f.Address == address)) Wrong(item, $"{written} stands here twice.");
        var text = Text(fields, "text");
        if (text is not (null or "page" or "feed")) Wrong(fields["text"], "'text' is page (fetch the page of each entry) or feed (take the words in the feed).");
        feeds.Add(new(address)
        {
            Name = Text(fields, "name"),
            Every = TimeSpan.FromMinutes(Number(fields, "every", every, 1, 10_080)),
            Marking = Label(fields, "marking", marking),
            TakesFeedText = text == "feed",
            Most = Number(fields, "most", 50, 1, 1000),
            IsPage = isPage,
        });
    }

    private Dictionary<string, YamlNode> Fields(YamlMappingNode mapping, string[] known)
    {
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name, StringComparer.Ordinal)) fields[name] = value;
            else Wrong(key, $"there is no field '{name}' here; there are {string.Join(", ", known)}.");
        }

        return fields;
    }

    private IEnumerable<YamlNode> Items(Dictionary<string, YamlNode> fields, string name)
    {
        if (!fields.TryGetValue(name, out var node)) return [];
        if (node is YamlSequenceNode list) return list.Children;
        Wrong(node, $"'{name}' is a list: one item a line, each after a dash.");
        return [];
    }

    private ImmutableArray<string> Texts(Dictionary<string, YamlNode> fields, string name) => [.. Items(fields, name).Select(item => (item as YamlScalarNode)?.Value?.Trim()).OfType<string>()];

    private string? Text(Dictionary<string, YamlNode> fields, string name)
    {
        if (!fields.TryGetValue(name, out var node)) return null;
        if (node is YamlScalarNode { Value: { } value } && value.Trim() is { Length: > 0 } text) return text;
        Wrong(node, $"'{name}' is a text.");
        return null;
    }

    private int Number(Dictionary<string, YamlNode> fields, string name, int usual, int least, int most)
    {
        if (Text(fields, name) is not { } text) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(fields[name], $"'{name}' is a whole number from {least} to {most}, not '{text}'.");
        return usual;
    }

    private Marking Label(Dictionary<string, YamlNode> fields, string name, Marking usual)
    {
        if (Text(fields, name) is not { } text) return usual;
        if (MarkingWords.Parse(text) is { } marking) return marking;
        Wrong(fields[name], $"'{name}' is CLEAR, GREEN, AMBER, AMBER+STRICT or RED, not '{text}'.");
        return usual;
    }

    // It goes into a line of a request.
    private string Contact(YamlNode node, string contact)
    {
        if (contact.All(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\'))) return contact;
        Wrong(node, "'contact' takes letters of ASCII without brackets, such as desk@example.org.");
        return "";
    }

    private void Wrong(YamlNode at, string message) => _mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"line {at.Start.Line}: {message}"));
}
