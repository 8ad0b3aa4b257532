using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SrmBlazor.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConsentAndPolicy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "WithGuardian",
                table: "PolicyDecisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Needs",
                table: "OutboxMails",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "CaseApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseApprovals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Disclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecipientKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Items = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclosures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NewsItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnglishSubject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EnglishText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ChineseSubject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ChineseText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticeTexts",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeTexts", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "PolicyNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    MailedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SeenOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DismissedOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PolicyVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kinds = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    ChangesEnglish = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ChangesChinese = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Purposes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Company = table.Column<string>(type: "TEXT", nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "PrivacySignalsSeen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacySignalsSeen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PurposeRevisions",
                columns: table => new
                {
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false),
                    After = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurposeRevisions", x => new { x.Purpose, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "SigningKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    X = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Y = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    SealedPrivate = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeOn = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NewsDeliveries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NewsId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    QueuedOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenOn = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UnsubscribeHash = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsDeliveries", x => x.Number);
                    table.ForeignKey(
                        name: "FK_NewsDeliveries_NewsItems_NewsId",
                        column: x => x.NewsId,
                        principalTable: "NewsItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NewsOpenings",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NewsId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenOn = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PictureHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpenedOn = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsOpenings", x => x.Number);
                    table.ForeignKey(
                        name: "FK_NewsOpenings_NewsItems_NewsId",
                        column: x => x.NewsId,
                        principalTable: "NewsItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticesServed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Surface = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticesServed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticesServed_NoticeTexts_TextHash",
                        column: x => x.TextHash,
                        principalTable: "NoticeTexts",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyTexts",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Written = table.Column<string>(type: "TEXT", nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyTexts", x => new { x.Version, x.Language });
                    table.ForeignKey(
                        name: "FK_PolicyTexts_PolicyVersions_Version",
                        column: x => x.Version,
                        principalTable: "PolicyVersions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsentEvents",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentEvents", x => x.Number);
                    table.ForeignKey(
                        name: "FK_ConsentEvents_NoticesServed_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "NoticesServed",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PurposeEvents_Purpose_Number",
                table: "PurposeEvents",
                columns: new[] { "Purpose", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseApprovals_PersonId",
                table: "CaseApprovals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseApprovals_RegistrationId_AskedBy",
                table: "CaseApprovals",
                columns: new[] { "RegistrationId", "AskedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseApprovals_State",
                table: "CaseApprovals",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentEvents_Id",
                table: "ConsentEvents",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsentEvents_NoticeId",
                table: "ConsentEvents",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentEvents_PersonId_Number",
                table: "ConsentEvents",
                columns: new[] { "PersonId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_PersonId",
                table: "Disclosures",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NewsDeliveries_NewsId_PersonId",
                table: "NewsDeliveries",
                columns: new[] { "NewsId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsDeliveries_PersonId",
                table: "NewsDeliveries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NewsDeliveries_State_Number",
                table: "NewsDeliveries",
                columns: new[] { "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_NewsDeliveries_UnsubscribeHash",
                table: "NewsDeliveries",
                column: "UnsubscribeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsOpenings_NewsId_PersonId",
                table: "NewsOpenings",
                columns: new[] { "NewsId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsOpenings_PersonId",
                table: "NewsOpenings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NewsOpenings_PictureHash",
                table: "NewsOpenings",
                column: "PictureHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticesServed_PersonId",
                table: "NoticesServed",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticesServed_TextHash",
                table: "NoticesServed",
                column: "TextHash");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyNotices_PersonId_Version",
                table: "PolicyNotices",
                columns: new[] { "PersonId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacySignalsSeen_On",
                table: "PrivacySignalsSeen",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PrivacySignalsSeen_PersonId_Kind_Day",
                table: "PrivacySignalsSeen",
                columns: new[] { "PersonId", "Kind", "Day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseApprovals");

            migrationBuilder.DropTable(
                name: "ConsentEvents");

            migrationBuilder.DropTable(
                name: "Disclosures");

            migrationBuilder.DropTable(
                name: "NewsDeliveries");

            migrationBuilder.DropTable(
                name: "NewsOpenings");

            migrationBuilder.DropTable(
                name: "PolicyNotices");

            migrationBuilder.DropTable(
                name: "PolicyTexts");

            migrationBuilder.DropTable(
                name: "PrivacySignalsSeen");

            migrationBuilder.DropTable(
                name: "PurposeRevisions");

            migrationBuilder.DropTable(
                name: "SigningKeys");

            migrationBuilder.DropTable(
                name: "NoticesServed");

            migrationBuilder.DropTable(
                name: "NewsItems");

            migrationBuilder.DropTable(
                name: "PolicyVersions");

            migrationBuilder.DropTable(
                name: "NoticeTexts");

            migrationBuilder.DropIndex(
                name: "IX_PurposeEvents_Purpose_Number",
                table: "PurposeEvents");

            migrationBuilder.DropColumn(
                name: "WithGuardian",
                table: "PolicyDecisions");

            migrationBuilder.DropColumn(
                name: "Needs",
                table: "OutboxMails");
        }
    }
}
