using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>Purposes of every shape: with a term, with retention, per record, by consent, by law, only using.</summary>
internal static class Why
{
    public static readonly Purpose Account = new("account", Basis.Contract);
    public static readonly Purpose Books = new("books", Basis.Contract) { Retention = new(0, 20) };
    public static readonly Purpose Archive = new("archive", Basis.Contract) { Retention = new(0, 5, FromYearEnd: true), Term = TimeSpan.FromDays(15) };
    public static readonly Purpose Check = new("check", Basis.Contract) { Term = TimeSpan.FromDays(10) };
    public static readonly Purpose Free = new("free", Basis.Consent) { Basic = false };
    public static readonly Purpose Claims = new("claims", Basis.LegalDuty) { Law = "a law", OpensRestricted = true };
    public static readonly Purpose Draft = new("draft", Basis.Contract) { PerRecord = true, Term = TimeSpan.FromDays(30) };
    public static readonly Purpose Separate = new("separate", Basis.SeparateConsent) { OnlyUses = true, OnlyPermits = true };

    public static IReadOnlyList<Purpose> All { get; } = [Account, Books, Archive, Check, Free, Claims, Draft, Separate, For.Access];

    public static DataMap Map { get; } = new([typeof(Card), typeof(Scan), typeof(Note), typeof(Sheet)], [], All);
}

/// <summary>A sealed record of one value.</summary>
internal interface IValued
{
    string Value { get; init; }
}

internal sealed record Card : SealedRecord, IDeclared, IValued
{
    public static RecordKind Kind { get; } = RecordKind.Of("card").HeldBy(Why.Account, Why.Books).Has(nameof(Value), Category.Contact);

    public string Value { get; init; } = "";
}

/// <summary>What it holds is sensitive and needs a separate consent.</summary>
internal sealed record Scan : SealedRecord, IDeclared, IValued
{
    public static RecordKind Kind { get; } = RecordKind.Of("scan").HeldBy(Why.Check, Why.Archive).HasSensitive(nameof(Value), Category.Document, Why.Separate);

    public string Value { get; init; } = "";
}

internal sealed record Note : SealedRecord, IDeclared, IValued
{
    public static RecordKind Kind { get; } = RecordKind.Of("note").HeldBy(Why.Free, Why.Claims).Has(nameof(Value), Category.Work);

    public string Value { get; init; } = "";
}

/// <summary>Held record by record.</summary>
internal sealed record Sheet : SealedRecord, IDeclared, IValued
{
    public static RecordKind Kind { get; } = RecordKind.Of("sheet").HeldBy(Why.Draft).Has(nameof(Value), Category.Identity).AsTransient();

    public string Value { get; init; } = "";
}
