using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    client_name = table.Column<string>(type: "text", nullable: false),
                    external_id = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_national", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_national_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    status_name = table.Column<string>(type: "text", nullable: false),
                    appointment = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_national_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
