using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>Records of the domain with a value in every property that is not its default, so that one which a stored form forgets is missed.</summary>
/// <param name="known">Values of types that are not filled by their properties; null for the rest.</param>
internal sealed class FilledRecords(Func<Type, object?> known)
{
    /// <summary>Letters of text that spans are taken from.</summary>
    public const int TextLength = 40_000;

    private int _number;

    public T Of<T>() => (T)Of(typeof(T));

    public object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (known(type) is { } value) return value;
        _number++;
        if (type == typeof(string)) return $"w{_number}";
        if (type == typeof(int)) return _number;
        if (type == typeof(bool)) return true;
        if (type == typeof(double)) return 0.25;
        if (type == typeof(decimal)) return _number + 0.5m;
        if (type == typeof(DateOnly)) return new DateOnly(2031, 1, 1).AddDays(_number);
        if (type == typeof(Edtf)) return Edtf.Day(new DateOnly(2031, 1, 1).AddDays(_number));
        if (type == typeof(TextSpan)) return new TextSpan(_number * 8, (_number * 8) + 3);
        if (type == typeof(AdmiraltyGrade)) return new AdmiraltyGrade('B', 2);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Two(type.GenericTypeArguments[0]) : Filled(type);
    }

    /// <summary>Properties of records of the domain that have their default wherever a value holds such a record.</summary>
    public static IEnumerable<string> Empty(object value)
    {
        var found = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        Look(value, found);
        return found.Where(f => !f.Value).Select(f => f.Key);
    }

    /// <summary>Every property of a value, spelled out.</summary>
    public static string Spelled(object value) => JsonSerializer.Serialize(value);

    /// <summary>Properties that are set, not worked out from others.</summary>
    public static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod?.IsPublic == true && p.GetIndexParameters().Length == 0);

    private object Two(Type type)
    {
        var two = Array.CreateInstance(type, 2);
        for (var i = 0; i < 2; i++) two.SetValue(Of(type), i);
        return typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!.MakeGenericMethod(type).Invoke(null, [two])!;
    }

    private object Filled(Type type)
    {
        if (type.Assembly != typeof(Claim).Assembly) throw new InvalidOperationException($"No value is known that fills {type}.");
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Settable(type)) property.SetValue(record, Of(property.PropertyType));
        return record;
    }

    private static void Look(object value, SortedDictionary<string, bool> found)
    {
        if (value is IEnumerable many and not string)
        {
            foreach (var one in many) Look(one, found);
            return;
        }

        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)) Look(type.GetProperty("Value")!.GetValue(value)!, found);
        if (type.Assembly != typeof(Claim).Assembly || type.IsValueType || value is Ruling or Edtf) return;
        foreach (var property in Settable(type))
        {
            var (name, held) = ($"{type.Name}.{property.Name}", property.GetValue(value));
            found[name] = !IsDefault(held) || found.GetValueOrDefault(name);
            if (held is not null && found[name]) Look(held, found);
        }
    }

    private static bool IsDefault(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        IEnumerable many => !many.GetEnumerator().MoveNext(),
        ValueType plain => plain.Equals(RuntimeHelpers.GetUninitializedObject(plain.GetType())),
        _ => false,
    };
}
