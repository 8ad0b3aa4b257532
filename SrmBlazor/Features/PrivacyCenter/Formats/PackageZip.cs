using System.Buffers.Binary;
using System.Text;
using SrmBlazor.Features.PrivacyCenter.Contents;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>
/// A ZIP in one form alone: stored, without dates, attributes or comments. The same files give the same bytes on every machine, so that a package
/// can be checked to its last byte and not only file by file.
/// </summary>
internal static class PackageZip
{
    private const uint Local = 0x04034B50;
    private const uint Central = 0x02014B50;
    private const uint End = 0x06054B50;
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;

    /// <summary>The first of January 1980, before which the form knows no dates.</summary>
    private const ushort NoDate = 0x21;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(octet => Enumerable.Range(0, 8).Aggregate((uint)octet, (crc, _) => (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];

    public static byte[] Write(IReadOnlyList<PackageFile> files)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var file in files)
        {
            var (name, crc, at) = (Encoding.UTF8.GetBytes(file.Name), Crc(file.Bytes), (uint)zip.Position);
            var common = Common(name, crc, (uint)file.Bytes.Length);
            Put(zip, Local);
            zip.Write(common);
            zip.Write(name);
            zip.Write(file.Bytes);
            Put(directory, Central);
            Put(directory, Version);
            directory.Write(common);
            directory.Write(new byte[10]); // no comment, first disk, no attributes
            Put(directory, at);
            directory.Write(name);
        }

        var (start, size) = ((uint)zip.Position, (uint)directory.Length);
        directory.WriteTo(zip);
        Put(zip, End);
        Put(zip, 0u); // one disk
        Put(zip, (ushort)files.Count);
        Put(zip, (ushort)files.Count);
        Put(zip, size);
        Put(zip, start);
        Put(zip, (ushort)0); // no comment
        return zip.ToArray();
    }

    /// <summary>The files in it, or null where these bytes are not exactly what <see cref="Write"/> makes of them.</summary>
    public static PackageFile[]? Read(ReadOnlySpan<byte> zip)
    {
        const int head = 30;
        List<PackageFile> files = [];
        var rest = zip;
        while (rest.Length > head && BinaryPrimitives.ReadUInt32LittleEndian(rest) == Local)
        {
            var (size, name) = (BinaryPrimitives.ReadUInt32LittleEndian(rest[18..]), BinaryPrimitives.ReadUInt16LittleEndian(rest[26..]));
            if (rest.Length - head - name < size)
            {
                return null;
            }

            files.Add(new PackageFile(Encoding.UTF8.GetString(rest.Slice(head, name)), rest.Slice(head + name, (int)size).ToArray()));
            rest = rest[(head + name + (int)size)..];
        }

        return files.Count <= ushort.MaxValue && Write(files).AsSpan().SequenceEqual(zip) ? [.. files] : null;
    }

    /// <summary>What the head before a file and its line in the directory have in common.</summary>
    private static byte[] Common(byte[] name, uint crc, uint size)
    {
        using var fields = new MemoryStream();
        Put(fields, Version);
        Put(fields, Utf8Names);
        Put(fields, 0u); // stored; midnight
        Put(fields, NoDate);
        Put(fields, crc);
        Put(fields, size);
        Put(fields, size);
        Put(fields, (ushort)name.Length);
        Put(fields, (ushort)0);
        return fields.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc = Table[(byte)(crc ^ octet)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static void Put(Stream to, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        to.Write(bytes);
    }

    private static void Put(Stream to, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        to.Write(bytes);
    }
}
