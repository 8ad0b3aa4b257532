using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BoardKindRegion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_Kind_RecordedOn_Number",
                table: "RightsRequests");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_Kind_RecordedOn_Number_Region",
                table: "RightsRequests",
                columns: new[] { "Stage", "Kind", "RecordedOn", "Number", "Region" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_Kind_RecordedOn_Number_Region",
                table: "RightsRequests");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_Kind_RecordedOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "Kind", "RecordedOn", "Number" });
        }
    }
}
