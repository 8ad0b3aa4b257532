using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.RightsRequests;

/// <content>Its table, and what the board asks of it by index.</content>
public sealed partial class RightsRequest
{
    public sealed class Mapping : IEntityTypeConfiguration<RightsRequest>
    {
        public void Configure(EntityTypeBuilder<RightsRequest> builder)
        {
            builder.ToTable("RightsRequests");
            builder.Property(request => request.Id).ValueGeneratedNever();
            builder.Property(request => request.Region).HasMaxLength(RegionLength);
            builder.Property(request => request.Language).HasMaxLength(Person.LanguageLength);
            builder.Property(request => request.ProposedRoute).HasMaxLength(RequestDecision.RouteLength);
            builder.Property(request => request.ReckonedBy).HasMaxLength(VersionLength);
            builder.Property(request => request.Stamp).IsConcurrencyToken();
            builder.HasMany(request => request.Events).WithOne().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(request => request.Pauses).WithOne().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(request => request.Decisions).WithOne().HasForeignKey(one => one.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(request => request.Number).IsUnique();
            builder.HasIndex(request => new { request.PersonId, request.Kind });
            // all that figures ask of what came in, in the order in which they group it
            builder.HasIndex(request => new { request.ReceivedOn, request.Kind, request.Region }, "IX_RightsRequests_Figures");
            Board(builder);
            // what is due by the clock, and what was worked out by rules that changed: few of many
            builder.HasIndex(request => request.LookOn, "IX_RightsRequests_Look").HasFilter("\"LookOn\" IS NOT NULL");
            builder.HasIndex(request => request.ReckonedBy, "IX_RightsRequests_Reckoned").HasFilter("\"ClosedOn\" IS NULL");
            // two erasures of one person at a time would each certify what the other did
            builder.HasIndex(request => request.PersonId, "IX_RightsRequests_OneErasure").IsUnique()
                .HasFilter("\"State\" IN ('Executing', 'Verifying') AND \"Kind\" IN ('Delete', 'CloseAccount')");
        }

        /// <summary>What is open is a small part of all that ever came in, and is asked for by the day it is due: by itself and by each thing it is sieved by.</summary>
        private static void Board(EntityTypeBuilder<RightsRequest> builder)
        {
            const string open = "\"Stage\" <> 'Ended'";
            builder.HasIndex(request => new { request.ReceivedOn, request.DueOn }, "IX_RightsRequests_Open_Age").HasFilter(open);
            builder.HasIndex(request => new { request.DueOn, request.Number }, "IX_RightsRequests_Open_Due").HasFilter(open);
            builder.HasIndex(request => new { request.Kind, request.DueOn, request.Number }, "IX_RightsRequests_Open_Kind_Due").HasFilter(open);
            builder.HasIndex(request => new { request.Region, request.DueOn, request.Number }, "IX_RightsRequests_Open_Region_Due").HasFilter(open);
            builder.HasIndex(request => new { request.Assignee, request.DueOn, request.Number }, "IX_RightsRequests_Open_Assignee_Due").HasFilter(open);
            builder.HasIndex(request => new { request.RecordedOn, request.Number }, "IX_RightsRequests_Open_Newest").HasFilter(open);
            builder.HasIndex(request => new { request.Stage, request.DueOn, request.Number });
            builder.HasIndex(request => new { request.Stage, request.Region, request.DueOn, request.Number });
            builder.HasIndex(request => new { request.Stage, request.RecordedOn, request.Number });
            builder.HasIndex(request => new { request.Stage, request.Kind, request.RecordedOn, request.Number, request.Region });
            builder.HasIndex(request => new { request.Stage, request.Region, request.RecordedOn, request.Number });
            builder.HasIndex(request => new { request.Stage, request.Assignee, request.RecordedOn, request.Number });
        }
    }
}
