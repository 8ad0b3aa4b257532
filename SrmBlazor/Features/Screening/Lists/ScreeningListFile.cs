using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>A publisher's file, byte for byte, so that the lists of any day can be read again. Once, however often it was taken over.</summary>
public sealed class ScreeningListFile
{
    private ScreeningListFile()
    {
    }

    /// <summary>Of the bytes before they were compressed, hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Brotli.</summary>
    public byte[] Packed { get; private init; } = [];

    internal static ScreeningListFile Of(ListCheck check) => new() { Sha256 = check.Sha256, Packed = check.Packed };

    /// <exception cref="InvalidDataException">This program cannot read what an earlier one took over.</exception>
    internal ListVersion Read(ScreeningListVersion version)
    {
        using var file = Open();
        return ListFile.Read(version.Source, file, deliberate: true) switch
        {
            ListOutcome.Accepted { Version: var list } when list.Sha256 == version.Sha256 => list,
            ListOutcome.Accepted => throw new InvalidDataException($"The stored list {version.Number} is not the one that was taken over."),
            ListOutcome.Refused { Refusal: var refusal } => throw new InvalidDataException($"The stored list {version.Number} cannot be read: {refusal}"),
            _ => throw new InvalidOperationException(),
        };
    }

    internal Stream Open() => new BrotliStream(new MemoryStream(Packed, writable: false), CompressionMode.Decompress);

    internal static byte[] Pack(Stream file)
    {
        using var packed = new MemoryStream();
        using (var into = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            file.CopyTo(into);
        }

        return packed.ToArray();
    }

    public sealed class Mapping : IEntityTypeConfiguration<ScreeningListFile>
    {
        public void Configure(EntityTypeBuilder<ScreeningListFile> builder)
        {
            builder.ToTable("ScreeningListFiles");
            builder.HasKey(file => file.Sha256);
            builder.Property(file => file.Sha256).HasMaxLength(64);
        }
    }
}
