using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

/// <summary>What somebody wants to see on the board again, under a name. It goes with the account of whoever saved it.</summary>
public sealed class SavedView : IHandled
{
    public const int NameLength = 40;
    public const int QueryLength = 200;

    private SavedView()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<SavedView>(For.StaffWork, nameof(Name), nameof(Query), nameof(IsShared), nameof(IsDefault), nameof(SavedOn));

    public Guid Id { get; private init; }

    /// <summary>Whose it is; null once the account is gone.</summary>
    public Guid? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The choice as it stands in the board's address, without what is as usual.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Everybody who sees the board sees it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>What its owner sees first.</summary>
    public bool IsDefault { get; private set; }

    public DateTime SavedOn { get; private set; }

    public static SavedView Of(string name, string query, bool shared, Act act) =>
        new() { Id = Guid.CreateVersion7(), PersonId = act.Who, Name = name, Query = query, IsShared = shared, SavedOn = act.On };

    public void Change(string name, bool shared) => (Name, IsShared) = (name, shared);

    public void BeDefault(bool first) => IsDefault = first;

    public sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("SavedViews");
            builder.Property(view => view.Id).ValueGeneratedNever();
            builder.Property(view => view.Name).HasMaxLength(NameLength);
            builder.Property(view => view.Query).HasMaxLength(QueryLength);
            builder.HasIndex(view => new { view.PersonId, view.Name }).IsUnique();
            builder.HasIndex(view => view.IsShared);
        }
    }
}
