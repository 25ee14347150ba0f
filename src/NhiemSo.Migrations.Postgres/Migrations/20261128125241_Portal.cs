using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Portal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "ds_draft",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sealed_token",
                table: "ds_draft",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_account_dossier",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_account_dossier", x => new { x.account_id, x.dossier_id });
                });

            migrationBuilder.CreateTable(
                name: "ds_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<int>(type: "integer", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    procedure = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    duty_citation = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_rating",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_rating", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_rating_answer",
                columns: table => new
                {
                    rating_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_rating_answer", x => new { x.rating_id, x.question });
                });

            migrationBuilder.CreateTable(
                name: "ds_representation",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authorised = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    standing = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_representation", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_reused_paper",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_reused_paper", x => x.file_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_draft_account_id",
                table: "ds_draft",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_account_phone",
                table: "ds_account",
                column: "phone",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_account_dossier_dossier_id",
                table: "ds_account_dossier",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_feedback_code",
                table: "ds_feedback",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_feedback_dossier_id",
                table: "ds_feedback",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_feedback_unit_id_id",
                table: "ds_feedback",
                columns: new[] { "unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_rating_dossier_id",
                table: "ds_rating",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_rating_unit_id_at",
                table: "ds_rating",
                columns: new[] { "unit_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_account");

            migrationBuilder.DropTable(
                name: "ds_account_dossier");

            migrationBuilder.DropTable(
                name: "ds_feedback");

            migrationBuilder.DropTable(
                name: "ds_rating");

            migrationBuilder.DropTable(
                name: "ds_rating_answer");

            migrationBuilder.DropTable(
                name: "ds_representation");

            migrationBuilder.DropTable(
                name: "ds_reused_paper");

            migrationBuilder.DropIndex(
                name: "ix_ds_draft_account_id",
                table: "ds_draft");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "ds_draft");

            migrationBuilder.DropColumn(
                name: "sealed_token",
                table: "ds_draft");
        }
    }
}
