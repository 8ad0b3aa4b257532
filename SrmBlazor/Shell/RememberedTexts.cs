using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Shell;

/// <summary>Keeps the texts that were found: a page of rows asks for a thousand of them, and the resources make a key of two strings at each.</summary>
internal sealed class RememberedTexts(ResourceManagerStringLocalizerFactory resources) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, Remembered> known = new();

    public IStringLocalizer Create(Type resourceSource) => known.GetOrAdd(resourceSource, type => new Remembered(resources.Create(type)));

    public IStringLocalizer Create(string baseName, string location) => resources.Create(baseName, location);

    private sealed class Remembered(IStringLocalizer texts) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LocalizedString>> languages = new(StringComparer.Ordinal);

        public LocalizedString this[string name] => languages.GetOrAdd(CultureInfo.CurrentUICulture.Name, static _ => new(StringComparer.Ordinal)).GetOrAdd(name, static (name, texts) => texts[name], texts);

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
    }
}
