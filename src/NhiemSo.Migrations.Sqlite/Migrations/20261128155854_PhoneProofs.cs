using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "proved_at",
                table: "ds_account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_phone_proof",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
