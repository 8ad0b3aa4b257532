using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BoardHits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "HandedBy",
                table: "ScreeningCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandedFrom",
                table: "ScreeningCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HandedOn",
                table: "ScreeningCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsContested",
                table: "ScreeningCases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RaisedOn",
                table: "ScreeningCases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Turn",
                table: "ScreeningCases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningCases_Turn_HolderId_RaisedOn_Id",
                table: "ScreeningCases",
                columns: new[] { "Turn", "HolderId", "RaisedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningCases_Turn_RaisedOn_Id",
                table: "ScreeningCases",
                columns: new[] { "Turn", "RaisedOn", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ScreeningCases_Turn_HolderId_RaisedOn_Id",
                table: "ScreeningCases");

            migrationBuilder.DropIndex(
                name: "IX_ScreeningCases_Turn_RaisedOn_Id",
                table: "ScreeningCases");

            migrationBuilder.DropColumn(
                name: "HandedBy",
                table: "ScreeningCases");

            migrationBuilder.DropColumn(
                name: "HandedFrom",
                table: "ScreeningCases");

            migrationBuilder.DropColumn(
                name: "HandedOn",
                table: "ScreeningCases");

            migrationBuilder.DropColumn(
                name: "IsContested",
                table: "ScreeningCases");

            migrationBuilder.DropColumn(
                name: "RaisedOn",
                table: "ScreeningCases");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "ScreeningCases");
        }
    }
}
