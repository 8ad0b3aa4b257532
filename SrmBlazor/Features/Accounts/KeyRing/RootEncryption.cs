using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using SrmBlazor.Data;

namespace SrmBlazor.Features.Accounts.KeyRing;

/// <summary>Encrypts the ring's keys (AES-256-GCM) under a key of their own, derived from the root secret: a copy of the database signs in nobody.</summary>
internal sealed class RootEncryptor(RootSecret root) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = SealedBox.Close(KeyOf(root), plain);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(RootDecryptor));
    }

    internal static byte[] KeyOf(RootSecret root) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root.Master, 32, info: "srm|v1|key-ring"u8.ToArray());
}

/// <summary>Made by its name, which is written beside each key.</summary>
internal sealed class RootDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = SealedBox.Open(RootEncryptor.KeyOf(services.GetRequiredService<RootSecret>()), Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
