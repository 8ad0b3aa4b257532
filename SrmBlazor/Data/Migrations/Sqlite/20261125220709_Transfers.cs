using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""UPDATE "CaseApprovals" SET "Reference" = COALESCE((SELECT "Reference" FROM "Registrations" WHERE "Registrations"."Id" = "CaseApprovals"."CaseId"), '');""");

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CheckedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsefulUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false)
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
