using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LicenceVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "document_id",
                table: "rg_entry_version",
                type: "uuid",
                nullable: true);

            // Until now a paper was only ever issued with the first version.
            migrationBuilder.Sql("UPDATE rg_entry_version SET document_id = (SELECT e.document_id FROM rg_entry e WHERE e.id = rg_entry_version.entry_id) WHERE version = 1");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_version_document_id",
                table: "rg_entry_version",
                column: "document_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_rg_entry_version_document_id",
                table: "rg_entry_version");

            migrationBuilder.DropColumn(
                name: "document_id",
                table: "rg_entry_version");
        }
    }
}
