using System.Collections;
using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Home;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PrivacyCenter.Contents;

/// <summary>The words of a dossier that the home page does not have: names of tables and columns, and what their codes mean.</summary>
public sealed class DossierWords(IStringLocalizer<PrivacyCenterTexts> texts, IStringLocalizer<PurposeTexts> purposes, IStringLocalizer<HomeTexts> home, IStringLocalizer<AccountsTexts> accounts)
{
    public string Withheld => texts["Withheld"];

    public string Text(string key, params object[] values) => texts[key, values];

    public string List(IEnumerable<string> names) => string.Join(home["Items.And"], names);

    /// <summary>A draft has no labels of its own: there the property's name has to do.</summary>
    public string Label(HeldWords words, RecordKind kind, Item item) => kind.Transient ? item.Property : words.Label(kind, item);

    public string Category(Category category) => purposes[$"Category.{category}"];

    public string Table(string entity) => Or($"Table.{entity}", entity);

    public string Column(string column) => Or($"Column.{column}", column);

    public string Reason(RevealReason reason) => home[$"Reason.{reason}"];

    public string Roles(Role roles) => List(Each(roles).Select(role => accounts[$"Role.{role}"].Value));

    /// <summary>How long a table's rows lead to the person.</summary>
    public string Kept(Handling handling) => handling.Term is { } term && handling.Since is { } since
        ? Text("Kept.Term", term.Years == 1 ? Text("Kept.Year") : term.Years > 0 ? Text("Kept.Years", term.Years) : Text("Kept.Days", term.Days), Column(since)) : Text("Kept.WhileHeld");

    public DossierPurpose Purpose(HeldWords words, Purpose purpose, DateTime? until) => new(
        purpose.Key, words.Purpose(purpose, "Name"), purpose.Basis.ToString(), words.Basis(purpose), words.Purpose(purpose, "Recipients"), words.Purpose(purpose, "Kept"), until);

    public string Moment(DateTime on) => on.ToString(texts["Format.Moment"], CultureInfo.CurrentCulture);

    public DossierCell Cell(object? value) => value switch
    {
        null => new DossierCell(null, ""),
        DateTime on => new DossierCell(on.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture), Moment(on)),
        DateTimeOffset on => Cell(on.UtcDateTime),
        DateOnly day => new DossierCell(day.ToString("O", CultureInfo.InvariantCulture), day.ToString(home["Format.Day"], CultureInfo.CurrentCulture)),
        bool yes => new DossierCell(yes ? "true" : "false", texts[yes ? "Yes" : "No"]),
        Role roles => new DossierCell(roles.ToString(), Roles(roles)),
        Enum code => new DossierCell(code.ToString(), List(Each(code).Select(one => Or($"Code.{one.GetType().Name}.{one}", one.ToString())))),
        byte[] bytes => new DossierCell(Convert.ToHexStringLower(bytes), Convert.ToHexStringLower(bytes)),
        string text => new DossierCell(text, Known(text)),
        IEnumerable list => new DossierCell(string.Join(' ', list.Cast<object>()), List(list.Cast<object>().Select(one => Cell(one).Shown))),
        _ => new DossierCell(Convert.ToString(value, CultureInfo.InvariantCulture), Convert.ToString(value, CultureInfo.CurrentCulture) ?? ""),
    };

    /// <summary>A purpose or a kind of record is named as elsewhere.</summary>
    private string Known(string text) =>
        purposes[$"Purpose.{text}.Name"] is { ResourceNotFound: false } purpose ? purpose : home[$"Kind.{text}"] is { ResourceNotFound: false } kind ? kind : text;

    private string Or(string key, string otherwise) => texts[key] is { ResourceNotFound: false } found ? found : otherwise;

    private static IEnumerable<T> Each<T>(T codes)
        where T : Enum
    {
        var type = codes.GetType();
        return type.IsDefined(typeof(FlagsAttribute), inherit: false)
            ? Enum.GetValues(type).Cast<T>().Where(one => BitOperations.PopCount(Convert.ToUInt64(one, CultureInfo.InvariantCulture)) == 1 && codes.HasFlag(one)) : [codes];
    }
}
