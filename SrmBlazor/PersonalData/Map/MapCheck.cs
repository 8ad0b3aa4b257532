using System.Reflection;
using System.Text.Json.Serialization;

namespace SrmBlazor.PersonalData.Map;

/// <summary>What is wrong with a map. An installation with a faulty map does not start.</summary>
public static class MapCheck
{
    /// <param name="hasText">Answers whether a key of <see cref="PurposeTexts"/> exists in both languages.</param>
    public static IEnumerable<string> Problems(DataMap map, Func<string, bool> hasText)
    {
        foreach (var (type, kind) in map.ByType)
        {
            foreach (var problem in ProblemsOf(type, kind, map, hasText))
            {
                yield return $"{kind.Name}: {problem}";
            }
        }

        foreach (var handling in map.Handlings)
        {
            foreach (var column in handling.Columns.Where(column => handling.Entity.GetProperty(column) is null))
            {
                yield return $"{handling.Entity.Name}: {column} is declared but there is no such column.";
            }

            if (!map.Purposes.Contains(handling.Purpose))
            {
                yield return $"{handling.Entity.Name}: {handling.Purpose} is not among the purposes.";
            }
        }

        foreach (var twice in map.Purposes.GroupBy(purpose => purpose.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key}: two purposes have this key.";
        }

        foreach (var purpose in map.Purposes)
        {
            foreach (var problem in ProblemsOf(purpose, map, hasText))
            {
                yield return $"{purpose}: {problem}";
            }
        }
    }

    /// <summary>The paths of everything a record type stores: a nested record is opened up, an enum or a plain value is one item.</summary>
    public static IEnumerable<string> Paths(Type type, string prefix = "") =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .SelectMany(property => IsSection(property.PropertyType)
                ? Paths(property.PropertyType, $"{prefix}{property.Name}.")
                : [$"{prefix}{property.Name}"]);

    private static bool IsSection(Type type) => type.IsClass && type != typeof(string) && type.Namespace?.StartsWith(nameof(SrmBlazor), StringComparison.Ordinal) == true;

    private static IEnumerable<string> ProblemsOf(Type type, RecordKind kind, DataMap map, Func<string, bool> hasText)
    {
        var declared = kind.Items.Select(item => item.Property).ToHashSet(StringComparer.Ordinal);
        var stored = Paths(type).ToHashSet(StringComparer.Ordinal);
        foreach (var path in stored.Except(declared))
        {
            yield return $"{path} is stored but not mapped.";
        }

        foreach (var path in declared.Except(stored))
        {
            yield return $"{path} is mapped but not stored.";
        }

        if (kind.Holders.Count == 0)
        {
            yield return "no purpose holds it.";
        }

        foreach (var purpose in kind.Holders.Concat(kind.Users).Concat(kind.Items.Select(item => item.Consent).OfType<Purpose>()).Distinct().Except(map.Purposes))
        {
            yield return $"{purpose} is not among the purposes.";
        }

        if (kind.Name.Length > SealedRow.KindLength)
        {
            yield return $"its name is longer than {SealedRow.KindLength}.";
        }

        foreach (var twice in kind.Items.GroupBy(item => item.Property, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key} is mapped twice.";
        }

        foreach (var purpose in kind.Holders.Where(purpose => purpose.OnlyUses))
        {
            yield return $"{purpose} only uses data and cannot hold it.";
        }

        foreach (var purpose in kind.Users.Where(purpose => !purpose.OnlyUses || purpose.OnlyPermits))
        {
            yield return $"{purpose} does not only use data.";
        }

        foreach (var path in kind.LentByName.Except(declared, StringComparer.Ordinal))
        {
            yield return $"{path} is lent but not mapped.";
        }

        foreach (var path in kind.Telling.Except(declared, StringComparer.Ordinal))
        {
            yield return $"{path} tells but is not mapped.";
        }

        foreach (var schema in Enumerable.Range(1, kind.Schema - 1).Where(schema => !kind.CanBringUp(schema)))
        {
            yield return $"no way up from schema {schema}.";
        }

        if (kind.Items.Any(item => item.Sensitivity == Sensitivity.Sensitive && item.Consent?.Basis != Basis.SeparateConsent))
        {
            yield return "a sensitive item names no separate consent.";
        }

        if (!kind.Transient)
        {
            foreach (var item in kind.Items.Where(item => !hasText($"Item.{kind.Name}.{item.Property}")))
            {
                yield return $"{item.Property} has no label in both languages.";
            }
        }
    }

    private static IEnumerable<string> ProblemsOf(Purpose purpose, DataMap map, Func<string, bool> hasText)
    {
        if (!purpose.OnlyUses && !map.HeldBy(purpose).Any() && !map.Handlings.Any(handling => handling.Purpose == purpose))
        {
            yield return "it holds nothing.";
        }

        if (purpose is { OnlyUses: true, OnlyPermits: false } && purpose != For.Access && !map.Kinds.Any(kind => kind.Users.Contains(purpose)))
        {
            yield return "it uses nothing.";
        }

        if (purpose.Key.Length > PurposeEvent.PurposeLength)
        {
            yield return $"its key is longer than {PurposeEvent.PurposeLength}.";
        }

        if (purpose.ByLaw && purpose.Law.Length == 0)
        {
            yield return "it rests on a law that is not named.";
        }

        string[] texts = ["Name", "Why", "Refusing", "Kept", "Recipients"];
        foreach (var text in texts.Where(text => !hasText($"Purpose.{purpose.Key}.{text}")))
        {
            yield return $"the text {text} is missing in one of the languages.";
        }
    }
}
