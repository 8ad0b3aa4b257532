using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;

namespace SrmBlazor.Features.Accounts.KeyRing;

/// <summary>Keeps the key ring in the main store, so that all nodes read each other's cookies and a restart signs nobody out.</summary>
internal sealed class StoredKeyRing(Store store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.Read();
        return [.. db.Set<KeyRingElement>().AsNoTracking().OrderBy(element => element.Id).Select(element => element.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = store.Read();
        db.Add(new KeyRingElement { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
