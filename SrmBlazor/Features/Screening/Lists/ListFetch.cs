using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>What became of fetching a list.</summary>
public enum FetchOutcome
{
    /// <summary>The file is another than before and went live.</summary>
    Live,

    /// <summary>It is byte for byte the list that is live.</summary>
    Same,

    /// <summary>The address gave no file.</summary>
    NotReached,

    /// <summary>It is not taken; the live version stays.</summary>
    Refused,
}

/// <summary>The last time that a source's address was asked.</summary>
public sealed class ListFetch
{
    private ListFetch()
    {
    }

    public ListSource Source { get; private init; }

    public DateTime TriedOn { get; private set; }

    public FetchOutcome Outcome { get; private set; }

    /// <summary>A code of the line or the answer, such as <c>404</c> or <c>Timeout</c>, where nothing was reached.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Where the file was refused.</summary>
    public RefusalReason? Reason { get; private set; }

    /// <summary>Of the file; 0 where it was refused as a whole.</summary>
    public int Line { get; private set; }

    public bool Failed => Outcome is FetchOutcome.NotReached or FetchOutcome.Refused;

    internal static ListFetch Of(ListSource source) => new() { Source = source };

    internal void Became(FetchResult result, DateTime on)
    {
        (TriedOn, Outcome, Trouble) = (on, result.Outcome, result.Trouble);
        (Reason, Line) = (result.Refusal?.Reason, result.Refusal?.Line ?? 0);
    }

    public sealed class Mapping : IEntityTypeConfiguration<ListFetch>
    {
        public void Configure(EntityTypeBuilder<ListFetch> builder)
        {
            builder.ToTable("ScreeningListFetches");
            builder.HasKey(fetch => fetch.Source);
            builder.Property(fetch => fetch.Trouble).HasMaxLength(40);
            builder.Ignore(fetch => fetch.Failed);
        }
    }
}

/// <param name="Trouble">Where nothing was reached.</param>
/// <param name="Refusal">Where the file was refused.</param>
/// <param name="Check">Where it went live, or was live.</param>
internal sealed record FetchResult(FetchOutcome Outcome, string? Trouble = null, Refusal? Refusal = null, ListCheck? Check = null);
