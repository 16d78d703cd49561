using System.Text;

namespace Rapporteur.Printing;

/// <summary>A page as a web archive (MHTML, RFC 2557). A browser runs no script of an archive, follows no redirection in it, and takes what the page asks for from the archive alone: neither from the network nor from files.</summary>
internal static class WebArchive
{
    private const string Boundary = "rapporteur-part";

    /// <summary>The archive of a page that brings nothing with it.</summary>
    /// <param name="html">The page, UTF-8.</param>
    public static byte[] Of(ReadOnlySpan<byte> html) => Encoding.ASCII.GetBytes(string.Join("\r\n",
        "From: <Rapporteur>",
        "MIME-Version: 1.0",
        $"Content-Type: multipart/related; type=\"text/html\"; boundary=\"{Boundary}\"",
        "",
        $"--{Boundary}",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://page.invalid/",
        "",
        Convert.ToBase64String(html, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n"),
        $"--{Boundary}--",
        ""));
}
