namespace SrmBlazor.PersonalData.Map;

/// <summary>Reads one item of a sealed record by its path.</summary>
public static class ItemValue
{
    public static object? Of(object record, string path)
    {
        object? value = record;
        foreach (var name in path.Split('.'))
        {
            value = value?.GetType().GetProperty(name)?.GetValue(value);
        }

        return value;
    }

    /// <summary>A value as text, a code as it is stored; several values on lines of their own. Null for none.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        IFormattable one => one.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        System.Collections.IEnumerable several => string.Join('\n', several.Cast<object?>().Select(TextOf)),
        _ => value.ToString(),
    };

    public static bool IsFilled(object record, string path) => Of(record, path) switch
    {
        null => false,
        string text => text.Length > 0,
        byte[] bytes => bytes.Length > 0,
        Enum choice => Convert.ToInt64(choice, System.Globalization.CultureInfo.InvariantCulture) != 0,
        _ => true,
    };
}
