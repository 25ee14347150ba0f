using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PasswordReset : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "sealed",
                table: "pf_mail",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "proved_at",
                table: "id_session",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "ds_account",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "id_one_time_secret",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    use = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_one_time_secret", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_id_one_time_secret_account_id",
                table: "id_one_time_secret",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_id_one_time_secret_hash",
                table: "id_one_time_secret",
                column: "hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "id_one_time_secret");

            migrationBuilder.DropColumn(
                name: "sealed",
                table: "pf_mail");

            migrationBuilder.DropColumn(
                name: "proved_at",
                table: "id_session");

            migrationBuilder.DropColumn(
                name: "email",
                table: "ds_account");
        }
    }
}
