using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeskRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "replaced_at",
                table: "ds_form",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "count_from",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_apology",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_apology", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_field_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    planned_for = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    members = table.Column<string>(type: "TEXT", nullable: false),
                    planned_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    held_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_to = table.Column<DateTime>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    conclusion = table.Column<string>(type: "TEXT", nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    written_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    signed_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_field_check", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_field_check_dossier_id",
                table: "ds_field_check",
                column: "dossier_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_apology");

            migrationBuilder.DropTable(
                name: "ds_field_check");

            migrationBuilder.DropColumn(
                name: "replaced_at",
                table: "ds_form");

            migrationBuilder.DropColumn(
                name: "count_from",
                table: "ds_dossier");
        }
    }
}
