namespace Rapporteur.Publishing;

/// <summary>Patterns and arrow heads that charts use. They are told apart in black and white.</summary>
internal static class Patterns
{
    /// <summary>Lines that rise.</summary>
    public const string Rising = "rising";

    /// <summary>Lines that fall.</summary>
    public const string Falling = "falling";

    /// <summary>Points.</summary>
    public const string Dotted = "dotted";

    /// <summary>Arrow head.</summary>
    public const string Head = "head";

    /// <summary>Arrow head of what is stuck or refused.</summary>
    public const string StuckHead = "stuck-head";

    /// <summary>A bar: what excludes.</summary>
    public const string Bar = "bar";

    /// <summary>Writes those that a chart names.</summary>
    public static void Write(Markup svg, string id, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return;
        svg.Open("defs");
        foreach (var name in names)
            switch (name)
            {
                case Rising: Pattern(svg, id, name, "M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5"); break;
                case Falling: Pattern(svg, id, name, "M-1,5 L1,7 M0,0 L6,6 M5,-1 L7,1"); break;
                case Dotted: Pattern(svg, id, name, "M1,1 h2 v2 h-2 z M4,4 h2 v2 h-2 z"); break;
                case Head: Marker(svg, id, name, "head", "M0,0 L8,4 L0,8 z", "7", "8"); break;
                case StuckHead: Marker(svg, id, name, "head stuck", "M0,0 L8,4 L0,8 z", "7", "8"); break;
                case Bar: Marker(svg, id, name, "head", "M3,0 L5,0 L5,8 L3,8 z", "4", "12"); break;
                default: throw new ArgumentOutOfRangeException(nameof(names), name, null);
            }

        svg.Close("defs");
    }

    private static void Pattern(Markup svg, string id, string name, string path)
    {
        svg.Open("pattern", ("id", $"{id}-{name}"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"));
        svg.Open("path", ("class", "hatch"), ("d", path));
        svg.Close("path");
        svg.Close("pattern");
    }

    // Heads keep their size whatever the width of the line.
    private static void Marker(Markup svg, string id, string name, string kind, string path, string x, string size)
    {
        svg.Open("marker", ("id", $"{id}-{name}"), ("viewBox", "0 0 8 8"), ("refX", x), ("refY", "4"), ("markerWidth", size), ("markerHeight", size), ("markerUnits", "userSpaceOnUse"), ("orient", "auto"));
        svg.Open("path", ("class", kind), ("d", path));
        svg.Close("path");
        svg.Close("marker");
    }
}
