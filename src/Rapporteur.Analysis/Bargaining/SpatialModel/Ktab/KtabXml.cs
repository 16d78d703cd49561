using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads KTAB's scenarios in XML (<c>smpSchema.xsd</c>). Names of parameters are taken as its schema and as its program spell them, which differ. The seed, the parameters and the adjustment of ideals may be left out.</summary>
public static class KtabXml
{
    // Of names that stand for one value, the schema's is one and the program's the other.
    private static readonly ImmutableArray<(string Element, string Option, ImmutableArray<(string Ktab, string Ours)> Names)> Parameters =
    [
        ("VictoryProbModel", "victory", [("Linear", "linear"), ("Square", "square"), ("Quartic", "quartic"), ("Octic", "octic"), ("Binary", "binary")]),
        ("PCEModel", "pce", [("Conditional", "conditional"), ("MarkovIncentive", "markov-incentive"), ("MarkovUniform", "markov-uniform")]),
        ("StateTransitions", "transitions", [("Deterministic", "deterministic"), ("Stochastic", "stochastic")]),
        ("VotingRule", "voting", [("Binary", "binary"), ("PropBin", "prop-bin"), ("Proportional", "prop"), ("Prop", "prop"), ("PropCbc", "prop-cbc"), ("Cubic", "cubic"), ("ASymProsp", "asym-prosp")]),
        ("BigRAdjust", "risk-seen", [("Full", "full"), ("TwoThirds", "two-thirds"), ("Half", "half"), ("OneThird", "one-third"), ("No", "none"), ("None", "none")]),
        ("BigRRange", "risk-range", [("Min", "min"), ("Mid", "mid"), ("Max", "max")]),
        ("ThirdPartyCommit", "third-parties", [("NoCommit", "none"), ("SemiCommit", "semi"), ("FullCommit", "full")]),
        ("InterVecBrgn", "pull", [("S1P1", "s1p1"), ("S2P2", "s2p2"), ("S2PMax", "s2pmax")]),
        ("BargnModel", "bargain", [("InitOnlyInterp", "init-only"), ("InitRcvrInterp", "init-rcvr"), ("PWCompInterp", "pw-comp")]),
    ];

