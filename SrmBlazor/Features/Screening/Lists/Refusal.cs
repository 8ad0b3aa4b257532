namespace SrmBlazor.Features.Screening.Lists;

public enum RefusalReason
{
    /// <summary>No byte, or no entry.</summary>
    Empty,

    /// <summary>A byte that is not UTF-8, or a control character.</summary>
    Encoding,

    /// <summary>The first lines, or the root element, are not those of this format.</summary>
    Header,

    /// <summary>It stops in a row or an element, or lacks the mark with which the publisher ends it.</summary>
    Truncated,

    /// <summary>A quote that is not closed, or one within a cell.</summary>
    Quote,

    /// <summary>More or fewer cells than columns.</summary>
    Columns,

    /// <summary>A cell or an element that cannot stand there.</summary>
    Value,

    /// <summary>Two entries with one id, or an element twice that can be there once.</summary>
    Twice,

    /// <summary>XML that is not well formed, or an element that the format does not have.</summary>
    Structure,

    /// <summary>Fewer than 95 % of the entries, names or addresses of the version before.</summary>
    Shrunken,

    /// <summary>So much is different from the version before that columns or formats were probably confused.</summary>
    Upheaval,

    /// <summary>The stated date is not the file's own, or lies ahead.</summary>
    Date,

    /// <summary>The file is older than the list that is live.</summary>
    Older,

    /// <summary>More bytes than any list has.</summary>
    TooLarge,
}

/// <summary>Why a file is refused whole.</summary>
/// <param name="Line">From 1; 0 where it is about the whole file.</param>
/// <param name="Finding">A column, an element, a count; no name of a listed party. Its format is the key by which it is said in another language.</param>
public sealed record Refusal(int Line, RefusalReason Reason, FormattableString Finding)
{
    /// <summary>In English.</summary>
    public string Detail => FormattableString.Invariant(Finding);

    public override string ToString() => Line == 0 ? $"{Reason}: {Detail}" : $"line {Line}: {Reason}: {Detail}";
}

/// <summary>Carries a refusal out of the reading of a file; never leaves <see cref="ListFile"/>.</summary>
internal sealed class RefusedException(int line, RefusalReason reason, FormattableString finding) : Exception(FormattableString.Invariant(finding))
{
    public Refusal Refusal { get; } = new(line, reason, finding);
}
