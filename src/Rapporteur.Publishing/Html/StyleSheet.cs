using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Style sheets from <c>data/publishing</c>.</summary>
internal static class StyleSheet
{
    /// <summary>A style sheet without its comments; line ends are U+000A whatever the checkout has.</summary>
    public static string Of(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks {name}; data/publishing/{name} was not there when it was built.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var css = reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        var bare = new StringBuilder(css.Length);
        for (var at = 0; at < css.Length;)
        {
            var open = css.IndexOf("/*", at, StringComparison.Ordinal);
            if (open < 0) open = css.Length;
            bare.Append(css, at, open - at);
            at = open == css.Length ? open : css.IndexOf("*/", open, StringComparison.Ordinal) + 2;
        }

        return "\n" + bare.ToString().Trim() + "\n";
    }

    /// <summary>What a Content-Security-Policy names to allow exactly this sheet.</summary>
    public static string Hash(string css) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css))) + "'";
}
