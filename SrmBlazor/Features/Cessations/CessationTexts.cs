using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Cessations;

/// <summary>Marks the texts about the end of a service.</summary>
public sealed class CessationTexts
{
    private static readonly ResourceManager Texts = new(typeof(CessationTexts));

    /// <summary>The service's name in the middle of a sentence, in a language that need not be the present one.</summary>
    public static string NameOf(string service, string language) => Texts.GetString($"Service.{service}", CultureInfo.GetCultureInfo(language))!;
}
