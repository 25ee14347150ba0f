using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeskPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "downloaded_at",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "post_tracking",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "posted_on",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returned_shown",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returned_via",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "compared_at",
                table: "ds_component",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "compared_by_name",
                table: "ds_component",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "scanned_at",
                table: "ds_component",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scanned_by_name",
                table: "ds_component",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_opinion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    letter_symbol = table.Column<string>(type: "TEXT", nullable: true),
                    letter_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    answer_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_opinion", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_opinion_dossier_id",
                table: "ds_opinion",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_opinion_state_due",
                table: "ds_opinion",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_opinion_unit_id_state",
                table: "ds_opinion",
                columns: new[] { "unit_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_opinion");

            migrationBuilder.DropColumn(
                name: "downloaded_at",
                table: "ds_dossier");

            migrationBuilder.DropColumn(
                name: "post_tracking",
                table: "ds_dossier");

            migrationBuilder.DropColumn(
                name: "posted_on",
                table: "ds_dossier");

            migrationBuilder.DropColumn(
                name: "returned_shown",
                table: "ds_dossier");

            migrationBuilder.DropColumn(
                name: "returned_via",
                table: "ds_dossier");

            migrationBuilder.DropColumn(
                name: "compared_at",
                table: "ds_component");

            migrationBuilder.DropColumn(
                name: "compared_by_name",
                table: "ds_component");

            migrationBuilder.DropColumn(
                name: "scanned_at",
                table: "ds_component");

            migrationBuilder.DropColumn(
                name: "scanned_by_name",
                table: "ds_component");
        }
    }
}
