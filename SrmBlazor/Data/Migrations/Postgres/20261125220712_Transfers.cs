using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "RegistrationId",
                table: "CaseApprovals",
                newName: "CaseId");

            migrationBuilder.RenameIndex(
                name: "IX_CaseApprovals_RegistrationId_AskedBy",
                table: "CaseApprovals",
                newName: "IX_CaseApprovals_CaseId_AskedBy");

            migrationBuilder.AddColumn<string>(
                name: "Reference",
                table: "CaseApprovals",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""UPDATE "CaseApprovals" SET "Reference" = COALESCE((SELECT "Reference" FROM "Registrations" WHERE "Registrations"."Id" = "CaseApprovals"."CaseId"), '');""");

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CheckedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CheckedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UsefulUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedOn = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_PersonId",
                table: "Transfers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_RequestId",
                table: "Transfers",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_State",
                table: "Transfers",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropColumn(
                name: "Reference",
                table: "CaseApprovals");

            migrationBuilder.RenameColumn(
                name: "CaseId",
                table: "CaseApprovals",
                newName: "RegistrationId");

            migrationBuilder.RenameIndex(
                name: "IX_CaseApprovals_CaseId_AskedBy",
                table: "CaseApprovals",
                newName: "IX_CaseApprovals_RegistrationId_AskedBy");
        }
    }
}
