using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Screening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ScreeningBases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Engine = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Versions = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MeasuredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningBases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningListFiles",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningListFiles", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "Rescreenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BasisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsFull = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    All = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<Guid>(type: "TEXT", nullable: true),
                    BegunOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rescreenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rescreenings_ScreeningBases_BasisId",
                        column: x => x.BasisId,
                        principalTable: "ScreeningBases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BasisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Compared = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    ScreenedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BestScore = table.Column<double>(type: "REAL", nullable: false),
                    OpenHits = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsEnded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningCases_ScreeningBases_BasisId",
                        column: x => x.BasisId,
                        principalTable: "ScreeningBases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningListVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EntryCount = table.Column<int>(type: "INTEGER", nullable: false),
                    NameCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AddressCount = table.Column<int>(type: "INTEGER", nullable: false),
                    WasDeliberate = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningListVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningListVersions_ScreeningListFiles_Sha256",
                        column: x => x.Sha256,
                        principalTable: "ScreeningListFiles",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RescreeningSteps",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RescreeningId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BasisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Last = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RescreeningSteps", x => x.Number);
                    table.ForeignKey(
                        name: "FK_RescreeningSteps_Rescreenings_RescreeningId",
                        column: x => x.RescreeningId,
                        principalTable: "Rescreenings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreenedPersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BegunOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreenedPersons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreenedPersons_ScreeningCases_Id",
                        column: x => x.Id,
                        principalTable: "ScreeningCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningContests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Overturns = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnswerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningContests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningContests_ScreeningCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ScreeningCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningEvents",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    HitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Score = table.Column<double>(type: "REAL", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BasisId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Filed = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningEvents", x => x.Number);
                    table.ForeignKey(
                        name: "FK_ScreeningEvents_ScreeningCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ScreeningCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningHits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Entry = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Compared = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Engine = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FoundOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EscalatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposesConfirmation = table.Column<bool>(type: "INTEGER", nullable: true),
                    HasVanished = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningHits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningHits_ScreeningCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ScreeningCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RightsRequests_Stage_Region_DueOn_Number",
                table: "RightsRequests",
                columns: new[] { "Stage", "Region", "DueOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Rescreenings_BasisId",
                table: "Rescreenings",
                column: "BasisId");

            migrationBuilder.CreateIndex(
                name: "IX_Rescreenings_BegunOn",
                table: "Rescreenings",
                column: "BegunOn");

            migrationBuilder.CreateIndex(
                name: "IX_RescreeningSteps_On_Last",
                table: "RescreeningSteps",
                columns: new[] { "On", "Last" });

            migrationBuilder.CreateIndex(
                name: "IX_RescreeningSteps_RescreeningId",
                table: "RescreeningSteps",
                column: "RescreeningId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedPersons_PersonId",
                table: "ScreenedPersons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningBases_Number",
                table: "ScreeningBases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningCases_BasisId",
                table: "ScreeningCases",
                column: "BasisId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningCases_IsEnded_BasisId_Id",
                table: "ScreeningCases",
                columns: new[] { "IsEnded", "BasisId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningCases_IsEnded_State_Since_Id",
                table: "ScreeningCases",
                columns: new[] { "IsEnded", "State", "Since", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningCases_Reference",
                table: "ScreeningCases",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningContests_CaseId",
                table: "ScreeningContests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningEvents_CaseId_Number",
                table: "ScreeningEvents",
                columns: new[] { "CaseId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningHits_CaseId_Entry",
                table: "ScreeningHits",
                columns: new[] { "CaseId", "Entry" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningListVersions_Number",
                table: "ScreeningListVersions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningListVersions_Sha256",
                table: "ScreeningListVersions",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningListVersions_Source_Number",
                table: "ScreeningListVersions",
                columns: new[] { "Source", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RescreeningSteps");

            migrationBuilder.DropTable(
                name: "ScreenedPersons");

            migrationBuilder.DropTable(
                name: "ScreeningContests");

            migrationBuilder.DropTable(
                name: "ScreeningEvents");

            migrationBuilder.DropTable(
                name: "ScreeningHits");

            migrationBuilder.DropTable(
                name: "ScreeningListVersions");

            migrationBuilder.DropTable(
                name: "Rescreenings");

            migrationBuilder.DropTable(
                name: "ScreeningCases");

            migrationBuilder.DropTable(
                name: "ScreeningListFiles");

            migrationBuilder.DropTable(
                name: "ScreeningBases");

            migrationBuilder.DropIndex(
                name: "IX_RightsRequests_Stage_Region_DueOn_Number",
                table: "RightsRequests");
        }
    }
}