    /// <summary>Whether a text looks like such a file: its root is <c>Scenario</c>.</summary>
    /// <param name="text">Content of the file.</param>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \r\n\t").StartsWith('<') && text.Contains("<Scenario", StringComparison.Ordinal);
    }

    /// <summary>Reads a scenario. Every mistake is named, not the first alone; its row is the line of the file.</summary>
    /// <param name="text">Content of the file.</param>
    public static KtabReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var draft = new KtabDraft();
        if (Root(text, draft) is not { } root) return draft.Make("", "", new(), [], null);
        var dimensions = Child(draft, root, "Dimensions")?.Elements("dName").ToList() ?? [];
        if (dimensions.Count == 0) draft.Fault(Line(root), "Dimensions", "at least one dName", "");
        foreach (var dimension in dimensions) draft.Dimension(Line(dimension), "dName", Text(dimension));
        var actors = Child(draft, root, "Actors")?.Elements("Actor").ToList() ?? [];
        if (actors.Count == 0) draft.Fault(Line(root), "Actors", "at least one Actor", "");
        foreach (var actor in actors) Actor(draft, actor);
        var options = Options(draft, root.Element("ModelParameters"));
        var accommodation = Accommodation(draft, root.Element("IdealAdjustment"), actors);
        return draft.Make(Text(root.Element("name")), Text(root.Element("desc")), options, accommodation, Seed(draft, root.Element("prngSeed")));
    }

    private static XElement? Root(string text, KtabDraft draft)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), new() { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name == "Scenario") return root;
            draft.Fault(Line(root), "", "the root element Scenario", root.Name.LocalName);
        }
        catch (XmlException wrong)
        {
            draft.Fault(Math.Max(1, wrong.LineNumber), $"character {wrong.LinePosition}", "well-formed XML", wrong.Message);
        }

        return null;
    }

    private static void Actor(KtabDraft draft, XElement actor)
    {
        var name = Text(actor.Element("name"));
        var shown = name.Length > 0 ? name : "Actor";
        var capability = Child(draft, actor, "capability") is { } element ? draft.Number(Line(element), $"{shown}, capability", Text(element)) : null;
        var (positions, saliences) = (Numbers(draft, actor, shown, "Position", "dCoord"), Numbers(draft, actor, shown, "Salience", "dSal"));
        if (positions is null || saliences is null) return;
        draft.Stakeholder(Line(actor), "name", name, Text(actor.Element("description")), capability, positions, saliences);
    }

    private static Estimate?[]? Numbers(KtabDraft draft, XElement actor, string shown, string list, string item)
    {
        if (Child(draft, actor, list) is not { } element) return null;
        var numbers = new List<Estimate?>();
        foreach (var one in element.Elements(item)) numbers.Add(draft.Number(Line(one), $"{shown}, {list}, {item} {numbers.Count + 1}", Text(one), 100));
        if (numbers.Count == draft.Dimensions) return [.. numbers];
        draft.Fault(Line(element), $"{shown}, {list}", $"{draft.Dimensions} elements {item}, one for each dimension", numbers.Count.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private static SpatialOptions Options(KtabDraft draft, XElement? parameters)
    {
        var choices = new Dictionary<string, string>();
        foreach (var (name, option, names) in parameters is null ? [] : Parameters)
        {
            if (Child(draft, parameters!, name) is not { } element) continue;
            var known = names.FirstOrDefault(pair => pair.Ktab == Text(element));
            if (known.Ours is null) draft.Fault(Line(element), name, $"one of {string.Join(", ", names.Select(pair => pair.Ktab))}", Text(element));
            else choices[option] = known.Ours;
        }

        return SpatialModelOptions.Of(ModelChoices.Usual(SpatialModelOptions.All).With("spatial", choices));
    }

    private static ImmutableArray<double> Accommodation(KtabDraft draft, XElement? adjustment, List<XElement> actors)
    {
        if (adjustment is null) return [];
        List<string> names = [.. actors.Select(actor => Text(actor.Element("name")))];
        var shares = new double[names.Count * names.Count];
        for (var i = 0; i < names.Count; i++) shares[(i * names.Count) + i] = 1;
        foreach (var pair in adjustment.Elements("iaPair"))
        {
            var (whose, toward) = (Known(draft, pair, "adjustingIdeal", names), Known(draft, pair, "referencePos", names));
            if (Child(draft, pair, "adjust") is not { } element || draft.Number(Line(element), "adjust", Text(element), 1) is not { } share || whose < 0 || toward < 0) continue;
            shares[(whose * names.Count) + toward] = share.Likeliest;
        }

        for (var i = 0; i < names.Count; i++)
            if (shares.AsSpan(i * names.Count, names.Count).ToArray().Sum() is var sum and > 1 + 1e-10)
                draft.Fault(Line(adjustment), "IdealAdjustment", $"shares of the ideal of {names[i]} that add up to 1 at most", sum.ToString(CultureInfo.InvariantCulture));
        return [.. shares];
    }

    private static int Known(KtabDraft draft, XElement pair, string element, List<string> names)
    {
        var at = names.IndexOf(Text(pair.Element(element)));
        if (at < 0) draft.Fault(Line(pair), element, "the name of an actor", Text(pair.Element(element)));
        return at;
    }

    private static ulong? Seed(KtabDraft draft, XElement? seed)
    {
        if (seed is null) return null;
        if (ulong.TryParse(Text(seed), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        draft.Fault(Line(seed), "prngSeed", "a whole number", Text(seed));
        return null;
    }

    private static XElement? Child(KtabDraft draft, XElement parent, string name)
    {
        if (parent.Element(name) is { } child) return child;
        draft.Fault(Line(parent), name, $"an element {name} in {parent.Name.LocalName}", "");
        return null;
    }

    private static string Text(XElement? element) => element?.Value.Trim() ?? "";

    private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
