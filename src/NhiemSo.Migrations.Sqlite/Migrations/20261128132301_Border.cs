using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Border : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ds_national",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_name = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_national", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_national_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    status_name = table.Column<string>(type: "TEXT", nullable: false),
                    appointment = table.Column<DateTime>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_national_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_sms", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_client_id_external_id",
                table: "ds_national",
                columns: new[] { "client_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_dossier_id",
                table: "ds_national",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_change_client_id_position",
                table: "ds_national_change",
                columns: new[] { "client_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_change_dossier_id_position",
                table: "ds_national_change",
                columns: new[] { "dossier_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_sms_key",
                table: "pf_sms",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pf_sms_matter_id",
                table: "pf_sms",
                column: "matter_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_national");

            migrationBuilder.DropTable(
                name: "ds_national_change");

            migrationBuilder.DropTable(
                name: "pf_sms");
        }
    }
}
