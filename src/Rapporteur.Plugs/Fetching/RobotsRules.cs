using System.Text;

namespace Rapporteur.Plugs;

/// <summary>What a site lets programs fetch: its <c>robots.txt</c> as RFC 9309 reads it. The longest rule that fits a path decides; of two as long, the one that allows.</summary>
public sealed class RobotsRules
{
    private readonly List<(string Pattern, bool Allows)> _rules;

    private RobotsRules(List<(string, bool)> rules) => _rules = rules;

    /// <summary>Everything may be fetched: there is no file, or its address answers with 400 to 499.</summary>
    public static RobotsRules AllowAll { get; } = new([]);

    /// <summary>Nothing may be fetched: the site cannot be reached, or answers with 500 to 599.</summary>
    public static RobotsRules DisallowAll { get; } = new([("/", false)]);

    /// <summary>Reads a file. Lines that are no rules are passed over.</summary>
    /// <param name="text">The file.</param>
    /// <param name="agent">Product token of the program, such as <c>Rapporteur</c>; its groups count, else those of <c>*</c>.</param>
    public static RobotsRules Parse(string text, string agent)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(agent);
        List<(string, bool)> own = [], others = [];
        var (isOwn, isOthers, named, inRules) = (false, false, false, false);
        foreach (var raw in text.TrimStart('\ufeff').Split('\n', '\r'))
        {
            var line = raw.AsSpan();
            if (line.IndexOf('#') is >= 0 and var hash) line = line[..hash];
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var (key, value) = (line[..colon].Trim().ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
            if (key == "user-agent")
            {
                // Names in a row share the rules below them; a name after rules begins another group.
                if (inRules) (isOwn, isOthers, inRules) = (false, false, false);
                if (value == "*") isOthers = true;
                else if (Token(value).Equals(agent, StringComparison.OrdinalIgnoreCase)) isOwn = named = true;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                if (value.Length == 0) continue;
                var rule = (Normal(value), key == "allow");
                if (isOwn) own.Add(rule);
                if (isOthers) others.Add(rule);
            }
        }

        return new(named ? own : others);
    }

    /// <summary>Whether an address may be fetched. The file itself always may.</summary>
    /// <param name="address">The address; its path and query count.</param>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AbsolutePath == "/robots.txt") return true;
        var path = Normal(address.PathAndQuery);
        var (longest, allowed) = (-1, true);
        foreach (var (pattern, allows) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allows) || !Fits(pattern, path)) continue;
            (longest, allowed) = (pattern.Length, allows);
        }

        return allowed;
    }

    private static string Token(string name)
    {
        var end = 0;
        while (end < name.Length && (char.IsAsciiLetter(name[end]) || name[end] is '-' or '_')) end++;
        return name[..end];
    }

    // Percent-encoding in one spelling: what need not be encoded is not, what has to be is, in capitals.
    private static string Normal(string path)
    {
        var result = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var unit = (char)Convert.ToByte(path.Substring(i + 1, 2), 16);
                if (char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.' or '_' or '~') result.Append(unit);
                else result.Append(path.AsSpan(i, 3).ToString().ToUpperInvariant());
                i += 2;
            }
            else if (path[i] > 0x7f)
            {
                var length = char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1;
                foreach (var b in Encoding.UTF8.GetBytes(path.Substring(i, length))) result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                i += length - 1;
            }
            else result.Append(path[i]);
        }

        return result.ToString();
    }

    // '*' stands for anything, '$' at the end for the end; without backing up further than the last star, so that no pattern takes long.
    private static bool Fits(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        if (anchored) pattern = pattern[..^1];
        else pattern += "*";
        int p = 0, s = 0, star = -1, mark = 0;
        while (s < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark, p) = (p, s, p + 1);
            else if (p < pattern.Length && pattern[p] == path[s]) (p, s) = (p + 1, s + 1);
            else if (star >= 0) (p, s) = (star + 1, ++mark);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
