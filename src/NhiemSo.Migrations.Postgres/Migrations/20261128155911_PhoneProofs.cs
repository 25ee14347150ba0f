using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PhoneProofs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "way",
                table: "ds_account_dossier",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "proved_at",
                table: "ds_account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_phone_proof",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_phone_proof", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ds_dossier_phone",
                table: "ds_dossier",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_ds_phone_proof_expires_at",
                table: "ds_phone_proof",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_phone_proof");

            migrationBuilder.DropIndex(
                name: "ix_ds_dossier_phone",
                table: "ds_dossier");

            migrationBuilder.DropColumn(
                name: "way",
                table: "ds_account_dossier");

            migrationBuilder.DropColumn(
                name: "proved_at",
                table: "ds_account");
        }
    }
}
