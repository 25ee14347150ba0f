using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_lookup_try");

            migrationBuilder.CreateTable(
                name: "id_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    browser = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_id_session_id_account_account_id",
                        column: x => x.account_id,
                        principalTable: "id_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pf_try",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    hour = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_try", x => new { x.key, x.hour });
                });

            migrationBuilder.CreateIndex(
                name: "ix_id_session_account_id_started_at",
                table: "id_session",
                columns: new[] { "account_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_id_session_started_at",
                table: "id_session",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "id_session");

            migrationBuilder.DropTable(
                name: "pf_try");

            migrationBuilder.CreateTable(
                name: "ds_lookup_try",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    hour = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_lookup_try", x => new { x.key, x.hour });
                });
        }
    }
}
