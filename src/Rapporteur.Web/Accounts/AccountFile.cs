using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>The accounts of a workbench, in a file of their own beside the record: names, roles and hashes of passwords, never in the ledger. The file is for its owner alone; it is read anew when it changed.
/// Thread-safe within a process.</summary>
/// <param name="path">The file; it need not be there.</param>
/// <param name="rounds">How often a password is hashed; a hash keeps the count that it was made with.</param>
public sealed class AccountFile(string path, int rounds = 210_000)
{
    /// <summary>Fewest characters of a password.</summary>
    public const int ShortestPassword = 10;

    private const int LongestPassword = 256;
    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
    private readonly Lock _lock = new();
    private string? _nobody;
    private (DateTime Written, long Length, ImmutableArray<Account> Accounts) _read = (default, -1, []);

    /// <summary>Every account by name.</summary>
    public ImmutableArray<Account> All()
    {
        lock (_lock)
        {
            var file = new FileInfo(path);
            if (!file.Exists) return [];
            if (_read.Written != file.LastWriteTimeUtc || _read.Length != file.Length) _read = (file.LastWriteTimeUtc, file.Length, Load());
            return _read.Accounts;
        }
    }

    /// <summary>The account of a name; null where there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    public Account? Find(string name) => All().FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The account whose name and password these are; null where they are not. Takes the same time for a name that nobody has.</summary>
    /// <param name="name">Name.</param>
    /// <param name="password">Password.</param>
    public Account? Check(string name, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var account = Find(name);
        var right = password.Length <= LongestPassword && _hasher.VerifyHashedPassword("", account?.Hash ?? Nobody(), password) != PasswordVerificationResult.Failed;
        return right ? account : null;
    }

    /// <summary>Makes an account. Throws <see cref="AccountException"/> where the name is taken or unfit, or the password too short.</summary>
    /// <param name="name">Name under which he or she rules.</param>
    /// <param name="role">What the account may do.</param>
    /// <param name="password">Password.</param>
    public void Add(string name, Role role, string password)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        if (name.Length is 0 or > 60 || name.Any(char.IsControl)) throw new AccountException("A name has 1 to 60 characters, none of them a control character.");
        if (Find(name) is not null) throw new AccountException($"There is an account of {name} already; rapporteur account password changes its password.");
        Write(All().Add(new(name, role, Hashed(password), NewStamp())));
    }

    /// <summary>Changes a password. Throws <see cref="AccountException"/>.</summary>
    /// <param name="name">Name.</param>
    /// <param name="password">The new password.</param>
    public void SetPassword(string name, string password) => Change(name, a => a with { Hash = Hashed(password), Stamp = NewStamp() });

    /// <summary>Changes a role. Throws <see cref="AccountException"/>.</summary>
    /// <param name="name">Name.</param>
    /// <param name="role">The new role.</param>
    public void SetRole(string name, Role role) => Change(name, a => a with { Role = role, Stamp = NewStamp() });

    /// <summary>Takes an account out; who is logged in with it is no more. Throws <see cref="AccountException"/>.</summary>
    /// <param name="name">Name.</param>
    public void Remove(string name) => Write(All().Remove(Known(name)));

    private void Change(string name, Func<Account, Account> change)
    {
        var known = Known(name);
        Write(All().Replace(known, change(known)));
    }

    private Account Known(string name) => Find(name) ?? throw new AccountException($"There is no account of {name}; rapporteur account list names those there are.");

    private string Hashed(string password) => password is { Length: >= ShortestPassword and <= LongestPassword }
        ? _hasher.HashPassword("", password)
        : throw new AccountException($"A password has {ShortestPassword} to {LongestPassword} characters.");

    // Hashed as the others are, so that nobody can tell by the time it takes which names there are.
    private string Nobody() => _nobody ??= All() is [var first, ..] ? first.Hash : _hasher.HashPassword("", NewStamp());

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private ImmutableArray<Account> Load()
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return
            [
                .. json.RootElement.GetProperty("accounts").EnumerateArray().Select(a => new Account(Text(a, "name"), EnumSpelling.TryParse<Role>(Text(a, "role"), out var role) ? role : throw new JsonException(), Text(a, "hash"), Text(a, "stamp")))
                    .OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new AccountException($"{path} is no file of accounts, or is damaged; restore it, or remove it and make the accounts anew.");
        }
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new JsonException();

    private void Write(ImmutableArray<Account> accounts)
    {
        var part = path + ".part";
        var open = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(part);
        using (var file = new FileStream(part, open))
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("format", "rapporteur-accounts");
            json.WriteStartArray("accounts");
            foreach (var account in accounts.OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase))
            {
                json.WriteStartObject();
                json.WriteString("name", account.Name);
                json.WriteString("role", EnumSpelling.Of(account.Role));
                json.WriteString("hash", account.Hash);
                json.WriteString("stamp", account.Stamp);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(part, path, overwrite: true);
        lock (_lock) _read = (default, -1, []);
    }
}
