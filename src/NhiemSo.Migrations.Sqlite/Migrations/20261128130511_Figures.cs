using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ds_course",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    on_time_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    late_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    promised_late_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waiting = table.Column<bool>(type: "INTEGER", nullable: false),
                    stood_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ending = table.Column<int>(type: "INTEGER", nullable: true),
                    requests = table.Column<int>(type: "INTEGER", nullable: false),
                    transfer_by = table.Column<DateTime>(type: "TEXT", nullable: true),
                    transferred_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    returned_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_course", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_day_closing",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counts = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_day_closing", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "ds_form_snapshot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    form_version = table.Column<string>(type: "TEXT", nullable: false),
                    period_key = table.Column<string>(type: "TEXT", nullable: false),
                    period_name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_form_snapshot", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_to_id",
                table: "rg_entry",
                columns: new[] { "to", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_accepted_at",
                table: "ds_course",
                column: "accepted_at");

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_ended_at_accepted_at",
                table: "ds_course",
                columns: new[] { "ended_at", "accepted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_returned_at",
                table: "ds_course",
                column: "returned_at");

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_submitted_at",
                table: "ds_course",
                column: "submitted_at");

            migrationBuilder.CreateIndex(
                name: "ix_ds_form_snapshot_form_from_to",
                table: "ds_form_snapshot",
                columns: new[] { "form", "from", "to" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_course");

            migrationBuilder.DropTable(
                name: "ds_day_closing");

            migrationBuilder.DropTable(
                name: "ds_form_snapshot");

            migrationBuilder.DropIndex(
                name: "ix_rg_entry_to_id",
                table: "rg_entry");
        }
    }
}
