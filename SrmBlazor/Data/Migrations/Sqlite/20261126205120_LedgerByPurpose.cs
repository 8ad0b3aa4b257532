using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgerByPurpose : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PurposeEvents_PersonId_Number",
                table: "PurposeEvents");

            migrationBuilder.CreateIndex(
                name: "IX_PurposeEvents_PersonId_Purpose_Number",
                table: "PurposeEvents",
                columns: new[] { "PersonId", "Purpose", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PurposeEvents_PersonId_Purpose_Number",
                table: "PurposeEvents");

            migrationBuilder.CreateIndex(
                name: "IX_PurposeEvents_PersonId_Number",
                table: "PurposeEvents",
                columns: new[] { "PersonId", "Number" });
        }
    }
}
