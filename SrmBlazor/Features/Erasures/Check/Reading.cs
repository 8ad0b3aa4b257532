namespace SrmBlazor.Features.Erasures.Check;

/// <summary>
/// Reads bytes as they come and tells when a trace passed by. Bounded memory: what was read before is kept only as far as a trace could
/// reach back. Mail breaks lines in the midst of a value, so everything is read twice, once without the breaks.
/// </summary>
internal sealed class Reading(Traces traces)
{
    private readonly Window whole = new(traces);
    private readonly Window unbroken = new(traces);
    private readonly List<byte> joined = [];
    private bool equals;

    /// <summary>Whether a trace ended in these bytes.</summary>
    public bool Finds(ReadOnlySpan<byte> bytes)
    {
        joined.Clear();
        foreach (var octet in bytes)
        {
            var broken = octet is (byte)'\r' or (byte)'\n';
            if (equals && !broken)
            {
                joined.Add((byte)'=');
            }

            equals = octet == '=' || equals && octet == '\r';
            if (!broken && !equals)
            {
                joined.Add(octet);
            }
        }

        return whole.Finds(bytes) | unbroken.Finds(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(joined));
    }

    private sealed class Window(Traces traces)
    {
        private const int Step = 1 << 16;

        private readonly char[] text = new char[Step + traces.Longest];
        private int kept;

        public bool Finds(ReadOnlySpan<byte> bytes)
        {
            var found = false;
            for (; bytes.Length > 0 && !found; bytes = bytes[Math.Min(bytes.Length, Step)..])
            {
                var part = bytes[..Math.Min(bytes.Length, Step)];
                System.Text.Encoding.Latin1.GetChars(part, text.AsSpan(kept));
                var all = text.AsSpan(0, kept + part.Length);
                found = all.IndexOfAny(traces.Patterns) >= 0;
                var rest = Math.Min(all.Length, traces.Longest - 1);
                all[^rest..].CopyTo(text);
                kept = rest;
            }

            return found;
        }
    }
}
