using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>A fault of a line, thrown inside the reader and handed out as an <see cref="InterchangeError"/>.</summary>
internal sealed class InterchangeFault(string path, string message) : Exception(message)
{
    internal string Path { get; } = path;
}

/// <summary>An element of a line; the path that leads to it is put together only for a fault.</summary>
internal sealed class JsonField(JsonElement element, JsonField? owner = null, string? name = null, int index = -1)
{
    private readonly JsonElement _element = element;

    internal string Path => owner is null ? "" : name is null ? string.Create(CultureInfo.InvariantCulture, $"{owner.Path}[{index}]") : owner.Below(name);

    internal JsonField Required(string name) => Optional(name) ?? throw new InterchangeFault(Below(name), "expected a value, found none");

    /// <summary>The field of an object; null where it is absent or null.</summary>
    internal JsonField? Optional(string name)
    {
        MustBe(JsonValueKind.Object);
        return _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new JsonField(value, this, name) : null;
    }

    internal string String()
    {
        MustBe(JsonValueKind.String);
        try
        {
            return _element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw Fault("expected Unicode text, found half of a surrogate pair");
        }
    }

    /// <summary>The object as it is spelled.</summary>
    internal string RawObject()
    {
        MustBe(JsonValueKind.Object);
        return _element.GetRawText();
    }

    internal int Int32()
    {
        MustBe(JsonValueKind.Number);
        return _element.TryGetInt32(out var value) ? value : throw Fault($"expected a whole number, found {_element.GetRawText()}");
    }

    internal decimal Decimal()
    {
        MustBe(JsonValueKind.Number);
        return _element.TryGetDecimal(out var value) ? value : throw Fault($"expected a decimal number, found {_element.GetRawText()}");
    }

    internal bool Boolean() => _element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? _element.GetBoolean()
        : throw Fault($"expected true or false, found {Name(_element.ValueKind)}");

    internal double Share()
    {
        MustBe(JsonValueKind.Number);
        return _element.TryGetDouble(out var value) && value is >= 0 and <= 1
            ? value
            : throw Fault($"expected a number from 0 to 1, found {_element.GetRawText()}");
    }

    internal T Enum<T>() where T : struct, Enum
    {
        var name = String();
        return EnumSpelling.TryParse<T>(name, out var value)
            ? value
            : throw Fault($"expected one of {string.Join(", ", EnumSpelling.All<T>())}, found \"{name}\"");
    }

    internal Edtf Date()
    {
        var value = String();
        return Edtf.Parse(value) ?? throw Fault($"expected an EDTF date or interval, found \"{value}\"");
    }

    internal ImmutableArray<T> Each<T>(Func<JsonField, T> read)
    {
        MustBe(JsonValueKind.Array);
        var items = ImmutableArray.CreateBuilder<T>(_element.GetArrayLength());
        var at = 0;
        foreach (var item in _element.EnumerateArray())
            items.Add(read(new JsonField(item, this, index: at++)));
        return items.MoveToImmutable();
    }

    /// <summary>The items at some places, in their order.</summary>
    internal ImmutableArray<T> Each<T>(IReadOnlySet<int> places, Func<JsonField, T> read)
    {
        MustBe(JsonValueKind.Array);
        var items = ImmutableArray.CreateBuilder<T>(places.Count);
        var at = -1;
        foreach (var item in _element.EnumerateArray())
            if (places.Contains(++at)) items.Add(read(new JsonField(item, this, index: at)));
        return items.DrainToImmutable();
    }

    internal void MustBe(JsonValueKind kind)
    {
        if (_element.ValueKind != kind) throw Fault($"expected {Name(kind)}, found {Name(_element.ValueKind)}");
    }

    internal InterchangeFault Fault(string problem) => new(Path, problem);

    private string Below(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => "null",
    };
}
