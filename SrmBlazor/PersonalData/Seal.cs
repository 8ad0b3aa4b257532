using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.PersonalData;

/// <summary>
/// AES-256-GCM over a record's JSON: <c>1 | nonce 12 | tag 16 | ciphertext</c>, the record's version before the JSON. The associated
/// data names kind, schema, person and record, so that a ciphertext moved or swapped does not open.
/// </summary>
internal static class Seal
{
    private const byte Format = 1;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = 1 + Nonce + Tag;

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 16,
    };

    public static byte[] Close(SealedRecord record, RecordKind kind, Guid person, Guid id, int version, byte[] key)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), Json);
        var plain = new byte[sizeof(int) + json.Length];
        BinaryPrimitives.WriteInt32BigEndian(plain, version);
        json.CopyTo(plain, sizeof(int));

        var box = new byte[Head + plain.Length];
        box[0] = Format;
        RandomNumberGenerator.Fill(box.AsSpan(1, Nonce));
        using (var aes = new AesGcm(key, Tag))
        {
            aes.Encrypt(box.AsSpan(1, Nonce), plain, box.AsSpan(Head), box.AsSpan(1 + Nonce, Tag), Context(kind.Name, kind.Schema, person, id));
        }

        CryptographicOperations.ZeroMemory(json);
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <exception cref="CryptographicException">The ciphertext was changed, moved, or belongs to another version of the row.</exception>
    public static T Open<T>(SealedRow row, RecordKind kind, byte[] key)
        where T : SealedRecord => (T)Open(typeof(T), row, kind, key);

    /// <inheritdoc cref="Open{T}"/>
    public static SealedRecord Open(Type type, SealedRow row, RecordKind kind, byte[] key)
    {
        var box = row.Ciphertext;
        if (box is null || box.Length < Head + sizeof(int) || box[0] != Format)
        {
            throw new CryptographicException($"Record {row.Id} has no ciphertext that can be opened.");
        }

        var plain = new byte[box.Length - Head];
        try
        {
            using (var aes = new AesGcm(key, Tag))
            {
                aes.Decrypt(box.AsSpan(1, Nonce), box.AsSpan(Head), box.AsSpan(1 + Nonce, Tag), plain,
                    Context(row.Kind, row.Schema, row.PersonId!.Value, row.Id));
            }

            if (BinaryPrimitives.ReadInt32BigEndian(plain) != row.Version)
            {
                throw new CryptographicException($"Record {row.Id} holds the ciphertext of another version.");
            }

            return Read(type, plain.AsSpan(sizeof(int)), kind, row.Schema);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static SealedRecord Read(Type type, ReadOnlySpan<byte> json, RecordKind kind, int schema)
    {
        if (schema == kind.Schema)
        {
            return (SealedRecord)JsonSerializer.Deserialize(json, type, Json)!;
        }

        var older = JsonNode.Parse(json)!.AsObject();
        kind.BringUp(older, schema);
        return (SealedRecord)older.Deserialize(type, Json)!;
    }

    private static byte[] Context(string kind, int schema, Guid person, Guid id) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($"{kind}|{schema}|{person:N}|{id:N}"));
}
