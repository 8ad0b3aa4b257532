using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.Cases.Pages;

/// <summary>What a hit is called on a page.</summary>
internal static class HitTitles
{
    /// <summary>The entry's first name; where it has none, what kind of hit it is.</summary>
    public static string Of(HitKind kind, ListEntry? entry, IStringLocalizer<ScreeningCasesTexts> words) => entry is { Names: [var first, ..] } ? first.Text : words[$"Kind.{kind}"];
}
