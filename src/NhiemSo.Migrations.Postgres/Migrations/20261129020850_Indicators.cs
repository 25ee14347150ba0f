using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "found_right",
                table: "ds_feedback",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "meant",
                table: "ds_feedback",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "meant_id",
                table: "ds_feedback",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "on_portal",
                table: "ds_course",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "units_time",
                table: "ds_course",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_posting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    procedure = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    taken_down_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_posting", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_posting_procedure",
                table: "ds_posting",
                column: "procedure",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ds_posting_procedure_from",
                table: "ds_posting",
                columns: new[] { "procedure", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_posting");

            migrationBuilder.DropColumn(
                name: "found_right",
                table: "ds_feedback");

            migrationBuilder.DropColumn(
                name: "meant",
                table: "ds_feedback");

            migrationBuilder.DropColumn(
                name: "meant_id",
                table: "ds_feedback");

            migrationBuilder.DropColumn(
                name: "on_portal",
                table: "ds_course");

            migrationBuilder.DropColumn(
                name: "units_time",
                table: "ds_course");
        }
    }
}
