using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>Addresses to subscribe to hold a token in place of a cookie, which calendars and feed readers do not have. A token is bound to a person and a marking: it opens the calendar and the feed up to that marking and nothing else.
/// In a team it ends with the password or role of its account; for a single user with the server, unless a file keeps the key.</summary>
internal sealed class FeedKeys
{
    private const int Bytes = 24;
    private readonly SignIn _signIn;
    private readonly byte[] _own;

    /// <summary>The tokens of a workbench; makes the file of the key where it is wanted and not there.</summary>
    public FeedKeys(WorkbenchOptions options, SignIn signIn)
    {
        _signIn = signIn;
        _own = options.FeedKey is { } file ? Kept(file) : RandomNumberGenerator.GetBytes(32);
    }

    /// <summary>The token of somebody for a marking.</summary>
    /// <param name="name">Who is logged in.</param>
    /// <param name="limit">Strictest marking that the address tells.</param>
    public string Token(string name, Marking limit) =>
        _signIn.Accounts is not { } accounts ? Of(_own, limit)
        : accounts.Find(name) is { } account ? Of(Secret(account), limit) : "";

    /// <summary>Whether a token opens a marking.</summary>
    /// <param name="token">The token of an address.</param>
    /// <param name="limit">The marking of the address.</param>
    public bool Opens(string token, Marking limit)
    {
        var given = Encoding.UTF8.GetBytes(token);
        var found = false;
        // All are compared, whichever fits.
        foreach (var secret in _signIn.Accounts is { } accounts ? accounts.All().Select(Secret) : [_own])
            found |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Of(secret, limit)));
        return found;
    }

    private static byte[] Secret(Account account) => Encoding.UTF8.GetBytes($"{account.Stamp}\n{account.Hash}");

    private static string Of(byte[] secret, Marking limit) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("rapporteur feeds\n" + EnumSpelling.Of(limit)))[..Bytes]);

    private static byte[] Kept(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var made = new FileStream(file, options);
            made.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) + "\n"));
        }

        var text = File.ReadAllText(file).Trim();
        return text.Length == 64 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : throw new ArgumentException($"{file} holds no key of feeds (64 hexadecimal digits); name another file with --feed-key, and it is made.");
    }
}
