namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>The writing systems that are told apart. <see cref="Other"/> is compared as written.</summary>
public enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Hangul,
    Kana,
    Greek,
    Georgian,
    Armenian,
    Other,
}

internal static class Alphabets
{
    /// <summary>By Unicode block; letters of a name lie in few of them.</summary>
    public static Script Of(char letter) => letter switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0531' and <= '\u058F' => Script.Armenian,
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') => Script.Arabic,
        >= '\u10A0' and <= '\u10FF' => Script.Georgian,
        >= '\u3041' and <= '\u30FF' => Script.Kana,
        (>= '\u3400' and <= '\u9FFF') or '\u3005' => Script.Han,
        >= '\uAC00' and <= '\uD7A3' => Script.Hangul,
        _ => Script.Other,
    };
}
