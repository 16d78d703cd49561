using System.Globalization;
using Npgsql;

namespace Rapporteur.Record;

/// <summary>Where a record lies on a PostgreSQL server: <c>postgres://user:password@host:port/database?record=NAME</c>. Each record is a schema of its name;
/// <c>rapporteur</c> by default. Other parts of the query: <c>sslmode</c>, <c>host</c> (folder of a socket). A missing password is taken from PGPASSWORD or the password file.</summary>
public sealed class PostgresAddress
{
    private PostgresAddress(string connection, string schema, string shown) => (Connection, Schema, Shown) = (connection, schema, shown);

    /// <summary>The address without a password, for messages.</summary>
    public string Shown { get; }

    /// <summary>Connection string for Npgsql.</summary>
    internal string Connection { get; }

    /// <summary>Name of the record, which is that of its schema: lower-case letters, digits and underscores.</summary>
    public string Name => Schema;

    /// <summary>Name of the schema.</summary>
    internal string Schema { get; }

    /// <summary>Whether a place is meant as an address.</summary>
    /// <param name="place">File or address.</param>
    public static bool Is(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads an address; throws <see cref="RecordException"/> (Foreign) where it cannot be understood.</summary>
    /// <param name="address">The address.</param>
    public static PostgresAddress Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) throw Wrong(address, "it is no address");
        var name = uri.AbsolutePath.Trim('/');
        if (name.Length == 0) throw Wrong(address, "it names no database");
        var login = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(name),
            Pooling = false,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 0,
            ApplicationName = "rapporteur",
        };
        if (login[0].Length > 0) builder.Username = Uri.UnescapeDataString(login[0]);
        if (login.Length > 1) builder.Password = Uri.UnescapeDataString(login[1]);
        var schema = "rapporteur";
        foreach (var part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = part.Split('=', 2) is [var k, var v] ? (k, Uri.UnescapeDataString(v)) : (part, "");
            switch (key)
            {
                case "record" when IsName(value):
                    schema = value;
                    break;
                case "host":
                    builder.Host = value;
                    break;
                case "sslmode" when Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode):
                    builder.SslMode = mode;
                    break;
                default:
                    throw Wrong(address, $"\"{part}\" in it is not understood; known are record=NAME (lower-case letters, digits, underscores), sslmode and host");
            }
        }

        builder.SearchPath = schema;
        return new(builder.ConnectionString, schema, Hidden(uri, schema));
    }

    private static bool IsName(string value) =>
        value.Length is > 0 and < 64 && char.IsAsciiLetterLower(value[0]) && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static string Hidden(Uri uri, string schema) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{uri.Host}{(uri.Port > 0 ? ":" + uri.Port.ToString(CultureInfo.InvariantCulture) : "")}{uri.AbsolutePath}?record={schema}");

    // The address may hold a password, so that it is not repeated.
    private static RecordException Wrong(string address, string why) =>
        new(RecordFault.Foreign, $"The address that begins with {address[..Math.Min(address.IndexOf("//", StringComparison.Ordinal) + 2, address.Length)]} cannot be used: {why}. Write postgres://user@host:port/database?record=NAME");
}
