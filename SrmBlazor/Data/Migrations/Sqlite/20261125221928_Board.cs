using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Board : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_State_DueOn",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_State_CheckBegunOn",
                table: "Registrations");

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "RightsRequests",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            // whose turn it is was not kept beside the state before
            migrationBuilder.Sql("""
                UPDATE "RightsRequests" SET "Stage" = CASE
                    WHEN "State" IN ('Submitted', 'Triage', 'InProgress', 'Failed') THEN 'ToDo'
                    WHEN "State" IN ('AwaitingIdentity', 'AwaitingAuthority', 'AwaitingClarification', 'CoolingOff') THEN 'WithPerson'
                    WHEN "State" = 'AwaitingReview' THEN 'Review'
                    WHEN "State" IN ('Executing', 'Verifying') THEN 'Running'
                    WHEN "State" = 'Appealed' THEN 'Appeal'
                    ELSE 'Ended' END;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Open_Assignee_Due",
                table: "RightsRequests",
                columns: new[] { "Assignee", "DueOn", "Number" },
                filter: "\"Stage\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Open_Due",
                table: "RightsRequests",
                columns: new[] { "DueOn", "Number" },
                filter: "\"Stage\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Open_Kind_Due",
                table: "RightsRequests",
                columns: new[] { "Kind", "DueOn", "Number" },
                filter: "\"Stage\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Open_Newest",
                table: "RightsRequests",
                columns: new[] { "RecordedOn", "Number" },
                filter: "\"Stage\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Open_Region_Due",
                table: "RightsRequests",
                columns: new[] { "Region", "DueOn", "Number" },
                filter: "\"Stage\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_Assignee_RecordedOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "Assignee", "RecordedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_DueOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "DueOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_Kind_RecordedOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "Kind", "RecordedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_RecordedOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "RecordedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_Region_RecordedOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "Region", "RecordedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_State_CheckBegunOn_Id",
                table: "Registrations",
                columns: new[] { "State", "CheckBegunOn", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Open_Assignee_Due",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Open_Due",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Open_Kind_Due",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Open_Newest",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Open_Region_Due",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_Assignee_RecordedOn_Number",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_DueOn_Number",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_Kind_RecordedOn_Number",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_RecordedOn_Number",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_Region_RecordedOn_Number",
                table: "RightsRequests");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_State_CheckBegunOn_Id",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "RightsRequests");

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_State_DueOn",
                table: "RightsRequests",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_State_CheckBegunOn",
                table: "Registrations",
                columns: new[] { "State", "CheckBegunOn" });
        }
    }
}
