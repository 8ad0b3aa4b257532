using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.PrivacyCenter.Contents;

/// <summary>A person's rows of any table that the map declares: its declared columns and no others.</summary>
internal static class HandledRows
{
    private static readonly MethodInfo Reading = typeof(HandledRows).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>The values of <see cref="Handling.Columns"/>, oldest row first. A colleague's id is another person's, and is left out.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<object?>>> OfAsync(SrmDbContext db, Handling handling, Guid person)
    {
        var found = await (Task<IReadOnlyList<object>>)Reading.MakeGenericMethod(handling.Entity).Invoke(null, [db, person])!;
        var columns = handling.Columns.Select(column => handling.Entity.GetProperty(column)!).ToList();
        var rows = found.Select(row => columns.ConvertAll(column => column.GetValue(row))).ToList();
        var since = columns.FindIndex(column => (Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType) == typeof(DateTime));
        var others = await OthersAsync(db, rows.SelectMany(row => row).OfType<Guid>(), person);
        return [.. rows.OrderBy(row => since < 0 ? null : row[since] as DateTime?).Select(row => row.ConvertAll(value => value is Guid id && others.Contains(id) ? null : value))];
    }

    private static async Task<IReadOnlyList<object>> ReadAsync<T>(SrmDbContext db, Guid person)
        where T : class
    {
        // an account's key is its person's id
        var own = db.Model.FindEntityType(typeof(T))!.FindProperty("PersonId") is null ? "Id" : "PersonId";
        var row = Expression.Parameter(typeof(T));
        var type = db.Model.FindEntityType(typeof(T))!.FindProperty(own)!.ClrType;
        var column = Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(own));
        var theirs = Expression.Lambda<Func<T, bool>>(Expression.Equal(column, Expression.Constant(person, type)), row);
        return await db.Set<T>().AsNoTracking().IgnoreAutoIncludes().Where(theirs).ToListAsync();
    }

    private static async Task<HashSet<Guid>> OthersAsync(SrmDbContext db, IEnumerable<Guid> ids, Guid person)
    {
        var asked = ids.Where(id => id != person).Distinct().ToList();
        return await db.Set<Person>().Where(one => asked.Contains(one.Id)).Select(one => one.Id).ToHashSetAsync();
    }
}
