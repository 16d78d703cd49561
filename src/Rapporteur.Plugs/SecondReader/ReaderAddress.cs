using System.Net;

namespace Rapporteur.Plugs;

/// <summary>Address of a server that speaks the chat interface of OpenAI (Ollama, llama.cpp, vLLM).</summary>
public sealed record ReaderAddress
{
    private const string Path = "chat/completions";

    private ReaderAddress(Uri endpoint, bool isLocal) => (Endpoint, IsLocal) = (endpoint, isLocal);

    /// <summary>Where requests go.</summary>
    public Uri Endpoint { get; }

    /// <summary>Whether it is this machine: <c>localhost</c> or a loopback address written out. Other names count as remote, whatever they resolve to.</summary>
    public bool IsLocal { get; }

    /// <summary>Reads an address such as <c>http://localhost:11434/v1</c>. Off this machine it has to be <c>https</c>.
    /// Throws <see cref="FormatException"/> with a sentence that says what to write.</summary>
    /// <param name="text">The address.</param>
    public static ReaderAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            throw new FormatException($"takes an address such as http://localhost:11434/v1, not '{text}'.");
        if (uri.UserInfo.Length > 0) throw new FormatException("takes no name or password in its address; a key comes from an environment variable only.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0) throw new FormatException("takes an address without '?' and '#'.");
        var local = uri.IdnHost is "localhost" || (IPAddress.TryParse(uri.IdnHost, out var ip) && IPAddress.IsLoopback(ip));
        if (!local && uri.Scheme != "https") throw new FormatException($"takes http only for this machine (localhost); write https for {uri.IdnHost}.");
        var path = uri.AbsolutePath.TrimEnd('/');
        var endpoint = path.EndsWith("/" + Path, StringComparison.Ordinal) ? path : $"{path}/{Path}";
        return new(new UriBuilder(uri) { Path = endpoint }.Uri, local);
    }
}
