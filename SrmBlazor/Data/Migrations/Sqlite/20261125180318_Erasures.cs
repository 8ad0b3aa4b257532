using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ErasureCertificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeOn = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasureCertificates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ErasureRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reach = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ErasedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ErasureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProofId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CertificateId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Found = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Searched = table.Column<string>(type: "TEXT", nullable: false),
                    NextTryOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RestOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasureRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ErasureCertificateVersions",
                columns: table => new
                {
                    CertificateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IssuedOn = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasureCertificateVersions", x => new { x.CertificateId, x.Number });
                    table.ForeignKey(
                        name: "FK_ErasureCertificateVersions_ErasureCertificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "ErasureCertificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ErasureCertificates_TokenHash",
                table: "ErasureCertificates",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ErasureRuns_PersonId_State",
                table: "ErasureRuns",
                columns: new[] { "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ErasureRuns_RequestId",
                table: "ErasureRuns",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_ErasureRuns_State",
                table: "ErasureRuns",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "OneErasureAtATime",
                table: "ErasureRuns",
                column: "PersonId",
                unique: true,
                filter: "\"State\" IN ('Executing', 'Verifying', 'Dirty', 'Clean')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ErasureCertificateVersions");

            migrationBuilder.DropTable(
                name: "ErasureRuns");

            migrationBuilder.DropTable(
                name: "ErasureCertificates");
        }
    }
}
