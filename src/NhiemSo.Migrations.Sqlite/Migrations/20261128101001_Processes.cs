using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Processes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_rg_entry_register_number",
                table: "rg_entry");

            migrationBuilder.AddColumn<Guid>(
                name: "received_file_id",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "dc_incoming",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    arrived_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    symbol = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    signer_name = table.Column<string>(type: "TEXT", nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dc_incoming", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_decision_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    above = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_decision_rule", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_number_from",
                table: "rg_entry",
                columns: new[] { "register", "number", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dc_incoming_book_year_number",
                table: "dc_incoming",
                columns: new[] { "book", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dc_incoming_matter_id",
                table: "dc_incoming",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_decision_rule_procedure_from",
                table: "ds_decision_rule",
                columns: new[] { "procedure", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dc_incoming");

            migrationBuilder.DropTable(
                name: "ds_decision_rule");

            migrationBuilder.DropIndex(
                name: "ix_rg_entry_register_number_from",
                table: "rg_entry");

            migrationBuilder.DropColumn(
                name: "received_file_id",
                table: "ds_dossier");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_number",
                table: "rg_entry",
                columns: new[] { "register", "number" },
                unique: true);
        }
    }
}
