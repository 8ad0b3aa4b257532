using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Triage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LookOn",
                table: "RightsRequests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReckonedBy",
                table: "RightsRequests",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "HandedBy",
                table: "Registrations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandedFrom",
                table: "Registrations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HandedOn",
                table: "Registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseEntries_RightsRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RightsRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseTasks_RightsRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RightsRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: true),
                    SeenOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WroteOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InboxNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Letter = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    On = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UnsubscribeHash = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailChoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ByMail = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailChoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RequestEndings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Region = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestEndings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestEndings_RequestDecisions_Id",
                        column: x => x.Id,
                        principalTable: "RequestDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequestWarnings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClockFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestWarnings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestWarnings_RightsRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "RightsRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    IsShared = table.Column<bool>(type: "boolean", nullable: false),
                    IsDefault = table.Column<bool>(type: "boolean", nullable: false),
                    SavedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TransparencyReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Least = table.Column<int>(type: "integer", nullable: false),
                    PublishedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransparencyReports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Figures",
                table: "RightsRequests",
                columns: new[] { "ReceivedOn", "Kind", "Region" });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Look",
                table: "RightsRequests",
                column: "LookOn",
                filter: "\"LookOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Open_Age",
                table: "RightsRequests",
                columns: new[] { "ReceivedOn", "DueOn" },
                filter: "\"Stage\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Reckoned",
                table: "RightsRequests",
                column: "ReckonedBy",
                filter: "\"ClosedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RequestDecisions_On",
                table: "RequestDecisions",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_CaseEntries_RequestId_On",
                table: "CaseEntries",
                columns: new[] { "RequestId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTasks_RequestId_Kind_Purpose",
                table: "CaseTasks",
                columns: new[] { "RequestId", "Kind", "Purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseVisits_RequestId",
                table: "CaseVisits",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseVisits_SeenOn",
                table: "CaseVisits",
                column: "SeenOn");

            migrationBuilder.CreateIndex(
                name: "IX_InboxNotices_On",
                table: "InboxNotices",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_InboxNotices_PersonId_On_Id",
                table: "InboxNotices",
                columns: new[] { "PersonId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InboxNotices_Unread",
                table: "InboxNotices",
                column: "PersonId",
                filter: "\"ReadOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InboxNotices_UnsubscribeHash",
                table: "InboxNotices",
                column: "UnsubscribeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailChoices_PersonId_Kind",
                table: "MailChoices",
                columns: new[] { "PersonId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestEndings_Figures",
                table: "RequestEndings",
                columns: new[] { "Day", "Kind", "Region", "Outcome", "Ground", "Days", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RequestWarnings_RequestId_ClockFrom_Level",
                table: "RequestWarnings",
                columns: new[] { "RequestId", "ClockFrom", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_IsShared",
                table: "SavedViews",
                column: "IsShared");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_PersonId_Name",
                table: "SavedViews",
                columns: new[] { "PersonId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TransparencyReports_From",
                table: "TransparencyReports",
                column: "From",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseEntries");

            migrationBuilder.DropTable(
                name: "CaseTasks");

            migrationBuilder.DropTable(
                name: "CaseVisits");

            migrationBuilder.DropTable(
                name: "InboxNotices");

            migrationBuilder.DropTable(
                name: "MailChoices");

            migrationBuilder.DropTable(
                name: "RequestEndings");

            migrationBuilder.DropTable(
                name: "RequestWarnings");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "TransparencyReports");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Figures",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Look",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Open_Age",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Reckoned",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RequestDecisions_On",
                table: "RequestDecisions");

            migrationBuilder.DropColumn(
                name: "LookOn",
                table: "RightsRequests");

            migrationBuilder.DropColumn(
                name: "ReckonedBy",
                table: "RightsRequests");

            migrationBuilder.DropColumn(
                name: "HandedBy",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "HandedFrom",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "HandedOn",
                table: "Registrations");
        }
    }
}
