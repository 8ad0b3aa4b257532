namespace SrmBlazor.Support;

/// <summary>
/// A flat picture of 8×8 blocks written by hand: 1 (grey), 3 (YCbCr) or 4 (CMYK) components, baseline or progressive,
/// the latter with as many passes as one likes.
/// </summary>
public static class HandmadeJpeg
{
    public static byte[] Of(byte[] samples, int blocksAcross = 4, int blocksDown = 3, bool progressive = false, int passes = 1)
    {
        var count = samples.Length;
        var components = Enumerable.Range(1, count).ToArray();
        var blocks = blocksAcross * blocksDown;
        byte[] start =
        [
            0xFF, 0xD8,
            .. Pictures.Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Pictures.Segment((byte)(progressive ? 0xC2 : 0xC0),
                [8, 0, (byte)(blocksDown * 8), 0, (byte)(blocksAcross * 8), (byte)count, .. components.SelectMany(c => new byte[] { (byte)c, 0x11, 0 })]),
            .. Pictures.Segment(0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(n => (byte)n)]),
            .. Pictures.Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        ];
        var first = new Bits();
        for (var block = 0; block < blocks; block++)
        {
            foreach (var sample in samples)
            {
                first.Difference(block == 0 ? 8 * (sample - 128) : 0);
                if (!progressive)
                {
                    first.Write(0, 1);
                }
            }
        }

        var jpeg = new List<byte>([.. start, .. ScanHeader(components, 0, (byte)(progressive ? 0 : 63)), .. first.Padded()]);
        for (var pass = 0; progressive && pass < passes; pass++)
        {
            var rest = new Bits();
            rest.Write(0, blocks);
            jpeg.AddRange([.. ScanHeader([components[pass % count]], 1, 63), .. rest.Padded()]);
        }

        return [.. jpeg, 0xFF, 0xD9];
    }

    private static byte[] ScanHeader(int[] components, byte from, byte to) =>
        Pictures.Segment(0xDA, [(byte)components.Length, .. components.SelectMany(c => new byte[] { (byte)c, 0x00 }), from, to, 0]);

    /// <summary>Huffman-coded bits with the one table used here: difference categories 0–11 as four bits each.</summary>
    private sealed class Bits
    {
        private readonly List<byte> bytes = [];
        private int pending;
        private int count;

        public void Difference(int value)
        {
            var category = value == 0 ? 0 : 32 - int.LeadingZeroCount(Math.Abs(value));
            Write(category, 4);
            Write(value < 0 ? value + (1 << category) - 1 : value, category);
        }

        public void Write(int value, int width)
        {
            for (var bit = width - 1; bit >= 0; bit--)
            {
                pending = pending << 1 | (bit < 31 ? value >> bit & 1 : 0);
                if (++count == 8)
                {
                    Flush();
                }
            }
        }

        public byte[] Padded()
        {
            while (count != 0)
            {
                Write(1, 1);
            }

            return [.. bytes];
        }

        private void Flush()
        {
            bytes.Add((byte)pending);
            if ((byte)pending == 0xFF)
            {
                bytes.Add(0);
            }

            (pending, count) = (0, 0);
        }
    }
}
